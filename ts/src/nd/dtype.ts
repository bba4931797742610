/** An element type, under MXNet's name. */
export type DType = "float32" | "float64" | "float16" | "uint8" | "int32" | "int8" | "int64";

/** The element types in the order of MXNet's codes. */
export const DTYPES: readonly DType[] = ["float32", "float64", "float16", "uint8", "int32", "int8", "int64"];

/** The size of one element in bytes. */
export const ITEM_SIZE: Readonly<Record<DType, number>> = {
  float32: 4,
  float64: 8,
  float16: 2,
  uint8: 1,
  int32: 4,
  int8: 1,
  int64: 8,
};

/** What `toTypedArray` gives: float16 comes as its values in a `Float32Array`, int64 as `BigInt64Array`. */
export type TypedArray = Float32Array | Float64Array | Uint8Array | Int32Array | Int8Array | BigInt64Array;

/** Any typed array that `nd.array` takes. */
export type AnyTypedArray = TypedArray | Uint8ClampedArray | Int16Array | Uint16Array | Uint32Array | BigUint64Array;

/** The code of a dtype, or a TypeError that lists the names. */
export function dtypeCode(dtype: string): number {
  const code = DTYPES.indexOf(dtype as DType);
  if (code < 0) throw new TypeError(`unknown dtype ${JSON.stringify(dtype)}; the dtypes are: ${DTYPES.join(", ")}`);
  return code;
}

/** The dtype that an array made from this typed array has by default: its own where MXNet has it, else float32. */
export function dtypeOf(data: AnyTypedArray): DType {
  if (data instanceof Float64Array) return "float64";
  if (data instanceof Int32Array) return "int32";
  if (data instanceof Int8Array) return "int8";
  if (data instanceof Uint8Array || data instanceof Uint8ClampedArray) return "uint8";
  if (data instanceof BigInt64Array) return "int64";
  return "float32";
}

const f32 = new Float32Array(1);
const u32 = new Uint32Array(f32.buffer);

/** The bits of the float16 nearest to a number (ties to even), by way of float32 as MXNet converts. */
export function toHalf(value: number): number {
  f32[0] = value;
  const bits = u32[0] as number;
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x47800000) return sign | 0x7c00;
  // Below 2^-14 the result is subnormal: a multiple of 2^-24.
  if (magnitude < 0x38800000) return sign | roundEven(Math.abs(f32[0] as number) * 2 ** 24);
  const odd = (magnitude >>> 13) & 1;
  return sign | ((magnitude - 0x38000000 + 0xfff + odd) >>> 13);
}

function roundEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}

/** The value of float16 bits. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
