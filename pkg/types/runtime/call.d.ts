import { type Attrs } from "./attrs.ts";
import { type Cell } from "./cell.ts";
/** The number of an operator with these attributes, which are parsed only the first time. */
export declare function callId(name: string, attrs?: Attrs): number;
/** Calls an operator and gives the cells of its outputs; with `out`, these cells come first. */
export declare function call(id: number, inputs: readonly Cell[], out: readonly Cell[]): Cell[];
/** Calls an operator of one output without `out`: the short way for the most common calls. */
export declare function call1(id: number, inputs: readonly Cell[]): Cell;
