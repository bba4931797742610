// A curve that grows, drawn by uPlot.
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { h } from "./dom.ts";
import { colour, onThemeChange } from "./theme.ts";

const HEIGHT = 280;

export interface CurveOptions {
  readonly title: string;
  /** The name of the colour of the style sheet. */
  readonly colour: string;
  readonly format: (value: number) => string;
  /** The lowest and highest value, where they are fixed. */
  readonly range?: readonly [number, number];
  readonly empty: string;
}

export class Curve {
  readonly element: HTMLElement;
  readonly #options: CurveOptions;
  readonly #box: HTMLElement;
  readonly #note: HTMLElement;
  #xs: number[] = [];
  #ys: number[] = [];
  #total = 24_000;
  #plot: uPlot | null = null;
  #drawing = 0;

  constructor(options: CurveOptions) {
    this.#options = options;
    this.#note = h("p", { class: "empty" }, options.empty);
    this.#box = h("div", { class: "curve-box", role: "img", "aria-label": `${options.title}: ${options.empty}` });
    this.element = h(
      "figure",
      { class: "curve" },
      h("figcaption", {}, options.title),
      h("div", { class: "curve-area" }, this.#box, this.#note),
    );
    this.#showNote(true);
    new ResizeObserver(() => this.#resize()).observe(this.#box);
    onThemeChange(() => this.#remake());
  }

  /** Starts anew; x goes from 0 to `total`. */
  clear(total: number): void {
    this.#xs = [];
    this.#ys = [];
    this.#total = total;
    this.#showNote(true);
    this.#draw();
  }

  add(x: number, y: number): void {
    this.#xs.push(x);
    this.#ys.push(y);
    this.#showNote(false);
    this.#draw();
  }

  #showNote(shown: boolean): void {
    this.#note.hidden = !shown;
    this.#box.classList.toggle("is-empty", shown);
  }

  /** Draws at most once a frame. */
  #draw(): void {
    if (this.#drawing) return;
    this.#drawing = requestAnimationFrame(() => {
      this.#drawing = 0;
      if (!this.#plot) this.#make();
      this.#plot?.setData([this.#xs, this.#ys]);
      const last = this.#ys.at(-1);
      const { title, format, empty } = this.#options;
      this.#box.setAttribute("aria-label", `${title}: ${last === undefined ? empty : `now ${format(last)}`}`);
    });
  }

  #resize(): void {
    const width = this.#box.clientWidth;
    if (width === 0) return;
    if (!this.#plot) this.#make();
    else if (this.#plot.width !== width) this.#plot.setSize({ width, height: HEIGHT });
  }

  #remake(): void {
    this.#plot?.destroy();
    this.#plot = null;
    this.#resize();
  }

  #make(): void {
    const width = this.#box.clientWidth;
    if (width === 0) return;
    const { format, range } = this.#options;
    const line = colour(this.#options.colour);
    const axis = {
      stroke: colour("muted"),
      font: "11px system-ui, sans-serif",
      grid: { stroke: colour("line"), width: 1 },
      ticks: { show: false },
    };
    const compact = (x: number): string => (x >= 1000 ? `${x / 1000}k` : String(x));
    this.#plot = new uPlot(
      {
        width,
        height: HEIGHT,
        cursor: { show: false },
        legend: { show: false },
        padding: [10, 14, 0, 0],
        scales: {
          x: { time: false, range: () => [0, this.#total] },
          y: {
            range: (_plot, low, high) =>
              (range ? [...range] : [0, Math.max((high ?? low ?? 0) * 1.08, 0.5)]) as uPlot.Range.MinMax,
          },
        },
        axes: [
          { ...axis, size: 26, values: (_plot, ticks) => ticks.map(compact), space: 60 },
          { ...axis, size: 44, values: (_plot, ticks) => ticks.map(format), space: 34 },
        ],
        series: [{}, { stroke: line, width: 2, points: { show: false }, fill: `${line}1f` }],
      },
      [this.#xs, this.#ys],
      this.#box,
    );
  }
}
