import type { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { Parameter } from "./parameter.ts";
/** A symbol whose variables are the inputs and parameters of a block. */
export declare class CachedGraph {
    #private;
    readonly symbol: GraphSymbol;
    /**
     * @param inputs - the names of the inputs
     * @param parameter - the parameter of a name
     */
    constructor(symbol: GraphSymbol, inputs: readonly string[], parameter: (name: string) => Parameter);
    /** The outputs for some inputs. Prediction runs a plan that was made for their shapes; all else is run as it comes. */
    run(inputs: readonly NDArray[]): NDArray[];
}
