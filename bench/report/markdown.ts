import type { Row } from "../run/rounds.ts";
import { least, median, ms, ran, ratio } from "./numbers.ts";

/** Everything that a report is made from. */
export interface Results {
  /** The library that is measured, then the others. */
  readonly first: string;
  readonly peers: readonly string[];
  readonly native: readonly string[];
  readonly rows: readonly Row[];
  /** GFLOP/s of a thread by loop. */
  readonly peaks: ReadonlyMap<string, number>;
  /** Lines about the machine and the versions. */
  readonly about: readonly string[];
}

/** Reasons, each once, with the marks of the cells that have them. */
class Notes {
  readonly #reasons: string[] = [];

  mark(reason: string): string {
    let at = this.#reasons.indexOf(reason);
    if (at < 0) at = this.#reasons.push(reason) - 1;
    return `<sup>${at + 1}</sup>`;
  }

  get lines(): string[] {
    return this.#reasons.map((reason, i) => `${i + 1}. ${reason}`);
  }
}

const times = (ratio: number | undefined): string => (ratio === undefined ? "" : `${ratio.toFixed(2)}×`);
const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
/** A message in a footnote: one line, not endless. */
const brief = (reason: string): string => {
  const text = reason.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
};

/** Of the peak of as many threads as the workload has. */
function rate({ workload }: Row, time: number, peak: number): string {
  if (!workload.flops) return "";
  const gflops = workload.flops / time / 1e6;
  const share = (100 * gflops) / (peak * (workload.threads ?? 1));
  return `${gflops.toFixed(1)}${peak > 0 ? ` (${share.toFixed(0)} %)` : ""}`;
}

/** The tables of a run. */
export function markdown({ first, peers, native, rows, peaks, about }: Results): string {
  const notes = new Notes();
  const names = [first, ...peers, ...native];
  const peak = Math.max(0, ...peaks.values());
  const body = rows.map((row) => {
    const cells = names.map((name) => {
      const cell = row.cells.get(name);
      if (cell && ran(cell)) return `${ms(least(cell.times))} / ${ms(median(cell.times))}`;
      return `–${cell?.reason ? ` ${notes.mark(`${name}: ${brief(cell.reason)}`)}` : ""}`;
    });
    const own = ran(row.cells.get(first));
    const reached = own ? rate(row, least(own.times), peak) : "";
    const others = [peers, native].filter((list) => list.length > 0).map((list) => times(ratio(row, first, list)));
    return line([row.workload.name, ...cells, ...others, reached]);
  });
  const ratios = [
    ...(peers.length > 0 ? [`best peer / ${first}`] : []),
    ...(native.length > 0 ? [`best native / ${first}`] : []),
  ];
  const head = ["workload, ms (least / median)", ...names, ...ratios, "GFLOP/s (of the peak)"];
  const loops = [...peaks].map(([name, gflops]) => `${name} ${gflops.toFixed(1)} GFLOP/s`).join("; ");
  return [
    ...about.map((text) => `- ${text}`),
    ...(loops ? [`- One thread, nothing but registers: ${loops}`] : []),
    "",
    line(head),
    line(["---", ...head.slice(1).map(() => "---:")]),
    ...body,
    ...(notes.lines.length > 0 ? ["", ...notes.lines] : []),
    "",
  ].join("\n");
}
