// Light or dark: as the system has it, unless the reader chose.

export type Theme = "auto" | "light" | "dark";

const KEY = "mxgrad-theme";
const ORDER: readonly Theme[] = ["auto", "light", "dark"];
const LABELS: Readonly<Record<Theme, string>> = { auto: "Auto", light: "Light", dark: "Dark" };
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

/** What was chosen earlier. Storage may be forbidden. */
function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return ORDER.find((theme) => theme === value) ?? "auto";
  } catch {
    return "auto";
  }
}

function apply(theme: Theme): void {
  const dark = theme === "dark" || (theme === "auto" && system.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  for (const listener of listeners) listener();
}

/** Calls back whenever the colours have changed. */
export function onThemeChange(listener: () => void): void {
  listeners.add(listener);
}

/** A colour of the style sheet. */
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Makes a button go round the themes. */
export function themeSwitch(button: HTMLButtonElement): void {
  let theme = stored();
  const show = (): void => {
    apply(theme);
    button.textContent = LABELS[theme];
    button.setAttribute("aria-label", `Colours: ${LABELS[theme].toLowerCase()}. Change`);
  };
  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length]!;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The choice holds for this visit.
    }
    show();
  });
  system.addEventListener("change", () => apply(theme));
  show();
}
