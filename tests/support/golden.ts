/**
 * Golden files: results of MXNet 1.9.1, made by scripts/oracle. One container holds
 * a u32 header length, the JSON header, and from the next multiple of 16 the raw little-endian tensors.
 */
import { readFileSync } from "node:fs";
import { type NDArray, nd } from "mxgrad";

export type DType = "float32" | "float64" | "float16" | "int8" | "uint8" | "int32" | "int64";

/** A stored tensor. float16 elements are the numbers they stand for, int64 are bigints. */
export interface GoldenTensor {
  readonly dtype: DType;
  readonly shape: number[];
  readonly data: Float32Array | Float64Array | Int8Array | Uint8Array | Int32Array | BigInt64Array;
}

/** How results are compared: each element by itself, with the slack of a long sum, or to the last bit. */
export type Comparison = "elementwise" | "sum" | "exact";

/** One call of one operator. Numbers are positions in the container's list of tensors; keys are input positions. */
export interface GoldenCase {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly number[];
  readonly attrs?: Readonly<Record<string, string>>;
  /** The training flag, true if absent. */
  readonly train?: false;
  /** Seed of the random numbers, set right before the call. */
  readonly seed?: number;
  /** The input that receives the output, or those that receive the outputs. */
  readonly out?: number | readonly number[];
  /** MXNet refuses the call with this message; there is nothing else then. */
  readonly throws?: string;
  readonly compare?: Comparison;
  readonly outputs?: readonly number[];
  /** Head gradients, one for each output. */
  readonly heads?: readonly number[];
  readonly grads?: Readonly<Record<string, number>>;
  /** Inputs that the operator changes: their values after forward, and at the end. */
  readonly forwardStates?: Readonly<Record<string, number>>;
  readonly states?: Readonly<Record<string, number>>;
}

export interface GoldenFile {
  readonly family: string;
  readonly cases: readonly GoldenCase[];
  tensor(index: number): GoldenTensor;
}

const ELEMENT_BYTES: Readonly<Record<DType, number>> = {
  float32: 4,
  float64: 8,
  float16: 2,
  int8: 1,
  uint8: 1,
  int32: 4,
  int64: 8,
};

/** The number that the bits of a float16 stand for. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function decode(dtype: DType, bytes: ArrayBuffer): GoldenTensor["data"] {
  switch (dtype) {
    case "float32":
      return new Float32Array(bytes);
    case "float64":
      return new Float64Array(bytes);
    case "float16":
      return Float32Array.from(new Uint16Array(bytes), halfToNumber);
    case "int8":
      return new Int8Array(bytes);
    case "uint8":
      return new Uint8Array(bytes);
    case "int32":
      return new Int32Array(bytes);
    case "int64":
      return new BigInt64Array(bytes);
  }
}

/** Reads a container, for example `new URL("../golden/ops/unary.bin", import.meta.url)`. */
export function readGolden(file: URL): GoldenFile {
  const raw = readFileSync(file);
  const headerLength = raw.readUInt32LE(0);
  const header = JSON.parse(raw.toString("utf8", 4, 4 + headerLength)) as {
    family: string;
    cases: GoldenCase[];
    tensors: [DType, number[], number][];
  };
  const start = Math.ceil((4 + headerLength) / 16) * 16;
  return {
    family: header.family,
    cases: header.cases,
    tensor(index) {
      const [dtype, shape, offset] = header.tensors[index]!;
      const length = shape.reduce((size, n) => size * n, 1) * ELEMENT_BYTES[dtype];
      const bytes = new Uint8Array(raw.subarray(start + offset, start + offset + length)).buffer;
      return { dtype, shape, data: decode(dtype, bytes) };
    },
  };
}

/** An NDArray with the tensor's elements, shape and dtype. */
export function toNDArray({ data, shape, dtype }: GoldenTensor): NDArray {
  return nd.array(data, { dtype }).reshape(shape);
}

/** The elements of an array, float16 as the numbers they stand for. */
function elements(x: NDArray): ArrayLike<number | bigint> {
  return x.dtype === "float16" ? nd.invoke("Cast", [x], { dtype: "float32" })[0]!.toTypedArray() : x.toTypedArray();
}

/** Relative tolerance, and absolute: of the largest magnitude for "sum", of one for "elementwise". */
const TOLERANCES = {
  float32: { elementwise: [1e-5, 1e-7], sum: [1e-4, 1e-6] },
  float64: { elementwise: [1e-12, 1e-15], sum: [1e-11, 1e-14] },
} as const;
/** The distance of neighbours in float16, relative and near zero: one unit in the last place is allowed. */
const HALF_STEP = [2 ** -10, 2 ** -24] as const;
const DIGITS: readonly DType[] = ["float64", "float32", "float16"];

/** The least precise of some dtypes: `dtype=` widens an output, but not the computation. */
function leastPrecise(dtypes: readonly DType[]): "float64" | "float32" | "float16" | null {
  const rank = Math.max(...dtypes.map((dtype) => DIGITS.indexOf(dtype)));
  return (DIGITS[rank] as "float64" | "float32" | "float16" | undefined) ?? null;
}

/** One unit in the last place of a float16 of this magnitude. */
function halfUnit(magnitude: number): number {
  return magnitude < 2 ** -14 ? HALF_STEP[1] : HALF_STEP[0] * 2 ** Math.floor(Math.log2(magnitude));
}

/** How far a result may lie from the expected number. */
function allowance(
  expected: number,
  largest: number,
  precision: "float64" | "float32" | "float16",
  how: Comparison,
): number {
  if (how === "exact") return 0;
  const size = Math.abs(expected);
  if (precision === "float16") return halfUnit(size);
  const [relative, absolute] = TOLERANCES[precision][how];
  return relative * size + absolute * (how === "sum" ? largest : 1);
}

/**
 * Says what is wrong with a result, or null. Shape and dtype must agree; integers must be equal, floating numbers close; NaN
 * equals NaN, and 0 equals -0.
 *
 * @param inputs - dtypes of the operator's inputs, which limit the precision of the result
 */
export function difference(
  actual: NDArray,
  expected: GoldenTensor,
  how: Comparison,
  inputs: readonly DType[],
): string | null {
  if (actual.dtype !== expected.dtype) return `dtype ${actual.dtype}, expected ${expected.dtype}`;
  if (actual.shape.join() !== expected.shape.join()) return `shape (${actual.shape}), expected (${expected.shape})`;
  const got = elements(actual);
  const want: ArrayLike<number | bigint> = expected.data;
  if (got.length !== want.length) return `${got.length} elements, expected ${want.length}`;
  const precision = DIGITS.includes(expected.dtype) ? leastPrecise([expected.dtype, ...inputs]) : null;
  let largest = 0;
  for (let i = 0; i < want.length; i++) {
    const size = Math.abs(Number(want[i]));
    if (Number.isFinite(size)) largest = Math.max(largest, size);
  }
  for (let i = 0; i < want.length; i++) {
    const a = got[i]!;
    const e = want[i]!;
    if (a === e || (Number.isNaN(a) && Number.isNaN(e))) continue;
    const close =
      precision !== null &&
      Number.isFinite(e) &&
      Math.abs(Number(a) - Number(e)) <= allowance(Number(e), largest, precision, how);
    if (!close) return `element ${i} of (${expected.shape}) is ${a}, expected ${e}`;
  }
  return null;
}
