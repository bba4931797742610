import "./ui/frame.css";
import "./ui/controls.css";
import "./ui/figures.css";
import "./train/train.css";
import "./tutorial/tutorial.css";
import "./initializers/initializers.css";
import "./faces/faces.css";
import { Tabs } from "./ui/tabs.ts";
import { themeSwitch } from "./ui/theme.ts";

themeSwitch(document.querySelector<HTMLButtonElement>("#theme")!);

// Each part is loaded when it is first shown.
new Tabs({
  tutorial: async () => new (await import("./tutorial/tab.ts")).TutorialTab().element,
  train: async () => new (await import("./train/tab.ts")).TrainTab().element,
  initializers: async () => new (await import("./initializers/tab.ts")).InitializersTab().element,
  faces: async () => new (await import("./faces/tab.ts")).FacesTab().element,
});
