import type { InitializerLike } from "../../init/index.ts";
import type { DType } from "../../nd/dtype.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { BlockOptions } from "../block.ts";
import { type Functions, HybridBlock, type ParameterValues } from "../hybrid-block.ts";
import type { Parameter } from "../parameter.ts";
import { Activation, type ActivationType } from "./activation.ts";
/** What `Dense` takes besides the number of units. */
export interface DenseOptions extends BlockOptions {
    /** A function applied to the result. */
    activation?: ActivationType | null | undefined;
    /** Whether there is a bias; true by default. */
    useBias?: boolean | undefined;
    /** Whether all axes but the first are taken as one; true by default. Otherwise the last is transformed. */
    flatten?: boolean | undefined;
    dtype?: DType | undefined;
    weightInitializer?: InitializerLike | null | undefined;
    biasInitializer?: InitializerLike | null | undefined;
    /** The size of the input; found at the first call when it is 0. */
    inUnits?: number | undefined;
}
/**
 * A fully connected layer: activation(x · weightᵀ + bias), with a weight of shape (units, inUnits).
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(10, { activation: "relu" });
 * layer.initialize();
 * console.log(layer(nd.ones([2, 4])).shape); // [ 2, 10 ]
 * ```
 */
export declare class Dense extends HybridBlock {
    #private;
    static readonly ownsTemporaries: boolean;
    static readonly name: string;
    readonly weight: Parameter;
    readonly bias: Parameter | null;
    readonly act: Activation | null;
    /**
     * @param units - the size of the output
     * @example
     * ```ts
     * new gluon.nn.Dense(10);
     * new gluon.nn.Dense(10, { activation: "relu" });
     * ```
     */
    constructor(units: number, options?: DenseOptions);
    constructor(options: DenseOptions & {
        units: number;
    });
    constructor(units: number, activation: ActivationType | null, useBias?: boolean, flatten?: boolean, dtype?: DType, weightInitializer?: InitializerLike | null, biasInitializer?: InitializerLike | null, inUnits?: number, options?: DenseOptions);
    inferShape(x: NDArray): void;
    hybridForward(F: Functions, x: NDArray, { weight, bias }: ParameterValues): NDArray;
    toString(): string;
}
