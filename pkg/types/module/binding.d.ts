import type { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { GradReqs } from "../symbol/bind.ts";
import type { Executor } from "../symbol/executor.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { type ShapeLike } from "./shapes.ts";
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
    /** Whether data has the shapes that the executor has. */
    fits(data: readonly NDArray[]): boolean;
    /** The descriptions of a batch of other shapes. */
    shapesOf({ data, label, provideData, provideLabel }: DataBatch): [readonly ShapeLike[], readonly ShapeLike[] | null];
    /** What the executor takes of a batch, in the types that it has. Labels may be missing. */
    inputs(data: readonly NDArray[], label: readonly NDArray[] | null): Record<string, NDArray>;
    /** Goes on with inputs of other shapes. */
    reshape(dataShapes: readonly DataDesc[], labelShapes: readonly DataDesc[] | null): void;
}
