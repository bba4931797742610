// Operators that users define: `operator.CustomOp` computes, `operator.CustomOpProp` describes.
import { full } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";

/** What to do with a result: nothing, replace what is there, or add to it. */
export type Req = "null" | "write" | "inplace" | "add";

/** The values that `assign` was last given for an array, while a gradient is computed. */
const assigned = new WeakMap<NDArray, NDArray>();

/** What was assigned to a gradient: itself a part of the graph when one is recorded. */
export const assignedTo = (target: NDArray): NDArray => assigned.get(target) ?? target;

/**
 * The computation of an operator, made by `CustomOpProp.createOperator`. Results are written with `assign`.
 *
 * What `backward` computes with operators and hands to `assign` can be differentiated again.
 *
 * @example
 * ```ts
 * class Square extends operator.CustomOp {
 *   override forward(_isTrain: boolean, req: operator.Req[], [x]: NDArray[], [y]: NDArray[]) {
 *     this.assign(y!, req[0]!, x!.mul(x!));
 *   }
 *   override backward(req: operator.Req[], [dy]: NDArray[], [x]: NDArray[], _out: NDArray[], [dx]: NDArray[]) {
 *     this.assign(dx!, req[0]!, dy!.mul(x!).mul(2));
 *   }
 * }
 * class SquareProp extends operator.CustomOpProp {
 *   override createOperator() {
 *     return new Square();
 *   }
 * }
 * operator.register("square_of")(SquareProp);
 * const x = nd.array([3]);
 * x.attachGrad();
 * autograd.record(() => nd.Custom(x, { opType: "square_of" }) as NDArray).backward();
 * console.log(x.grad!.asscalar()); // 6
 * ```
 */
export class CustomOp {
  /**
   * Computes the outputs. Recording is off inside.
   *
   * @param isTrain - whether this is for training
   * @param req - how to assign to each output
   * @param inData - the inputs
   * @param outData - arrays for the outputs
   * @param aux - auxiliary states, which may be changed
   */
  forward(_isTrain: boolean, _req: Req[], _inData: NDArray[], _outData: NDArray[], _aux: NDArray[]): void {}

  /**
   * Computes the gradients of the inputs.
   *
   * @param req - how to assign to each gradient
   * @param outGrad - the gradients of the outputs
   * @param inData - the inputs
   * @param outData - the outputs
   * @param inGrad - arrays for the gradients, zeros at first
   * @param aux - auxiliary states
   */
  backward(
    _req: Req[],
    _outGrad: NDArray[],
    _inData: NDArray[],
    _outData: NDArray[],
    _inGrad: NDArray[],
    _aux: NDArray[],
  ): void {}

  /** Writes `source` into `target` as `req` says. */
  assign(target: NDArray, req: Req, source: NDArray | number): void {
    if (req === "null") return;
    const value = typeof source === "number" ? full(target.shape, source, { dtype: target.dtype }) : source;
    const sum = req === "add" ? assignedTo(target).add(value) : value;
    target.set(sum.detach());
    if (String(sum.shape) === String(target.shape) && sum.dtype === target.dtype) assigned.set(target, sum);
  }
}

/**
 * What an operator is: its arguments, outputs and states, their shapes and types, and how it is made. A subclass's constructor gets
 * the attributes of the call as texts: `constructor({ scale = "1" }) { super(); … }`.
 *
 * @example
 * ```ts
 * class PairProp extends operator.CustomOpProp {
 *   override listArguments() {
 *     return ["lhs", "rhs"];
 *   }
 * }
 * console.log(new PairProp().listArguments().length, new PairProp().listOutputs()); // 2 [ 'output' ]
 * ```
 */
export class CustomOpProp {
  /** Whether the operator needs the gradients of its outputs: losses do not. */
  readonly needTopGrad: boolean;

  constructor({ needTopGrad = true }: { needTopGrad?: boolean } = {}) {
    this.needTopGrad = needTopGrad;
  }

  /** The names of the inputs. */
  listArguments(): string[] {
    return ["data"];
  }

  /** The names of the outputs. */
  listOutputs(): string[] {
    return ["output"];
  }

  /** The names of auxiliary states, which follow the inputs in a call. */
  listAuxiliaryStates(): string[] {
    return [];
  }

  /** From the inputs' shapes: those of the inputs, of the outputs, and of auxiliary states. */
  inferShape(inShape: number[][]): [inputs: number[][], outputs: number[][], aux?: number[][]] {
    return [inShape, this.listOutputs().map(() => inShape[0] ?? []), []];
  }

  /** From the inputs' types: those of the inputs, of the outputs, and of auxiliary states. */
  inferType(inType: DType[]): [inputs: DType[], outputs: DType[], aux?: DType[]] {
    const first = inType[0] ?? "float32";
    return [inType, this.listOutputs().map(() => first), this.listAuxiliaryStates().map(() => first)];
  }

  /** Makes the operator for inputs of these shapes and types. */
  createOperator(_ctx: unknown, _inShapes: number[][], _inDtypes: DType[]): CustomOp {
    return new CustomOp();
  }
}
