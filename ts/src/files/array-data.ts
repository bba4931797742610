// Arrays as files have them: element types that are ours, or that become ours.
import { type DType, dtypeCode, ITEM_SIZE } from "../nd/dtype.ts";
import { NDArray } from "../nd/ndarray.ts";
import { notePressure, relieve, writeArray } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { viewOf } from "./bytes.ts";

/** An array that a reader found. */
export interface ArrayData {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: ElementType;
  /** The elements, in row-major order. */
  readonly data: Uint8Array;
}

/** Our types by kind and bits. */
const OWN: Readonly<Record<DType, string>> = {
  float32: "f32",
  float64: "f64",
  float16: "f16",
  uint8: "u8",
  int32: "i32",
  int8: "i8",
  int64: "i64",
};

/** An element type of a file: its size, and what becomes of it here. */
export interface ElementType {
  readonly size: number;
  readonly dtype: DType;
  /** Reads an element of a type that is not ours. */
  readonly read?: (view: DataView, at: number) => number | bigint;
}

/**
 * The element type of a kind and bits, `f32`: ours, and those that fit into them. Brain floats become float32. A function,
 * so that bundlers can leave it out.
 */
export function elementType(name: string): ElementType | undefined {
  const own = Object.entries(OWN).find(([, dtype]) => dtype === name)?.[0] as DType | undefined;
  if (own) return { size: ITEM_SIZE[own], dtype: own };
  switch (name) {
    case "bool":
      return { size: 1, dtype: "uint8", read: (view, at) => (view.getUint8(at) ? 1 : 0) };
    case "i16":
      return { size: 2, dtype: "int32", read: (view, at) => view.getInt16(at, true) };
    case "u16":
      return { size: 2, dtype: "int32", read: (view, at) => view.getUint16(at, true) };
    case "u32":
      return { size: 4, dtype: "int64", read: (view, at) => BigInt(view.getUint32(at, true)) };
    case "bf16":
      return {
        size: 2,
        dtype: "float32",
        read: (view, at) => new Float32Array(Uint32Array.of(view.getUint16(at, true) << 16).buffer)[0] as number,
      };
    default:
      return undefined;
  }
}

/** The number of elements of a shape, or NaN if it is none or more than an array can have. */
export function elementsOf(shape: readonly unknown[]): number {
  let count = 1;
  for (const size of shape) {
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0 || size > 0x7fffffff) return Number.NaN;
    count *= size;
  }
  return shape.length > 32 || count > 0x7fffffff ? Number.NaN : count;
}

/** The elements in our type. */
function converted({ data, type: { size, dtype, read } }: ArrayData): Uint8Array {
  if (!read) return data;
  const [count, view] = [data.length / size, viewOf(data)];
  const values = { length: count };
  const at = (i: number): number => read(view, i * size) as number;
  if (dtype === "int64") return new Uint8Array(BigInt64Array.from(values, (_, i) => BigInt(at(i))).buffer);
  if (dtype === "int32") return new Uint8Array(Int32Array.from(values, (_, i) => at(i)).buffer);
  if (dtype === "float32") return new Uint8Array(Float32Array.from(values, (_, i) => at(i)).buffer);
  return Uint8Array.from(values, (_, i) => at(i));
}

/** Arrays of what a reader found. What has no dimension gets one. */
export function makeArrays(list: readonly ArrayData[]): NDArray[] {
  relieve();
  const arrays = list.map((item) => {
    const shape = item.shape.length === 0 ? [1] : item.shape;
    return NDArray.fromHandle(writeArray(shape, dtypeCode(item.type.dtype), converted(item)));
  });
  notePressure(wasm.memory_presses());
  return arrays;
}

/** The same by name. */
export function makeNamed(list: readonly ArrayData[]): { [name: string]: NDArray } {
  const arrays = makeArrays(list);
  // Without a prototype no name is special.
  const dict: { [name: string]: NDArray } = Object.create(null);
  list.forEach(({ name }, i) => {
    dict[name] = arrays[i] as NDArray;
  });
  return dict;
}

/** The kind and bits of our type. */
export function elementName(dtype: DType): string {
  return OWN[dtype];
}
