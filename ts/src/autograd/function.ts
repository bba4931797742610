// Functions with a derivative of their own.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { Callable } from "../runtime/callable.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { pause } from "./scopes.ts";

/** What `forward` returns: one array or a list. */
export type Outputs = NDArray | readonly NDArray[];

/** What `backward` returns: a gradient for each input; null where there is none. */
export type InputGrads = NDArray | null | undefined | readonly (NDArray | null | undefined)[];

abstract class FunctionBase extends Callable {
  #saved: readonly NDArray[] = [];
  #used = false;

  /** The computation. Recording is off inside. */
  abstract forward(...inputs: NDArray[]): Outputs;

  /** The gradient for each input, from the gradient for each output (zeros for outputs that were not used). */
  abstract backward(...outGrads: NDArray[]): InputGrads;

  /** Keeps arrays for `backward`. */
  saveForBackward(...arrays: NDArray[]): void {
    this.#saved = arrays;
  }

  /** What `saveForBackward` kept. */
  get savedTensors(): readonly NDArray[] {
    return this.#saved;
  }

  /** @internal */
  override _call(...inputs: NDArray[]): Outputs {
    const name = this.constructor.name;
    inputs.forEach((x, i) => {
      if (!(x instanceof NDArray)) throw new TypeError(`${name}: input ${i} must be an NDArray, got ${describe(x)}`);
    });
    if (this.#used) {
      throw new MXNetError("Each Function instance can only be called once. Please create another instance.");
    }
    this.#used = true;
    const outputs = pause(() => this.forward(...inputs), wasm.is_training());
    const list = outputs instanceof NDArray ? [outputs] : outputs;
    if (!Array.isArray(list) || list.some((y) => !(y instanceof NDArray))) {
      throw new TypeError(`${name}: forward must return an NDArray or a list of them, got ${describe(outputs)}`);
    }
    if (wasm.is_recording() && inputs.some((x) => wasm.in_graph(x.handle))) this.#record(inputs, list);
    return outputs;
  }

  #record(inputs: readonly NDArray[], outputs: readonly NDArray[]): void {
    for (const y of outputs) {
      if (wasm.in_graph(y.handle)) {
        throw new MXNetError(
          `${this.constructor.name}: forward returned an array that is already in a computational graph. Assigning to NDArrays that are already in a computational graph will cause undefined behavior when evaluating gradients; return a copy`,
        );
      }
    }
    const specs = inputs.map((x) => ({ shape: x.shape, dtype: x.dtype }));
    const handles = [...inputs, ...outputs].map((x) => x.handle);
    scratch().set(handles);
    wasm.record_function((count: number) => this.#backward(count, specs), inputs.length, outputs.length);
  }

  /** Called by the core: head gradients' handles are in the scratch words, and the gradients' go there. */
  #backward(count: number, specs: readonly { shape: number[]; dtype: string }[]): number {
    const heads = Array.from(scratch().slice(0, count), (handle) => NDArray.fromHandle(handle));
    const name = this.constructor.name;
    const result = this.backward(...heads);
    const grads = (
      result === null || result === undefined || result instanceof NDArray ? [result] : result
    ) as unknown[];
    if (!Array.isArray(grads)) {
      throw new TypeError(`${name}: backward must return NDArrays, got ${describe(result)}`);
    }
    if (grads.length !== specs.length) {
      throw new MXNetError(
        `${name}: backward must return as many gradients as forward has inputs, got ${grads.length}, expected ${specs.length}`,
      );
    }
    const fitted = grads.map((g, i) =>
      g === null || g === undefined ? null : fitGradient(g, specs[i] as Spec, name, i),
    );
    // All arrays move in first: that uses the scratch words, and memory may grow.
    const handles = fitted.map((g) => g?.handle ?? 0);
    scratch().set(handles);
    return handles.length;
  }
}

interface Spec {
  shape: number[];
  dtype: string;
}

/** A gradient as its input has it: what assignment to an array of that shape takes, is taken. */
function fitGradient(g: unknown, spec: Spec, name: string, i: number): NDArray {
  if (!(g instanceof NDArray))
    throw new TypeError(`${name}: gradient ${i} must be an NDArray or null, got ${describe(g)}`);
  const typed = g.dtype === spec.dtype ? g : g.astype(spec.dtype as NDArray["dtype"]);
  if (String(typed.shape) === String(spec.shape)) return typed;
  const shape = typed.shape;
  const extra = shape.length - spec.shape.length;
  const trimmed = extra > 0 && shape.slice(0, extra).every((d) => d === 1) ? shape.slice(extra) : shape;
  const lead = spec.shape.length - trimmed.length;
  if (lead < 0 || trimmed.some((d, k) => d !== 1 && d !== spec.shape[lead + k])) {
    throw new MXNetError(`${name}: gradient ${i} has shape (${shape}), expected (${spec.shape}), the input's shape`);
  }
  const padded = typed.reshape([...Array<number>(lead).fill(1), ...trimmed]);
  return padded.broadcastTo(spec.shape);
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
// biome-ignore lint/suspicious/noShadowRestrictedNames: MXNet's name
export const Function: FunctionConstructor_ = FunctionBase as unknown as FunctionConstructor_;
export type Function = FunctionBase;

/** The type of `autograd.Function`: its subclasses' instances can be called with what `forward` takes. */
export type FunctionConstructor_ = abstract new () => FunctionBase & ((...inputs: NDArray[]) => NDArray);
