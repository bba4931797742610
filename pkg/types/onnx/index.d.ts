export type { ExportOptions, InputShapes } from "./export.ts";
export { exportModel } from "./export.ts";
export { exportedOps } from "./operators/table.ts";
