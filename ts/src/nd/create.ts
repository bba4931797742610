// Making arrays.
import { MXNetError } from "../error.ts";
import { notePressure, relieve, writeArray } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { type AnyTypedArray, type DType, dtypeCode, dtypeOf, toHalf } from "./dtype.ts";
import { describe, invoke1 } from "./invoke.ts";
import { type Context, NDArray, type Nested } from "./ndarray.ts";

/** What the making functions take besides the shape. */
export interface CreateOptions {
  /** The element type; float32 by default. */
  dtype?: DType | undefined;
  /** Accepted for MXNet's sake: there is one device. */
  ctx?: Context | undefined;
}

/** What `nd.array` takes. */
export interface ArrayOptions extends CreateOptions {
  /** The shape, for flat data; the nesting gives it otherwise. */
  shape?: readonly number[] | undefined;
}

function shapeOf(source: unknown): number[] {
  const shape: number[] = [];
  let level = source;
  while (Array.isArray(level)) {
    shape.push(level.length);
    level = level[0];
  }
  return shape;
}

function flatten(source: Nested, shape: readonly number[], axis: number, into: (number | bigint)[]): void {
  if (axis === shape.length) {
    if (typeof source !== "number" && typeof source !== "bigint" && typeof source !== "boolean") {
      throw new TypeError(`array: elements must be numbers, got ${describe(source)}`);
    }
    into.push(typeof source === "boolean" ? Number(source) : source);
    return;
  }
  if (!Array.isArray(source) || source.length !== shape[axis]) {
    const got = Array.isArray(source) ? `${source.length} elements` : describe(source);
    throw new MXNetError(`array: the nesting is uneven: expected ${shape[axis]} elements at depth ${axis}, got ${got}`);
  }
  for (const item of source) flatten(item, shape, axis + 1, into);
}

/** Numbers as the bytes of a dtype; out of range integers wrap, as C's conversions do. */
function encode(data: ArrayLike<number | bigint>, dtype: DType): Uint8Array {
  const length = data.length;
  const at = (i: number): number => Number(data[i]);
  let typed: ArrayBufferView;
  switch (dtype) {
    case "float32":
      typed = data instanceof Float32Array ? data : Float32Array.from({ length }, (_, i) => at(i));
      break;
    case "float64":
      typed = data instanceof Float64Array ? data : Float64Array.from({ length }, (_, i) => at(i));
      break;
    case "float16":
      typed = Uint16Array.from({ length }, (_, i) => toHalf(at(i)));
      break;
    case "uint8":
      typed = data instanceof Uint8Array ? data : Uint8Array.from({ length }, (_, i) => at(i));
      break;
    case "int32":
      typed = data instanceof Int32Array ? data : Int32Array.from({ length }, (_, i) => at(i));
      break;
    case "int8":
      typed = data instanceof Int8Array ? data : Int8Array.from({ length }, (_, i) => at(i));
      break;
    default:
      typed =
        data instanceof BigInt64Array
          ? data
          : BigInt64Array.from({ length }, (_, i) => {
              const value = data[i] as number | bigint;
              return typeof value === "bigint" ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n;
            });
  }
  return new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength);
}

/** Checks a shape. */
export function checkShape(shape: unknown, op: string): number[] {
  const list = typeof shape === "number" ? [shape] : shape;
  if (!Array.isArray(list) && !(ArrayBuffer.isView(list) && "length" in list)) {
    throw new TypeError(`${op}: the shape must be a list of sizes, got ${describe(shape)}`);
  }
  const sizes = Array.from(list as number[]);
  if (sizes.length === 0 || sizes.some((d) => !Number.isInteger(d) || d < 0 || d > 0x7fffffff)) {
    throw new MXNetError(`${op}: shape is (${sizes}), expected at least one non-negative integer`);
  }
  return sizes;
}

/**
 * An array of these values, converted to the dtype.
 *
 * @param source - nested numbers, a number, a typed array or an NDArray (which is copied)
 * @param options - `dtype` (by default that of a typed array or NDArray, else float32) and `shape` for flat data
 * @example
 * ```ts
 * nd.array([[1, 2], [3, 4]], { dtype: "int32" });
 * nd.array(new Float32Array(6), { shape: [2, 3] });
 * ```
 */
