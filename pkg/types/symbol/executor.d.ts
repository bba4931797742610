import { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "./symbol.ts";
/** Arrays by name. */
export type ArrayDict = Record<string, NDArray>;
/** Is told of the values of a graph: name and array. */
export type MonitorCallback = (name: string, value: NDArray) => void;
/** How `reshape` runs. */
export interface ReshapeOptions {
    /** Lets the shapes of arguments that are not named change. */
    partialShaping?: boolean | undefined;
    /** Lets arrays grow. */
    allowUpSizing?: boolean | undefined;
}
/**
 * A symbol on arrays: `forward` computes the outputs, `backward` the gradients. Made by `bind` and `simpleBind`.
 *
 * @example
 * ```ts
 * const y = sym.FullyConnected(sym.Variable("x"), { numHidden: 2, noBias: true, name: "fc" });
 * const executor = y.simpleBind(null, { shapes: { x: [1, 3] } });
 * executor.argDict.fc_weight.set(0.5);
 * console.log(executor.forward(true, { x: nd.ones([1, 3]) })[0].toArray()); // [ [ 1.5, 1.5 ] ]
 * executor.backward(nd.ones([1, 2]));
 * console.log(executor.gradDict.x.toArray()); // [ [ 1, 1, 1 ] ]
 * ```
 */
export declare class Executor {
    #private;
    /** The arguments' arrays, in the order of `listArguments`. */
    readonly argArrays: NDArray[];
    /** Their gradients; null where none is computed. */
    readonly gradArrays: (NDArray | null)[];
    /** The auxiliary states' arrays. */
    readonly auxArrays: NDArray[];
    /** The outputs: the same arrays after every forward. */
    readonly outputs: NDArray[];
    /** The symbol. */
    get symbol(): GraphSymbol;
    /** The arguments' arrays by name. */
    get argDict(): ArrayDict;
    /** Their gradients by name; null where none is computed. */
    get gradDict(): Record<string, NDArray | null>;
    /** The auxiliary states' arrays by name. */
    get auxDict(): ArrayDict;
    /** The outputs by name. */
    get outputDict(): ArrayDict;
    /**
     * Computes the outputs.
     *
     * @param isTrain - whether for training: operators behave so, and what backward needs is kept
     * @param inputs - arrays to copy into arguments first, by name
     * @throws MXNetError for names that there are not, and other shapes than were bound
     */
    forward(isTrain?: boolean, inputs?: Readonly<Record<string, NDArray>>): NDArray[];
    /**
     * Computes the gradients of the arguments and stores them as `gradReq` says.
     *
     * @param outGrads - the gradients of the outputs, in order or by name; losses need none
     * @throws MXNetError when a head that is no loss has no gradient
     */
    backward(outGrads?: NDArray | readonly (NDArray | null)[] | Readonly<Record<string, NDArray>> | null, isTrain?: boolean): void;
    /**
     * An executor for other shapes, which shares the arrays whose shapes stay.
     *
     * @param shapes - new shapes of arguments by name
     */
    reshape(shapes: Readonly<Record<string, readonly number[]>>, options?: ReshapeOptions): Executor;
    /**
     * Copies parameters into arguments and auxiliary states.
     *
     * @param allowExtraParams - whether names that there are not are passed over
     */
    copyParamsFrom(argParams: Readonly<Record<string, NDArray>>, auxParams?: Readonly<Record<string, NDArray>> | null, allowExtraParams?: boolean): void;
    /**
     * Whether predictions fold batch normalisations into the convolutions and fully connected layers before them, which is
     * faster and changes results by rounding only. They do unless this is set to false.
     */
    get foldBatchNorm(): boolean;
    set foldBatchNorm(fold: boolean);
    /** Tells a function of the value of every operator during forward; null ends that. */
    setMonitorCallback(callback: MonitorCallback | null, _monitorAll?: boolean): void;
    /** Frees the executor at once; the collector does it otherwise. Its arrays stay. */
    dispose(): void;
}
/** Copies values, in the target's type. */
export declare function copyInto(target: NDArray, value: NDArray): void;
