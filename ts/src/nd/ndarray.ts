import { MXNetError } from "../error.ts";
import { NDArrayMethods } from "../generated/methods.ts";
import type { Attrs } from "../runtime/attrs.ts";
import { call, call1, callId } from "../runtime/call.ts";
import {
  type Cell,
  derivedCell,
  disposeCell,
  handleOf,
  isDisposed,
  newCell,
  readBytes,
  readSpec,
  relieve,
  settle,
  watch,
} from "../runtime/cell.ts";
import { scratch } from "../runtime/memory.ts";
import { disposeSymbol, inspectSymbol } from "../runtime/symbols.ts";
import * as wasm from "../runtime/wasm.ts";
import { DTYPES, type DType, fromHalf, ITEM_SIZE, type TypedArray } from "./dtype.ts";
import { getItem, type Index, setItem, takeItem } from "./indexing.ts";
import { describe, invoke1 } from "./invoke.ts";
import { formatNDArray } from "./print.ts";
import type { CSRNDArray, RowSparseNDArray } from "./sparse/arrays.ts";

/** Numbers nested as deep as the array has dimensions. */
export type Nested = number | bigint | readonly Nested[];

/** What backward does with a gradient: replaces the buffer, adds to it, or nothing. */
export type GradReq = "write" | "add" | "null";

const REQ_CODES: Readonly<Record<GradReq, number>> = { null: 0, write: 1, add: 2 };

/** The code of a `gradReq`. */
export function gradReqCode(req: string): number {
  const code = REQ_CODES[req as GradReq];
  if (code === undefined)
    throw new MXNetError(`attachGrad: gradReq is ${JSON.stringify(req)}, expected write, add or null`);
  return code;
}

/** Checks the name of a storage. */
export function checkStype(stype: string, op: string): StorageType {
  if (stype === "default" || stype === "row_sparse" || stype === "csr") return stype;
  throw new MXNetError(`${op}: stype is ${JSON.stringify(stype)}, expected default, row_sparse or csr`);
}

/** Cuts the tie between a variable that is marked anew and the array of its old gradient, which keeps its buffer. */
export function forgetGrad(cell: Cell): void {
  cell.gradStype = undefined;
  if (!cell.grad) return;
  if (!isDisposed(cell.grad)) settle(cell.grad);
  cell.grad = undefined;
}

/** How elements are stored. */
export type StorageType = "default" | "row_sparse" | "csr";

/** What `attachGrad` takes besides `gradReq`. */
export interface AttachGradOptions {
  /** How the gradient is stored; as the array itself by default. */
  stype?: StorageType | undefined;
}

/** @internal What arrays need of sparse ones. These extend `NDArray`, so they put it here instead of being imported. */
export const sparseStorage: {
  cast(x: NDArray, stype: StorageType): NDArray;
  /** Calls an operator whose inputs are sparse; nothing where it wants them dense. */
  call(op: string, inputs: readonly NDArray[], attrs?: Attrs): NDArray[] | undefined;
  /** The sparse gradient of a variable. */
  gradOf(x: NDArray, stype: StorageType): NDArray;
  /** Replaces what an array holds. */
  assign(target: NDArray, value: NDArray): void;
} = {} as never;

/** Whether some of these arrays are sparse. */
export function anySparse(arrays: readonly NDArray[]): boolean {
  for (const x of arrays) if (x.stype !== "default") return true;
  return false;
}

/** The one device there is. */
export interface Context {
  readonly deviceType: "cpu";
  readonly deviceId: number;
  toString(): string;
}

const CPU: Context = Object.freeze({ deviceType: "cpu", deviceId: 0, toString: () => "cpu(0)" });

/** A number, or anything that broadcasts. */
export type Operand = NDArray | number;

/**
 * A dense, row-major array of one element type. It lives in the core's memory, which frees itself; `dispose`, `using`
 * and `mx.scope` give memory back sooner.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2], [3, 4]]);
 * console.log(x.mul(2).add(1).toArray()); // [ [ 3, 5 ], [ 7, 9 ] ]
 * ```
 */
