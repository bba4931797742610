export type { DotAttrs, VizModule } from "./digraph.ts";
export { Digraph } from "./digraph.ts";
export type { PlotOptions } from "./plot.ts";
export { plotNetwork } from "./plot.ts";
export type { SummaryOptions } from "./summary.ts";
export { printSummary } from "./summary.ts";
