// The tab that finds faces in a picture, with networks that the reader has.
import { DEFAULTS } from "../../../mtcnn/detector.ts";
import { field, h } from "../ui/dom.ts";
import { FacesClient } from "./client.ts";
import { isNetworkFile, listed, missing, missingOf, NETWORKS, PURPOSE } from "./files.ts";
import { counted, PictureView } from "./picture-view.ts";
import type { Found } from "./protocol.ts";

/** P-Net sees faces of 12 pixels; enlarging a picture shows nothing that is not in it. */
const LEAST = 12;

/** How far something is that the worker reads. */
type State = { readonly kind: "none" | "reading" | "ready" } | { readonly kind: "failed"; readonly message: string };

export class FacesTab {
  readonly element: HTMLElement;
  readonly #client = new FacesClient(() => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
  readonly #view = new PictureView();
  readonly #status = h("p", { class: "status", role: "status" });
  readonly #list = h("ul", { class: "network-list", "aria-label": "Networks" });
  readonly #smallest = h("input", { type: "number", min: LEAST, step: 1, value: DEFAULTS.smallest });
  readonly #start = h("button", { type: "button", disabled: true, onclick: () => this.#find() }, "Look again");
  readonly #stop = h("button", { type: "button", disabled: true, onclick: () => this.#client.stop() }, "Stop");
  readonly #files = new Map<string, File>();
  #unused: readonly string[] = [];
  #networks: State = { kind: "none" };
  #picture: State = { kind: "none" };
  /** What was chosen last counts: answers about earlier files are not heard. */
  #loads = 0;
  #opens = 0;
  #finding = false;
  #again = false;

