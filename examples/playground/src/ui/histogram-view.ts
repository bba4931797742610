// A histogram as bars.
import type { Histogram } from "../histogram.ts";
import { h, s } from "./dom.ts";

const WIDTH = 240;
const HEIGHT = 72;

/** A number in a few characters. */
export function short(x: number): string {
  if (x === 0 || !Number.isFinite(x)) return String(x);
  const size = Math.abs(x);
  return size >= 1e4 || size < 1e-3 ? x.toExponential(1) : String(Number(x.toPrecision(3)));
}

function bars({ counts }: Histogram, className: string, most: number): SVGElement {
  const width = WIDTH / counts.length;
  const path = counts
    .map((count, i) => {
      const height = most > 0 ? Math.min(count / most, 1) * HEIGHT : 0;
      // A bin with few values still shows.
      const top = count > 0 ? Math.max(height, 1) : 0;
      return top
        ? `M${(i * width + 0.5).toFixed(2)} ${HEIGHT}v${(-top).toFixed(2)}h${(width - 1).toFixed(2)}V${HEIGHT}Z`
        : "";
    })
    .join("");
  return s("path", { class: className, d: path });
}

function outline({ counts }: Histogram, most: number): SVGElement {
  const width = WIDTH / counts.length;
  const points = counts.flatMap((count, i) => {
    const y = (HEIGHT - (most > 0 ? Math.min(count / most, 1) * HEIGHT : 0)).toFixed(2);
    return [`${(i * width).toFixed(2)},${y}`, `${((i + 1) * width).toFixed(2)},${y}`];
  });
  return s("polyline", { class: "bars-now", points: points.join(" ") });
}

/**
 * A figure of how values are spread; `now` is drawn over it as an outline.
 *
 * @param title - what the values are
 */
export function histogramFigure(title: string, detail: string, start: Histogram, now?: Histogram): HTMLElement {
  const most = Math.max(...start.counts, ...(now?.counts ?? []));
  const shown = now ?? start;
  const label = `${title}: ${shown.size} values, mean ${short(shown.mean)}, standard deviation ${short(shown.std)}`;
  return h(
    "figure",
    { class: "histogram" },
    h("figcaption", {}, h("strong", {}, title), h("span", {}, detail)),
    s(
      "svg",
      { viewBox: `0 -2 ${WIDTH} ${HEIGHT + 2}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
      bars(start, now ? "bars-start" : "bars", most),
      now && outline(now, most),
      s("line", { class: "axis", x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT }),
    ),
    h(
      "div",
      { class: "scale", "aria-hidden": "true" },
      h("span", {}, short(-start.limit)),
      h("span", {}, `σ ${short(shown.std)}`),
      h("span", {}, short(start.limit)),
    ),
  );
}
