// How many times faster than the best peer, a bar a workload, as an SVG file.
import type { Results } from "./markdown.ts";
import { ratio } from "./numbers.ts";

const [ROW, LEFT, WIDTH, RIGHT, TOP, BOTTOM] = [22, 370, 520, 60, 56, 34];
const [BLUE, ORANGE, GREY] = ["#2f6fb4", "#c8641e", "#667085"];
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

interface Style {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  readonly bold?: boolean;
}

function text(content: string, { x, y, anchor = "start", fill = "#1d2939", bold = false }: Style): string {
  const weight = bold ? ` font-weight="600"` : "";
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}"${weight}>${escaped(content)}</text>`;
}

/** Bars on a logarithmic scale, from 1: to the right where the library is faster, to the left where it is slower. */
export function chart({ first, peers, rows }: Results): string {
  const bars = rows.flatMap((row) => {
    const value = ratio(row, first, peers);
    return value === undefined ? [] : [{ name: row.workload.name, value }];
  });
  const values = bars.map(({ value }) => value);
  const low = TICKS.findLast((tick) => tick <= Math.min(0.5, ...values)) ?? 0.1;
  const high = TICKS.find((tick) => tick >= Math.max(2, ...values)) ?? 1000;
  const at = (value: number): number => {
    const share = Math.log(Math.min(Math.max(value, low), high) / low) / Math.log(high / low);
    return Math.round((LEFT + share * WIDTH) * 10) / 10;
  };
  const bottom = TOP + bars.length * ROW;
  const [width, height] = [LEFT + WIDTH + RIGHT, bottom + BOTTOM];
  const grid = TICKS.filter((tick) => tick >= low && tick <= high).flatMap((tick) => [
    `<line x1="${at(tick)}" x2="${at(tick)}" y1="${TOP - 6}" y2="${bottom + 4}" stroke="${tick === 1 ? GREY : "#e4e7ec"}"/>`,
    text(`${tick}×`, { x: at(tick), y: bottom + 20, anchor: "middle", fill: GREY }),
  ]);
  const drawn = bars.flatMap(({ name, value }, i) => {
    const [y, end] = [TOP + i * ROW, at(value)];
    const [x, length] = [Math.min(at(1), end), Math.max(1, Math.abs(end - at(1)))];
    const faster = value >= 1;
    const label = `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}×`;
    return [
      text(name, { x: LEFT - 12, y: y + 15, anchor: "end" }),
      `<rect x="${x}" y="${y + 4}" width="${length.toFixed(1)}" height="${ROW - 8}" rx="2" fill="${faster ? BLUE : ORANGE}"/>`,
      text(label, { x: Math.max(end, at(1)) + 6, y: y + 15, bold: true }),
    ];
  });
  const title = `Time of the fastest of ${peers.join(", ")}, in times of ${first}'s`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(title, { x: 16, y: 24, bold: true }),
    text("Least of many runs, taken in turns. Right of 1×: faster than all of them.", { x: 16, y: 42, fill: GREY }),
    ...grid,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}