export function array(source: Nested | AnyTypedArray | NDArray, options: ArrayOptions | DType = {}): NDArray {
  const { dtype, shape } = typeof options === "string" ? { dtype: options, shape: undefined } : options;
  if (source instanceof NDArray) {
    const copy = dtype && dtype !== source.dtype ? source.astype(dtype) : source.copy();
    return (shape ? copy.reshape(shape) : copy).detach();
  }
  let flat: ArrayLike<number | bigint>;
  let natural: number[];
  if (ArrayBuffer.isView(source)) {
    flat = source as AnyTypedArray;
    natural = [flat.length];
  } else if (Array.isArray(source)) {
    natural = shapeOf(source);
    const values: (number | bigint)[] = [];
    flatten(source, natural, 0, values);
    flat = values;
  } else if (typeof source === "number" || typeof source === "bigint") {
    flat = [source];
    natural = [1];
  } else {
    throw new TypeError(`array: expected nested numbers, a typed array or an NDArray, got ${describe(source)}`);
  }
  const type = dtype ?? (ArrayBuffer.isView(source) ? dtypeOf(source as AnyTypedArray) : "float32");
  const code = dtypeCode(type);
  const sizes = shape ? checkShape(shape, "array") : natural;
  const size = sizes.reduce((n, d) => n * d, 1);
  if (size !== flat.length) {
    throw new MXNetError(`array: shape is (${sizes}) with ${size} elements, but the data has ${flat.length}`);
  }
  relieve();
  const result = NDArray.fromHandle(writeArray(sizes, code, encode(flat, type)));
  notePressure(wasm.memory_presses());
  return result;
}

function filled(
  op: string,
  shape: number | readonly number[],
  options: CreateOptions | DType,
  value?: number,
): NDArray {
  const dtype = typeof options === "string" ? options : (options.dtype ?? "float32");
  dtypeCode(dtype);
  const attrs = { shape: checkShape(shape, op.slice(1)), dtype };
  return invoke1(op, [], value === undefined ? attrs : { ...attrs, value });
}

/**
 * An array of zeros.
 *
 * @example
 * ```ts
 * console.log(nd.zeros([2, 2]).toArray()); // [ [ 0, 0 ], [ 0, 0 ] ]
 * ```
 */
export function zeros(shape: number | readonly number[], options: CreateOptions | DType = {}): NDArray {
  return filled("_zeros", shape, options);
}

/**
 * An array of ones.
 *
 * @example
 * ```ts
 * console.log(nd.ones([2, 2], { dtype: "int32" }).toArray()); // [ [ 1, 1 ], [ 1, 1 ] ]
 * ```
 */
export function ones(shape: number | readonly number[], options: CreateOptions | DType = {}): NDArray {
  return filled("_ones", shape, options);
}

/**
 * An array of one value.
 *
 * @example
 * ```ts
 * console.log(nd.full([2], 7).toArray()); // [ 7, 7 ]
 * ```
 */
export function full(shape: number | readonly number[], value: number, options: CreateOptions | DType = {}): NDArray {
  if (typeof value !== "number") throw new TypeError(`full: the value must be a number, got ${describe(value)}`);
  return filled("_full", shape, options, value);
}

/**
 * An array whose values do not matter (zeros).
 *
 * @example
 * ```ts
 * const buffer = nd.empty([2, 3]);
 * nd.exp(nd.ones([2, 3]), { out: buffer });
 * ```
 */
export function empty(shape: number | readonly number[], options: CreateOptions | DType = {}): NDArray {
  return filled("_zeros", shape, options);
}

/**
 * The numbers start, start + step, … below stop, each repeated `repeat` times.
 *
 * @param start - the first number; the end when `stop` is missing (then the range starts at 0)
 * @param stop - the end, not included
 * @param step - the distance between numbers
 * @example
 * ```ts
 * nd.arange(3).toArray(); // [0, 1, 2]
 * nd.arange(1, 2, 0.5).toArray(); // [1, 1.5]
 * ```
 */
export function arange(
  start: number,
  stop?: number | null | (CreateOptions & { repeat?: number; step?: number; stop?: number }),
  step: number | (CreateOptions & { repeat?: number }) = 1,
  options: CreateOptions & { repeat?: number } = {},
): NDArray {
  const given = [stop, step, options].find((o) => typeof o === "object" && o !== null && Object.keys(o).length > 0) as
    | (CreateOptions & { repeat?: number; step?: number; stop?: number })
    | undefined;
  return invoke1("_arange", [], {
    start,
    stop: typeof stop === "number" ? stop : (given?.stop ?? null),
    step: typeof step === "number" && given?.step === undefined ? step : (given?.step ?? 1),
    repeat: given?.repeat,
    dtype: given?.dtype,
  });
}

/**
 * `num` evenly spaced numbers from start to stop.
 *
 * @example
 * ```ts
 * console.log(nd.linspace(0, 1, 5).toArray()); // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export function linspace(
  start: number,
  stop: number,
  num: number,
  options: CreateOptions & { endpoint?: boolean } = {},
): NDArray {
  return invoke1("_linspace", [], { start, stop, num, endpoint: options.endpoint, dtype: options.dtype });
}

/**
 * A matrix with ones on diagonal `k`; square when `M` is 0.
 *
 * @example
 * ```ts
 * console.log(nd.eye(2).toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export function eye(N: number, M = 0, k = 0, options: CreateOptions = {}): NDArray {
  return invoke1("_eye", [], { N, M, k, dtype: options.dtype });
}