  constructor() {
    const picture = h("input", { type: "file", accept: "image/*" });
    const files = h("input", { type: "file", multiple: true });
    const chosen = (input: HTMLInputElement): File[] => Array.from(input.files ?? []);
    picture.addEventListener("change", () => this.#take([], chosen(picture)));
    files.addEventListener("change", () => this.#take(chosen(files), []));
    this.#smallest.addEventListener("change", () => this.#find());
    this.element = this.#layout(picture, files);
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => this.#drop(event));
    this.#show();
  }

  #layout(picture: HTMLElement, files: HTMLElement): HTMLElement {
    return h(
      "div",
      { class: "stack faces" },
      h(
        "div",
        { class: "intro" },
        h("h2", {}, "Faces in a picture"),
        h(
          "p",
          {},
          "MTCNN finds faces and their landmarks with MXNet's checkpoints of 2016, in a worker. Choose a picture and the files, or drop them here. Nothing is uploaded: the files are read in this page and stay on this machine.",
        ),
      ),
      h(
        "div",
        { class: "train-grid" },
        h(
          "section",
          { class: "card settings", "aria-label": "Picture and networks" },
          field("Picture", picture),
          field(
            "Checkpoint files",
            files,
            "det1 to det4, of each -symbol.json and -0001.params. Choose them together.",
          ),
          this.#list,
          field(
            "Smallest face, in pixels",
            this.#smallest,
            "Smaller takes longer. Large pictures are reduced to 1,280 pixels.",
          ),
          h("div", { class: "buttons" }, this.#start, this.#stop),
        ),
        h("section", { class: "card", "aria-label": "Faces" }, this.#status, this.#view.element),
      ),
    );
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    const all = Array.from(event.dataTransfer?.files ?? []);
    const ofNetworks = ({ name }: File): boolean => /\.(json|params)$/.test(name);
    const rest = all.filter((file) => !ofNetworks(file));
    this.#take(all.filter(ofNetworks), rest);
  }

  /** Files for networks, and pictures, of which the first is taken. Those that came earlier stay if nothing replaces them. */
  #take(files: readonly File[], [picture, ...others]: readonly File[]): void {
    const known = files.filter(({ name }) => isNetworkFile(name));
    for (const file of known) this.#files.set(file.name, file);
    this.#unused = [...files.filter((file) => !known.includes(file)), ...others].map(({ name }) => name);
    if (known.length > 0 && missing(this.#files).length === 0) this.#load();
    if (picture) this.#open(picture);
    this.#show();
  }

  async #load(): Promise<void> {
    const load = ++this.#loads;
    this.#networks = { kind: "reading" };
    const state = await this.#read(() => this.#client.load(this.#files));
    if (load !== this.#loads) return;
    this.#networks = state;
    this.#find();
  }

  async #open(file: File): Promise<void> {
    const open = ++this.#opens;
    this.#picture = { kind: "reading" };
    this.#view.show(null);
    const state = await this.#read(async () => {
      const pixels = await this.#client.open(file);
      if (open === this.#opens) this.#view.show(pixels);
    }, `${file.name}: `);
    if (open !== this.#opens) return;
    this.#picture = state;
    this.#find();
  }

  async #read(action: () => Promise<unknown>, prefix = ""): Promise<State> {
    try {
      await action();
      return { kind: "ready" };
    } catch (error) {
      return { kind: "failed", message: prefix + (error as Error).message };
    }
  }

  /** Looks for faces when everything is there. One search at a time; what changed in between is searched again. */
  async #find(): Promise<void> {
    if (this.#picture.kind !== "ready" || this.#networks.kind !== "ready") return this.#show();
    if (this.#finding) {
      this.#again = true;
      return;
    }
    this.#finding = true;
    const smallest = Math.max(LEAST, Math.round(this.#smallest.valueAsNumber) || DEFAULTS.smallest);
    this.#smallest.value = String(smallest);
    const open = this.#opens;
    this.#show("Looking for faces …");
    try {
      const found = await this.#client.find(smallest);
      if (open === this.#opens && !this.#again) this.#found(found);
    } catch (error) {
      const { name, message } = error as Error;
      const stopped = name === "AbortError";
      if (stopped) this.#again = false;
      this.#show(stopped ? "Stopped." : message, !stopped);
    }
    this.#finding = false;
    this.#enable();
    if (this.#again) {
      this.#again = false;
      this.#find();
    }
  }

  /** Buttons that can be used; the one that cannot any more gives the focus to the other. */
  #enable(): void {
    const ready = this.#picture.kind === "ready" && this.#networks.kind === "ready";
    const focused = [this.#start, this.#stop].find((button) => button === document.activeElement);
    this.#start.disabled = !ready || this.#finding;
    this.#stop.disabled = !this.#finding;
    const other = this.#finding ? this.#stop : this.#start;
    if (focused?.disabled && !other.disabled) other.focus();
  }

  #found({ faces, milliseconds }: Found): void {
    this.#view.mark(faces);
    this.#show(`${counted(faces.length)} in ${Math.round(milliseconds).toLocaleString("en-US")} ms.`);
  }

  /** Says how things stand: what is wrong, what is missing, and then `result`. */
  #show(result = "", wrong = false): void {
    const states = [this.#picture, this.#networks];
    const failures = states.flatMap((state) => (state.kind === "failed" ? [state.message] : []));
    const lacking = missing(this.#files);
    const lines = [
      ...failures,
      this.#picture.kind === "none" && "Choose a picture.",
      this.#files.size === 0 && "Choose the checkpoint files.",
      this.#files.size > 0 && lacking.length > 0 && `Missing: ${listed(lacking)}.`,
      failures.length === 0 && states.some(({ kind }) => kind === "reading") && "Reading …",
      result,
      this.#unused.length > 0 && `Not used: ${listed(this.#unused, 3)}.`,
    ];
    const text = lines.filter(Boolean).join("\n");
    if (this.#status.textContent !== text) this.#status.textContent = text;
    this.#status.classList.toggle("error", wrong || failures.length > 0);
    this.#enable();
    this.#list.replaceChildren(...NETWORKS.map((name) => this.#row(name)));
  }

  #row(name: (typeof NETWORKS)[number]): HTMLElement {
    const lacking = missingOf(name, this.#files);
    const there = lacking.length === 0;
    return h(
      "li",
      { class: there ? "is-there" : "" },
      h("strong", {}, name),
      ` ${PURPOSE[name]}: `,
      h("span", {}, there ? "there" : `no ${lacking.join(", no ")}`),
    );
  }
}
