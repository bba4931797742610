// The tab that shows initializers side by side.
import { field, h } from "../ui/dom.ts";
import { histogramFigure, short } from "../ui/histogram-view.ts";
import { specOf } from "./choices.ts";
import { InitializerPicker } from "./picker.ts";
import type { FillReport, FillRequest } from "./protocol.ts";

const MOST_CARDS = 4;
type Filled = Extract<FillReport, { ok: true }>;

/** A shape as one writes it: `64, 128` or `(64, 128)` or `64x128`; null for what is none. */
function readShape(text: string): number[] | null {
  const parts = text
    .replace(/[()[\]\s]+/g, " ")
    .trim()
    .split(/[\s,x×]+/)
    .filter(Boolean);
  const sizes = parts.map(Number);
  return sizes.length > 0 && sizes.every((d) => Number.isInteger(d) && d > 0) ? sizes : null;
}

/** One initializer and what it gives. */
class Card {
  readonly element: HTMLElement;
  readonly picker: InitializerPicker;
  readonly remove: HTMLButtonElement;
  readonly #about = h("p", { class: "note" });
  readonly #result = h(
    "div",
    { class: "init-result", "aria-live": "polite" },
    h("p", { class: "empty" }, "Computing …"),
  );
  result: FillReport | null = null;

  constructor(name: string, onChange: () => void, onRemove: (card: Card) => void) {
    this.picker = new InitializerPicker(name, onChange);
    this.remove = h("button", { type: "button", class: "quiet", onclick: () => onRemove(this) }, "Remove");
    this.element = h(
      "div",
      { class: "card init-card", role: "group", "aria-label": "Initializer" },
      this.picker.element,
      this.#about,
      this.#result,
      h("div", { class: "buttons" }, this.remove),
    );
  }

  show(report: FillReport, detail: string): void {
    this.result = report;
    const { name } = this.picker.choice;
    this.element.dataset.state = report.ok ? "done" : "failed";
    this.#about.textContent = specOf(name).about;
    this.#result.replaceChildren(...(report.ok ? this.#filled(report, detail) : [this.#failed(report)]));
  }

  #failed({ name, message }: Extract<FillReport, { ok: false }>): HTMLElement {
    return h("div", { class: "cell-error" }, h("strong", {}, name), h("p", {}, message));
  }

  #filled({ histogram, values, dumps }: Filled, detail: string): HTMLElement[] {
    const { mean, std, min, max } = histogram;
    const number = (label: string, x: number): HTMLElement => h("div", {}, h("dt", {}, label), h("dd", {}, short(x)));
    return [
      histogramFigure(this.picker.choice.name, detail, histogram),
      h(
        "dl",
        { class: "tiles small" },
        number("Mean", mean),
        number("Std", std),
        number("Min", min),
        number("Max", max),
      ),
      h("h3", { class: "minor" }, "First values"),
      h("pre", { class: "output", tabindex: 0, role: "group", "aria-label": "First values" }, values),
      h("h3", { class: "minor" }, "dumps()"),
      h("pre", { class: "output wrap", tabindex: 0, role: "group", "aria-label": "dumps()" }, dumps),
    ];
  }
}

export class InitializersTab {
  readonly element: HTMLElement;
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, (report: FillReport) => void>();
  readonly #seed = h("input", { type: "number", min: 0, max: 2147483647, step: 1, value: 0 });
  readonly #shape = h("input", { type: "text", value: "128, 256", spellcheck: "false", autocomplete: "off" });
  readonly #shapeError = h("p", { class: "field-error", role: "status" });
  readonly #same = h("input", { type: "checkbox", checked: true, id: "same-scale" });
  readonly #add = h("button", { type: "button", onclick: () => this.#addCard("Orthogonal") }, "Add another");
  readonly #grid = h("div", { class: "init-grid" });
  #cards: Card[] = [];
  #lastId = 0;
  #round = 0;
  #timer = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FillReport>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    };
    for (const control of [this.#seed, this.#shape, this.#same])
      control.addEventListener("input", () => this.#changed());
    this.element = h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "intro" },
        h("h2", {}, "Initializers side by side"),
        h("p", {}, "The same seed gives the values that MXNet 1.9.1 gives, bit for bit. Choose what to compare."),
      ),
      h(
        "section",
        { class: "card strip", "aria-label": "Settings" },
        field("Seed", this.#seed),
        h("div", { class: "grow" }, field("Shape", this.#shape), this.#shapeError),
        h("div", { class: "check" }, this.#same, h("label", { for: "same-scale" }, "One scale for all")),
        this.#add,
      ),
      this.#grid,
    );
    for (const name of ["Uniform", "Xavier", "MSRAPrelu"]) this.#addCard(name);
  }

  #addCard(name: string): void {
    const card = new Card(
      name,
      () => this.#changed(),
      (gone) => this.#removeCard(gone),
    );
    this.#cards.push(card);
    this.#grid.append(card.element);
    this.#changed();
  }

  #removeCard(card: Card): void {
    this.#cards = this.#cards.filter((other) => other !== card);
    card.element.remove();
    this.#add.focus();
    this.#changed();
  }

  #changed(): void {
    this.#add.disabled = this.#cards.length >= MOST_CARDS;
    for (const card of this.#cards) card.remove.disabled = this.#cards.length === 1;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#update(), 60);
  }

  #fill(request: Omit<FillRequest, "id">): Promise<FillReport> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...request, id } satisfies FillRequest);
    });
  }

  async #update(): Promise<void> {
    const round = ++this.#round;
    const shape = readShape(this.#shape.value);
    this.#shape.setAttribute("aria-invalid", String(shape === null));
    this.#shapeError.textContent = shape === null ? "Write sizes, as in 128, 256." : "";
    if (!shape) return;
    const seed = Math.max(0, Math.floor(this.#seed.valueAsNumber) || 0);
    const all = (limit?: number): Promise<FillReport[]> =>
      Promise.all(
        this.#cards.map(({ picker: { choice } }) =>
          this.#fill({ seed, shape, choice, ...(limit === undefined ? {} : { limit }) }),
        ),
      );
    let reports = await all();
    if (this.#same.checked && round === this.#round) {
      const limits = reports.flatMap((report) => (report.ok ? [report.histogram.limit] : []));
      reports = await all(Math.max(...limits, 1e-30));
    }
    // Somebody changed something in the meantime: that round will show.
    if (round !== this.#round) return;
    this.#cards.forEach((card, i) => {
      card.show(reports[i]!, shape.join(" × "));
    });
  }
}