export class NDArray extends NDArrayMethods {
  readonly #cell: Cell | undefined;
  #shape: readonly number[] | undefined;
  #dtype: DType | undefined;

  /** @internal Arrays are made by `nd.array`, `nd.zeros` and the other functions of `nd`. */
  protected constructor(cell?: Cell) {
    super();
    this.#cell = cell;
  }

  /** @internal The array in the core; of a sparse array a dense copy. */
  get cell(): Cell {
    return this.#cell as Cell;
  }

  /** @internal The arrays in the core that this one lives in. */
  get cells(): readonly Cell[] {
    return [this.cell];
  }

  /** How the elements are stored: `"default"`, `"row_sparse"` or `"csr"`. */
  get stype(): StorageType {
    return "default";
  }

  /** The same elements in another storage; this array if it is stored so. A sparse one becomes dense by `"default"`. */
  tostype(stype: "csr"): CSRNDArray;
  tostype(stype: "row_sparse"): RowSparseNDArray;
  tostype(stype: StorageType): NDArray;
  tostype(stype: StorageType): NDArray {
    return sparseStorage.cast(this, stype);
  }

  /** @internal */
  static fromCell(cell: Cell): NDArray {
    return new NDArray(cell);
  }

  /** @internal */
  static fromHandle(handle: number): NDArray {
    return new NDArray(newCell(handle));
  }

  /** @internal The handle in the core; the array moves in again if it had moved out. */
  get handle(): number {
    return handleOf(this.cell);
  }

