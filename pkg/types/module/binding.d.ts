import type { DataDesc } from "../io/data-desc.ts";
import type { GradReqs } from "../symbol/bind.ts";
import type { Executor } from "../symbol/executor.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
/** What a module is bound with. */
export interface BindingOptions {
    readonly symbol: GraphSymbol;
    readonly dataShapes: readonly DataDesc[];
    readonly labelShapes: readonly DataDesc[] | null;
    readonly paramNames: readonly string[];
    readonly fixedParamNames: readonly string[];
    readonly forTraining: boolean;
    readonly inputsNeedGrad: boolean;
    readonly gradReq: GradReqs;
    /** Whose parameters and gradients are used, too. */
    readonly shared: Binding | null;
}
/** An executor for the shapes at hand, and others with the same parameters for other shapes. */
export declare class Binding {
    #private;
    executor: Executor;
    dataShapes: readonly DataDesc[];
    labelShapes: readonly DataDesc[] | null;
    batchSize: number;
    constructor(options: BindingOptions);
    /** Goes on with inputs of other shapes. */
    reshape(dataShapes: readonly DataDesc[], labelShapes: readonly DataDesc[] | null): void;
}
