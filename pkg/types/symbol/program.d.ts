import { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "./symbol.ts";
/** A graph that is run on arrays, operator by operator, and recorded as operators are. */
export declare class Program {
    #private;
    /** The names of the variables, in the order of the arrays that `run` takes. */
    readonly inputs: readonly string[];
    constructor(symbol: GraphSymbol);
    /** The outputs for arrays of all variables. */
    run(arrays: readonly NDArray[]): NDArray[];
}
