// NumPy's .npy: a Python dictionary of type, order and shape, then the elements.
import type { NDArray } from "../nd/ndarray.ts";
import { readBytes } from "../runtime/cell.ts";
import { type ArrayData, elementName, elementsOf, elementType } from "./array-data.ts";
import { invalid, viewOf } from "./bytes.ts";

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const ALIGNMENT = 64;

/** Whether a file is a .npy. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** The array of a .npy file; of one in Fortran's order the axes come reversed. */
export function readNpy(bytes: Uint8Array, name: string): ArrayData & { readonly reversed: boolean } {
  const fail = (why: string): never => invalid("load", name ? `.npy file ${JSON.stringify(name)}` : ".npy file", why);
  if (bytes.length < 12) fail("it is cut off");
  const wide = (bytes[6] as number) > 1;
  const start = wide ? 12 : 10;
  const length = wide ? viewOf(bytes).getUint32(8, true) : viewOf(bytes).getUint16(8, true);
  if (!isNpy(bytes) || (bytes[6] as number) < 1 || (bytes[6] as number) > 3) fail("it does not begin as one");
  if (start + length > bytes.length) fail("it is cut off");
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
  const field = (key: string, value: string): string | undefined =>
    new RegExp(`'${key}':\\s*${value}`).exec(header)?.[1];
  const type = /^([<>|=])([a-z])(\d+)$/.exec(field("descr", "'([^']*)'") ?? "") ?? fail("its header has no known type");
  const order = field("fortran_order", "(True|False)") ?? fail("its header has no order");
  const sizes = field("shape", "\\(([\\d, ]*)\\)") ?? fail("its header has no shape");
  const [, endian, kind = "", count] = type;
  const key = kind === "b" ? "bool" : `${kind}${8 * Number(count)}`;
  const element = elementType(key);
  if (!element || element.size !== Number(count)) return fail(`elements of type ${type[0]} cannot be read`);
  const shape = sizes
    .split(",")
    .filter((size) => size.trim() !== "")
    .map(Number);
  const data = bytes.subarray(start + length);
  const wanted = elementsOf(shape) * element.size;
  if (wanted !== data.length) fail(`a shape of (${shape}) asks for ${wanted} bytes, it has ${data.length}`);
  const reversed = order === "True" && shape.length > 1;
  return {
    name,
    shape: reversed ? shape.reverse() : shape,
    type: element,
    data: endian === ">" ? swapped(data, element.size) : data,
    reversed,
  };
}

/** Bytes with the order of each element's reversed. */
function swapped(data: Uint8Array, size: number): Uint8Array {
  const result = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) result[i] = data[i - (i % size) + size - 1 - (i % size)] as number;
  return result;
}

/** An array as a .npy file, byte for byte as NumPy's. */
export function writeNpy(x: NDArray): Uint8Array {
  const { shape, dtype } = x;
  const name = elementName(dtype);
  const size = Number(name.slice(1)) / 8;
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const descr = `${size === 1 ? "|" : "<"}${name[0]}${size}`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const start = Math.ceil((11 + header.length) / ALIGNMENT) * ALIGNMENT;
  const data = readBytes(x.handle);
  const bytes = new Uint8Array(start + data.length);
  bytes.set(MAGIC);
  bytes[6] = 1;
  viewOf(bytes).setUint16(8, start - 10, true);
  bytes.set(new TextEncoder().encode(`${header.padEnd(start - 11)}\n`), 10);
  bytes.set(data, start);
  return bytes;
}