  #spec(): void {
    const { shape, dtype } = readSpec(this.handle);
    this.#shape = Object.freeze(shape);
    this.#dtype = DTYPES[dtype] as DType;
    watch(this, this.cell, this.size * ITEM_SIZE[this.#dtype]);
  }

  /** The dimensions, outermost first. */
  get shape(): number[] {
    if (!this.#shape || isDisposed(this.cell)) this.#spec();
    return [...(this.#shape as readonly number[])];
  }

  /** The element type. */
  get dtype(): DType {
    if (!this.#dtype || isDisposed(this.cell)) this.#spec();
    return this.#dtype as DType;
  }

  /** The number of elements. */
  get size(): number {
    return (this.#shape ?? this.shape).reduce((n, d) => n * d, 1);
  }

  /** The number of dimensions. */
  get ndim(): number {
    return (this.#shape ?? this.shape).length;
  }

  /** The size of the first dimension. */
  get length(): number {
    return (this.#shape ?? this.shape)[0] ?? 0;
  }

  /** The axes in reverse order; differentiable. */
  get T(): NDArray {
    return this.transpose();
  }

  /** The device. */
  get context(): Context {
    return CPU;
  }

  /** The device, under Python's other name. */
  get ctx(): Context {
    return CPU;
  }

  // ---- reading

  /** A copy of the elements, flat and row-major. float16 comes as a `Float32Array`, int64 as a `BigInt64Array`. */
  toTypedArray(): TypedArray {
    const bytes = readBytes(this.handle).buffer as ArrayBuffer;
    switch (this.dtype) {
      case "float32":
        return new Float32Array(bytes);
      case "float64":
        return new Float64Array(bytes);
      case "float16":
        return Float32Array.from(new Uint16Array(bytes), fromHalf);
      case "uint8":
        return new Uint8Array(bytes);
      case "int32":
        return new Int32Array(bytes);
      case "int8":
        return new Int8Array(bytes);
      default:
        return new BigInt64Array(bytes);
    }
  }

  /** A copy of the elements as nested arrays; int64 elements are bigints. */
  toArray(): Nested[] {
    const flat = this.toTypedArray();
    const shape = this.shape;
    let at = 0;
    const build = (axis: number): Nested[] =>
      Array.from({ length: shape[axis] as number }, () =>
        axis + 1 === shape.length ? (flat[at++] as number) : build(axis + 1),
      );
    return build(0);
  }

  /** The one element of an array of size 1, as a number. */
  asscalar(): number {
    if (this.size !== 1) throw new MXNetError(`asscalar: the array has shape (${this.shape}), expected one element`);
    return Number(this.toTypedArray()[0]);
  }

  /** MXNet's name for `asscalar`. */
  item(): number {
    return this.asscalar();
  }

  /** What Python prints. */
  override toString(): string {
    return formatNDArray(this.toTypedArray(), this.shape, this.dtype);
  }

  /** @internal What `console.log` prints in Node, Deno and Bun. */
  [inspectSymbol](): string {
    return this.cells.some(isDisposed) ? "<NDArray (disposed)>" : this.toString();
  }

  /** @internal What `console.log` prints in Deno. */
  [Symbol.for("Deno.customInspect")](): string {
    return this[inspectSymbol]();
  }

  /** The subarrays along the first axis; the numbers of a 1-dimensional array come as arrays of shape (1,), as in MXNet. */
  *[Symbol.iterator](): Generator<NDArray, void, undefined> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  // ---- indexing

  /**
   * The subarray at an index of the first axes; negative ones count from the end. Outside of recording it shares memory.
   */
  at(...index: number[]): NDArray {
    for (const i of index) {
      if (typeof i !== "number") throw new TypeError(`at: an index must be a number, got ${describe(i)}`);
    }
    return getItem(this, index);
  }

  /**
   * A part of the array: one index an axis. An index is a number, a Python slice as text (`"1:3"`, `"::2"`), `":"` for all,
   * a list or an NDArray of places, or null for a new axis.
   */
  slice(...index: Index[]): NDArray {
    return getItem(this, index);
  }

  /** Writes a value (a number, an array that broadcasts, or nested numbers) to the place that an index names, or to all. */
  set(value: NDArray | Nested | TypedArray, ...index: Index[]): this {
    setItem(this, value, index);
    return this;
  }

  /** The subarrays at these places of an axis (`axis: 0`); places out of range are clipped (`mode: "clip"`) or wrapped. */
  take(
    indices: NDArray | readonly number[],
    options: { axis?: number; mode?: "clip" | "wrap" | "raise" } = {},
  ): NDArray {
    return takeItem(this, indices, options);
  }

  // ---- arithmetic

  #binary(other: Operand, tensor: string, scalar: string): NDArray {
    if (this.stype !== "default" || (other instanceof NDArray && other.stype !== "default")) {
      return this.#sparse(other, tensor, scalar);
    }
    if (other instanceof NDArray) return NDArray.fromCell(call1(callId(tensor), [this.cell, other.cell]));
    return NDArray.fromCell(call1(scalarCall(scalar, other), [this.cell]));
  }

  #sparse(other: Operand, tensor: string, scalar: string): NDArray {
    if (other instanceof NDArray) return invoke1(tensor, [this, other]);
    scalarCall(scalar, other);
    return invoke1(scalar, [this], { scalar: other });
  }

  #inPlace(other: Operand, tensor: string, scalar: string): this {
    if (this.stype !== "default") sparseStorage.assign(this, this.#sparse(other, tensor, scalar));
    else if (other instanceof NDArray) call(callId(tensor), [this.cell, other.cell], [this.cell]);
    else call(scalarCall(scalar, other), [this.cell], [this.cell]);
    return this;
  }

  /** this + other */
  add(other: Operand): NDArray {
    return this.#binary(other, "broadcast_add", "_plus_scalar");
  }
  /** this - other */
  sub(other: Operand): NDArray {
    return this.#binary(other, "broadcast_sub", "_minus_scalar");
  }
  /** this · other */
  mul(other: Operand): NDArray {
    return this.#binary(other, "broadcast_mul", "_mul_scalar");
  }
  /** this / other */
  div(other: Operand): NDArray {
    return this.#binary(other, "broadcast_div", "_div_scalar");
  }
  /** The remainder of this / other, with the sign of other. */
  mod(other: Operand): NDArray {
    return this.#binary(other, "broadcast_mod", "_mod_scalar");
  }
  /** this to the other */
  pow(other: Operand): NDArray {
    return this.#binary(other, "broadcast_power", "_power_scalar");
  }
  /** -this */
  neg(): NDArray {
    return this.#binary(-1, "", "_mul_scalar");
  }
  /** other - this */
  rsub(other: Operand): NDArray {
    return other instanceof NDArray ? other.sub(this) : this.#binary(other, "", "_rminus_scalar");
  }
  /** other / this */
  rdiv(other: Operand): NDArray {
    return other instanceof NDArray ? other.div(this) : this.#binary(other, "", "_rdiv_scalar");
  }
  /** The remainder of other / this, with the sign of this. */
  rmod(other: Operand): NDArray {
    return other instanceof NDArray ? other.mod(this) : this.#binary(other, "", "_rmod_scalar");
  }
  /** other to the this */
  rpow(other: Operand): NDArray {
    return other instanceof NDArray ? other.pow(this) : this.#binary(other, "", "_rpower_scalar");
  }
  /** 1 where equal, else 0, in this dtype. */
  equal(other: Operand): NDArray {
    return this.#binary(other, "broadcast_equal", "_equal_scalar");
  }
  /** 1 where not equal, else 0, in this dtype. */
  notEqual(other: Operand): NDArray {
    return this.#binary(other, "broadcast_not_equal", "_not_equal_scalar");
  }
  /** 1 where this > other, else 0, in this dtype. */
  greater(other: Operand): NDArray {
    return this.#binary(other, "broadcast_greater", "_greater_scalar");
  }
  /** 1 where this ≥ other, else 0, in this dtype. */
  greaterEqual(other: Operand): NDArray {
    return this.#binary(other, "broadcast_greater_equal", "_greater_equal_scalar");
  }
  /** 1 where this < other, else 0, in this dtype. */
  lesser(other: Operand): NDArray {
    return this.#binary(other, "broadcast_lesser", "_lesser_scalar");
  }
  /** 1 where this ≤ other, else 0, in this dtype. */
  lesserEqual(other: Operand): NDArray {
    return this.#binary(other, "broadcast_lesser_equal", "_lesser_equal_scalar");
  }
  /** this += other, in place. */
  addi(other: Operand): this {
    return this.#inPlace(other, "broadcast_add", "_plus_scalar");
  }
  /** this -= other, in place. */
  subi(other: Operand): this {
    return this.#inPlace(other, "broadcast_sub", "_minus_scalar");
  }
  /** this *= other, in place. */
  muli(other: Operand): this {
    return this.#inPlace(other, "broadcast_mul", "_mul_scalar");
  }
  /** this /= other, in place. */
  divi(other: Operand): this {
    return this.#inPlace(other, "broadcast_div", "_div_scalar");
  }
  /** this %= other, in place. */
  modi(other: Operand): this {
    return this.#inPlace(other, "broadcast_mod", "_mod_scalar");
  }

  // ---- shape and type

  /**
   * The elements under another shape, in MXNet's code (0 keeps, -1 infers, -2 keeps the rest, -3 merges two, -4 splits
   * one). Outside of recording the result shares memory.
   */
  reshape(...args: [shape: readonly number[], options?: { reverse?: boolean }] | number[]): NDArray {
    const shape = (Array.isArray(args[0]) ? args[0] : args.filter((a) => typeof a === "number")) as readonly number[];
    const options = args.find((a) => typeof a === "object" && !Array.isArray(a)) as { reverse?: boolean } | undefined;
    if (wasm.is_recording() && wasm.in_graph(this.handle)) {
      return NDArray.fromCell(call1(callId("Reshape", { shape, reverse: options?.reverse }), [this.cell]));
    }
    const handle = this.handle;
    scratch().set(new Uint32Array(Int32Array.from(shape).buffer));
    const ndim = wasm.decode_shape(handle, shape.length, options?.reverse ?? false);
    const target = scratch().slice(0, ndim);
    return NDArray.fromCell(
      derivedCell(this.cell, (owner) => {
        scratch().set(target);
        return wasm.view_reshaped(owner, ndim);
      }),
    );
  }

  /** The elements in another type; a copy unless `copy` is false and the type is this one. Differentiable. */
  astype(dtype: DType, copy = true): NDArray {
    if (dtype === this.dtype) return copy ? this.copy() : this;
    return invoke1("Cast", [this], { dtype });
  }

  /** A copy in memory of its own; differentiable. */
  copy(): NDArray {
    return invoke1("_copyto", [this]);
  }

  /** Copies the elements into another array of this shape, and returns that; differentiable. */
  copyto(target: NDArray): NDArray {
    if (!(target instanceof NDArray))
      throw new TypeError(`copyto: the target must be an NDArray, got ${describe(target)}`);
    const source = target.dtype === this.dtype ? this : this.astype(target.dtype);
    if (target.stype !== "default") sparseStorage.assign(target, source);
    else call(callId("_copyto"), [source.cell], [target.cell]);
    return target;
  }

  /** This array: there is one device. */
  asInContext(_context: Context): NDArray {
    return this;
  }

  // ---- autograd

  /** The gradient buffer, or null for an array without one. */
  get grad(): NDArray | null {
    if (!wasm.has_grad(this.handle)) return null;
    const { gradStype } = this.cell;
    if (gradStype) return sparseStorage.gradOf(this, gradStype);
    if (!this.cell.grad || isDisposed(this.cell.grad)) this.cell.grad = derivedCell(this.cell, wasm.grad_of);
    return new NDArray(this.cell.grad);
  }

  /**
   * Makes this array a variable: backward stores its gradient in a new buffer of zeros. Its own history is cut.
   *
   * @param gradReq - what backward does with the buffer: `"write"`, `"add"` or `"null"`
   * @param options - `stype`: how the gradient is stored. A `"row_sparse"` one holds only the rows that it has: those that
   * `Embedding` with `sparseGrad`, `take` and products with csr matrices reach
   */
  attachGrad(gradReq: GradReq = "write", options: AttachGradOptions = {}): void {
    const code = gradReqCode(gradReq);
    const stype = checkStype(options.stype ?? this.stype, "attachGrad");
    relieve();
    const { cell, handle } = this.variable();
    forgetGrad(cell);
    wasm.attach_grad(handle, code, stype === "row_sparse");
    cell.gradStype = stype === "default" ? undefined : stype;
  }

  /** @internal This array, as one that can get a gradient. */
  protected variable(): NDArray {
    return this;
  }

  /** The same memory outside of every graph. */
  detach(): NDArray {
    return NDArray.fromCell(derivedCell(this.cell, wasm.array_detach));
  }

  /**
   * Computes the gradients of this array with respect to the variables it came from.
   *
   * @param outGrad - the weight of each element; ones by default
   */
  backward(outGrad: NDArray | null = null, options: { retainGraph?: boolean; trainMode?: boolean } = {}): void {
    if (outGrad !== null && !(outGrad instanceof NDArray)) {
      throw new TypeError(`backward: outGrad must be an NDArray or null, got ${describe(outGrad)}`);
    }
    relieve();
    const head = this.handle;
    const grad = outGrad ? outGrad.handle : 0;
    const words = scratch();
    words[0] = head;
    words[1] = grad;
    wasm.backward(1, outGrad ? 1 : 0, options.retainGraph ?? false, options.trainMode ?? true);
  }

  // ---- lifetime

  /** Frees the array at once. Reading it afterwards is an error; graphs keep what they need of it. */
  dispose(): void {
    this.cells.forEach(disposeCell);
  }

  /** @internal `using x = …` disposes x at the end of the block. */
  [disposeSymbol](): void {
    this.dispose();
  }

  /** Does nothing: every call has finished when it returns. */
  waitToRead(): void {}
}

function scalarCall(op: string, value: unknown): number {
  if (typeof value !== "number") {
    throw new TypeError(`${op}: an operand must be an NDArray or a number, got ${describe(value)}`);
  }
  return callId(op, { scalar: value });
}
