// Zip files, as far as NumPy's .npz needs them: read through the directory at their end, written without compression.
import { invalid, viewOf } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./inflate.ts";

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const LONGEST_COMMENT = 0xffff;
/** Stands for a number that is in the extra field of large files. */
const ELSEWHERE = 0xffffffff;
/** The first of January 1980. */
const DATE = 0x21;

/** A file in a zip file. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Whether a file is a zip file. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && [LOCAL, END].includes(viewOf(bytes).getUint32(0, true));
}

/** The files in a zip file. */
export function unzip(bytes: Uint8Array, action: string): ZipEntry[] {
  const fail = (why: string): never => invalid(action, "zip file", why);
  const view = viewOf(bytes);
  const u16 = (at: number): number => view.getUint16(at, true);
  const u32 = (at: number): number => view.getUint32(at, true);
  let end = bytes.length - 22;
  while (end >= 0 && u32(end) !== END) end--;
  if (end < Math.max(0, bytes.length - 22 - LONGEST_COMMENT)) fail("its directory is missing");
  const count = u16(end + 10);
  const entries: ZipEntry[] = [];
  let at = u32(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || u32(at) !== ENTRY) fail("its directory is cut off");
    const [method, crc, packed, size] = [u16(at + 10), u32(at + 16), u32(at + 20), u32(at + 24)];
    const [nameLength, extra, comment, offset] = [u16(at + 28), u16(at + 30), u16(at + 32), u32(at + 42)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + extra + comment;
    const what = JSON.stringify(name.slice(0, 60));
    if ([packed, size, offset].includes(ELSEWHERE)) fail(`${what} has 4 GiB or more`);
    if (offset + 30 > bytes.length || u32(offset) !== LOCAL) fail(`${what} is not where it should be`);
    const start = offset + 30 + u16(offset + 26) + u16(offset + 28);
    if (start + packed > bytes.length) fail(`${what} is cut off`);
    if (method !== 0 && method !== 8) fail(`${what} is compressed in a way that is not known (${method})`);
    const raw = bytes.subarray(start, start + packed);
    const data = method === 0 ? raw : inflate(raw, 0, size, action).data;
    if (data.length !== size || crc32(data) !== crc) fail(`the checksum of ${what} is wrong`);
    entries.push({ name, data });
  }
  return entries;
}

/** Files as a zip file. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  const total = entries.reduce((n, { data }, i) => n + data.length + 2 * (names[i] as Uint8Array).length + 76, 22);
  const bytes = new Uint8Array(total);
  const view = viewOf(bytes);
  const offsets: number[] = [];
  let at = 0;
  /** What both headers have: version, flags (names are UTF-8), method, time, date, checksum, sizes, length of the name. */
  const common = (start: number, i: number): void => {
    const { length } = (entries[i] as ZipEntry).data;
    [20, 0x800, 0, 0, DATE].forEach((value, k) => {
      view.setUint16(start + 2 * k, value, true);
    });
    [crc32((entries[i] as ZipEntry).data), length, length].forEach((value, k) => {
      view.setUint32(start + 10 + 4 * k, value, true);
    });
    view.setUint16(start + 22, (names[i] as Uint8Array).length, true);
  };
  entries.forEach(({ data }, i) => {
    const name = names[i] as Uint8Array;
    offsets.push(at);
    view.setUint32(at, LOCAL, true);
    common(at + 4, i);
    bytes.set(name, at + 30);
    bytes.set(data, at + 30 + name.length);
    at += 30 + name.length + data.length;
  });
  const directory = at;
  names.forEach((name, i) => {
    view.setUint32(at, ENTRY, true);
    view.setUint16(at + 4, 20, true);
    common(at + 6, i);
    view.setUint32(at + 42, offsets[i] as number, true);
    bytes.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}
