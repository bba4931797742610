import type { DataDesc } from "../io/data-desc.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { BaseModule } from "./base-module.ts";
/** A module made of others: inputs are those of one, outputs those of one. */
export declare abstract class DelegatingModule extends BaseModule {
    /** The module that gets the inputs; `call` is what asks for it. */
    protected abstract head(call: string): BaseModule;
    /** The module whose outputs are given. */
    protected abstract tail(call: string): BaseModule;
    get symbol(): GraphSymbol | null;
    get dataNames(): readonly string[];
    get outputNames(): readonly string[];
    get dataShapes(): readonly DataDesc[];
    get outputShapes(): [name: string, shape: number[]][];
    getOutputs(): NDArray[];
    getInputGrads(): NDArray[];
}
