import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
/** What `forward` returns: one array or a list. */
export type Outputs = NDArray | readonly NDArray[];
/** What `backward` returns: a gradient for each input; null where there is none. */
export type InputGrads = NDArray | null | undefined | readonly (NDArray | null | undefined)[];
declare abstract class FunctionBase extends Callable {
    #private;
    /** The computation. Recording is off inside. */
    abstract forward(...inputs: NDArray[]): Outputs;
    /** The gradient for each input, from the gradient for each output (zeros for outputs that were not used). */
    abstract backward(...outGrads: NDArray[]): InputGrads;
    /** Keeps arrays for `backward`. */
    saveForBackward(...arrays: NDArray[]): void;
    /** What `saveForBackward` kept. */
    get savedTensors(): readonly NDArray[];
}
/**
 * A computation with a derivative of its own. Each instance can be called once.
 *
 * @example
 * ```ts
 * class Sigmoid extends autograd.Function {
 *   forward(x: NDArray) {
 *     const y = nd.sigmoid(x);
 *     this.saveForBackward(y);
 *     return y;
 *   }
 *   backward(dy: NDArray) {
 *     const [y] = this.savedTensors as [NDArray];
 *     return dy.mul(y).mul(y.rsub(1));
 *   }
 * }
 * const x = nd.zeros([2]);
 * x.attachGrad();
 * autograd.record(() => new Sigmoid()(x)).backward();
 * console.log(x.grad.toArray()); // [ 0.25, 0.25 ]
 * ```
 */
export declare const Function: FunctionConstructor_;
export type Function = FunctionBase;
/** The type of `autograd.Function`: its subclasses' instances can be called with what `forward` takes. */
export type FunctionConstructor_ = abstract new () => FunctionBase & ((...inputs: NDArray[]) => NDArray);
export {};
