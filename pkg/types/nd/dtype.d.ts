/** An element type, under MXNet's name. */
export type DType = "float32" | "float64" | "float16" | "uint8" | "int32" | "int8" | "int64";
/** The element types in the order of MXNet's codes. */
export declare const DTYPES: readonly DType[];
/** The size of one element in bytes. */
export declare const ITEM_SIZE: Readonly<Record<DType, number>>;
/** What `toTypedArray` gives: float16 comes as its values in a `Float32Array`, int64 as `BigInt64Array`. */
export type TypedArray = Float32Array | Float64Array | Uint8Array | Int32Array | Int8Array | BigInt64Array;
/** Any typed array that `nd.array` takes. */
export type AnyTypedArray = TypedArray | Uint8ClampedArray | Int16Array | Uint16Array | Uint32Array | BigUint64Array;
/** The code of a dtype, or a TypeError that lists the names. */
export declare function dtypeCode(dtype: string): number;
/** The dtype that an array made from this typed array has by default: its own where MXNet has it, else float32. */
export declare function dtypeOf(data: AnyTypedArray): DType;
/** The bits of the float16 nearest to a number (ties to even), by way of float32 as MXNet converts. */
export declare function toHalf(value: number): number;
/** The value of float16 bits. */
export declare function fromHalf(bits: number): number;
