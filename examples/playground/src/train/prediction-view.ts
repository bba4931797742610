// What the network makes of a digit: ten bars and a heat map.
import { h } from "../ui/dom.ts";
import { colour, onThemeChange } from "../ui/theme.ts";

const SIDE = 28;

/** `#rrggbb` as numbers. */
function rgb(hex: string): [number, number, number] {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
}

export class PredictionView {
  readonly bars: HTMLElement;
  readonly heat: HTMLElement;
  readonly #rows: { row: HTMLElement; bar: HTMLElement; value: HTMLElement }[];
  readonly #answer: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  #gradient: Float32Array | null = null;

  constructor() {
    this.#answer = h("p", { class: "answer", role: "status" });
    this.#rows = Array.from({ length: 10 }, (_, digit) => {
      const bar = h("span", { class: "bar" });
      const value = h("span", { class: "value" });
      const row = h("li", {}, h("span", { class: "digit" }, String(digit)), h("span", { class: "track" }, bar), value);
      return { row, bar, value };
    });
    this.bars = h(
      "div",
      { class: "bars-panel" },
      this.#answer,
      h("ol", { class: "class-bars", start: 0 }, ...this.#rows.map(({ row }) => row)),
    );
    this.#canvas = h("canvas", {
      width: SIDE,
      height: SIDE,
      role: "img",
      "aria-label": "Input gradient: nothing drawn",
    });
    this.heat = h("div", { class: "heat" }, this.#canvas);
    onThemeChange(() => this.#paint());
    this.clear();
  }

  /** Shows that there is nothing to say. */
  clear(text = "Draw, and the network answers."): void {
    this.#answer.textContent = text;
    this.#answer.classList.remove("sure");
    for (const { row, bar, value } of this.#rows) {
      row.classList.remove("best");
      bar.style.width = "0";
      value.textContent = "";
    }
    this.#gradient = null;
    this.#paint();
  }

  show(probabilities: Float32Array, gradient: Float32Array, note: string): void {
    const best = probabilities.indexOf(Math.max(...probabilities));
    const percent = (x: number): string => `${(100 * x).toFixed(x > 0.9995 || x < 0.0005 ? 0 : 1)} %`;
    this.#answer.textContent = `${best}, ${percent(probabilities[best]!)} sure${note}`;
    this.#answer.classList.add("sure");
    this.#rows.forEach(({ row, bar, value }, digit) => {
      row.classList.toggle("best", digit === best);
      bar.style.width = `${(100 * probabilities[digit]!).toFixed(1)}%`;
      value.textContent = percent(probabilities[digit]!);
    });
    this.#gradient = gradient;
    this.#canvas.setAttribute("aria-label", `Input gradient of the probability of ${best}, a pixel each`);
    this.#paint();
  }

  #paint(): void {
    const context = this.#canvas.getContext("2d")!;
    context.clearRect(0, 0, SIDE, SIDE);
    const gradient = this.#gradient;
    this.heat.classList.toggle("is-empty", !gradient);
    if (!gradient) return;
    const most = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 1e-12);
    const [more, less] = [rgb(colour("accent")), rgb(colour("gradient"))];
    const image = context.createImageData(SIDE, SIDE);
    gradient.forEach((g, i) => {
      const strength = Math.sqrt(Math.abs(g) / most);
      image.data.set([...(g > 0 ? more : less), 255 * strength], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }
}
