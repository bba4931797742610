// safetensors: u64 length, JSON of type, shape and place of each tensor, then the elements.
import type { NDArray } from "../nd/ndarray.ts";
import { readBytes } from "../runtime/cell.ts";
import { type ArrayData, elementName, elementsOf, elementType } from "./array-data.ts";
import { invalid, viewOf } from "./bytes.ts";

const METADATA = "__metadata__";
const MOST_HEADER = 100_000_000;
/** The order in which the reference implementation puts types, the last first. */
const ORDER = ["u8", "i8", "f16", "i32", "f32", "f64", "i64"];

/** Texts by name that go with the tensors. */
export type Metadata = { readonly [name: string]: string };

/** Whether a file is of safetensors: there is nothing but the header's length to tell it by, and how the header begins. */
export function isSafetensors(bytes: Uint8Array): boolean {
  return bytes.length >= 10 && bytes[8] === 0x7b && viewOf(bytes).getBigUint64(0, true) <= BigInt(MOST_HEADER);
}

/** The tensors of a file, and its metadata. */
export function readSafetensors(bytes: Uint8Array, action: string): { list: ArrayData[]; metadata: Metadata } {
  const fail = (why: string): never => invalid(action, "safetensors file", why);
  if (!isSafetensors(bytes)) fail("it does not begin as one");
  const length = Number(viewOf(bytes).getBigUint64(0, true));
  if (8 + length > bytes.length) fail(`a header of ${length} bytes is cut off after ${bytes.length - 8}`);
  let header: { [name: string]: unknown } = {};
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(8, 8 + length)));
  } catch (error) {
    fail(`its header is no JSON: ${(error as Error).message}`);
  }
  const buffer = bytes.subarray(8 + length);
  const list: ArrayData[] = [];
  const places: [number, number][] = [];
  let metadata: Metadata = {};
  for (const [name, value] of Object.entries(header)) {
    const what = `tensor ${JSON.stringify(name.slice(0, 60))}`;
    const { dtype, shape, data_offsets: offsets } = (value ?? {}) as { [key: string]: unknown };
    if (name === METADATA) {
      if (!isTexts(value)) fail("its metadata is not of texts");
      metadata = value as Metadata;
      continue;
    }
    const type = elementType(String(dtype).toLowerCase());
    if (!type) return fail(`${what} is of type ${String(dtype).slice(0, 20)}, which cannot be read`);
    if (!Array.isArray(shape) || !Array.isArray(offsets)) return fail(`${what} has no shape or no place`);
    const [begin, end] = offsets as [number, number];
    const wanted = elementsOf(shape) * type.size;
    const possible = Number.isSafeInteger(begin) && begin >= 0 && end <= buffer.length;
    if (offsets.length !== 2 || !possible || end - begin !== wanted) {
      fail(`${what} of shape (${shape}) should have ${wanted} bytes at ${begin} to ${end} of ${buffer.length}`);
    }
    places.push([begin, end]);
    list.push({ name, shape: shape as number[], type, data: buffer.subarray(begin, end) });
  }
  let at = 0;
  for (const [begin, end] of places.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (begin !== at) fail(`there is a gap or an overlap at ${Math.min(at, begin)}`);
    at = end;
  }
  if (at !== buffer.length) fail(`it has ${buffer.length - at} bytes behind the last tensor`);
  return { list, metadata };
}

function isTexts(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
}

/** Arrays as a file, byte for byte as the reference implementation writes it. */
export function writeSafetensors(
  pairs: readonly (readonly [string, NDArray])[],
  metadata: Metadata | null,
): Uint8Array {
  const sorted = pairs
    .map(([name, x]) => ({ name, x, type: elementName(x.dtype) }))
    .sort((a, b) => ORDER.indexOf(b.type) - ORDER.indexOf(a.type) || compare(a.name, b.name));
  const fields: string[] = metadata ? [`${JSON.stringify(METADATA)}:${JSON.stringify(metadata)}`] : [];
  const parts = sorted.map(({ x }) => readBytes(x.handle));
  let at = 0;
  sorted.forEach(({ name, x, type }, i) => {
    const end = at + (parts[i] as Uint8Array).length;
    const entry = { dtype: type.toUpperCase(), shape: x.shape, data_offsets: [at, end] };
    fields.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    at = end;
  });
  const json = new TextEncoder().encode(`{${fields.join(",")}}`);
  const length = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + length + at).fill(0x20, 8, 8 + length);
  viewOf(bytes).setBigUint64(0, BigInt(length), true);
  bytes.set(json, 8);
  at = 8 + length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Names in the order of their UTF-8. */
function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => Array.from(text, (c) => c.codePointAt(0) as number)) as [number[], number[]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return (x[i] as number) - (y[i] as number);
  return x.length - y.length;
}
