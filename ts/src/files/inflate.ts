// Decompression of DEFLATE (RFC 1951), for .gz, .npz and PNG. The platform's own is asynchronous outside of Node.
import { invalid, viewOf } from "./bytes.ts";
import { crc32 } from "./crc32.ts";
import { matchDistances, matchLengths } from "./deflate-codes.ts";

/** No more than this comes out of one file. */
const MOST = 2 ** 31 - 1;
/** DEFLATE makes at most 1032 bytes of one. */
const MOST_RATIO = 1032;
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Look-up by the next bits: the symbol and, in the low four bits, the length of its code. */
interface Codes {
  readonly table: Uint16Array;
  readonly bits: number;
}

/** The codes of symbols with these lengths; null if there are more codes than fit. */
function codesOf(lengths: ArrayLike<number>): Codes | null {
  const counts = new Uint16Array(16);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i] as number]!++;
  let bits = 15;
  while (bits > 1 && counts[bits] === 0) bits--;
  const table = new Uint16Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length++) {
    code <<= 1;
    if (counts[length] === 0) continue;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (code >> length) return null;
      let reversed = 0;
      for (let i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i);
      for (let at = reversed; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length;
      code++;
    }
  }
  return { table, bits };
}

/** Copies bytes that reach into what is being written. */
function repeat(out: Uint8Array, from: number, to: number, count: number): void {
  for (let i = 0; i < count; i++) out[to + i] = out[from + i] as number;
}

/**
 * Decompresses a stream that begins at `at`; gives the bytes and where the stream ends.
 *
 * @param most - how many bytes there may be
 */
export function inflate(
  source: Uint8Array,
  at = 0,
  most: number = MOST,
  action = "inflate",
): { data: Uint8Array; end: number } {
  const fail = (why: string): never => invalid(action, "compressed data", why);
  const rest = Math.max(0, source.length - at);
  const limit = Math.min(most, MOST, rest * MOST_RATIO);
  let out = new Uint8Array(Math.min(limit, rest * 4));
  let size = 0;
  let held = 0;
  let holds = 0;

  const fill = (count: number): void => {
    while (holds < count && at < source.length) {
      held |= (source[at++] as number) << holds;
      holds += 8;
    }
  };
  const drop = (count: number): void => {
    if (count > holds) fail("it is cut off");
    held >>>= count;
    holds -= count;
  };
  const take = (count: number): number => {
    fill(count);
    const value = held & ((1 << count) - 1);
    drop(count);
    return value;
  };
  const symbol = ({ table, bits }: Codes): number => {
    fill(bits);
    const entry = table[held & ((1 << bits) - 1)] as number;
    if (entry === 0) fail(holds < bits ? "it is cut off" : "there is no such code");
    drop(entry & 15);
    return entry >> 4;
  };
  const grow = (count: number): void => {
    if (size + count <= out.length) return;
    if (size + count > limit) fail(`it holds more than ${limit} bytes`);
    const bigger = new Uint8Array(Math.min(limit, Math.max(out.length * 2, size + count)));
    bigger.set(out.subarray(0, size));
    out = bigger;
  };
  const made = (lengths: ArrayLike<number>): Codes => codesOf(lengths) ?? fail("its codes are oversubscribed");

  const [lengths, distances] = [matchLengths(), matchDistances()];

  const stored = (): void => {
    held = 0;
    at -= holds >> 3;
    holds = 0;
    if (at + 4 > source.length) fail("it is cut off");
    const count = (source[at] as number) | ((source[at + 1] as number) << 8);
    if ((count ^ 0xffff) !== ((source[at + 2] as number) | ((source[at + 3] as number) << 8))) {
      fail("the length of a stored block is wrong");
    }
    at += 4;
    if (at + count > source.length) fail("it is cut off");
    grow(count);
    out.set(source.subarray(at, at + count), size);
    at += count;
    size += count;
  };
  const dynamic = (): [Codes, Codes] => {
    const literals = take(5) + 257;
    const distanceCodes = take(5) + 1;
    const given = take(4) + 4;
    const order = new Uint8Array(19);
    for (let i = 0; i < given; i++) order[CODE_ORDER[i] as number] = take(3);
    const codes = made(order);
    const all = new Uint8Array(literals + distanceCodes);
    for (let i = 0; i < all.length; ) {
      const code = symbol(codes);
      if (code < 16) {
        all[i++] = code;
        continue;
      }
      if (code === 16 && i === 0) fail("a length repeats nothing");
      const value = code === 16 ? (all[i - 1] as number) : 0;
      const count = code === 16 ? 3 + take(2) : code === 17 ? 3 + take(3) : 11 + take(7);
      if (i + count > all.length) fail("there are too many lengths");
      all.fill(value, i, i + count);
      i += count;
    }
    return [made(all.subarray(0, literals)), made(all.subarray(literals))];
  };
  const fixed = (): [Codes, Codes] => {
    const all = new Uint8Array(288).fill(8);
    all.fill(9, 144, 256).fill(7, 256, 280);
    return [made(all), made(new Uint8Array(30).fill(5))];
  };
  const block = ([literal, distance]: [Codes, Codes]): void => {
    for (;;) {
      const code = symbol(literal);
      if (code < 256) {
        grow(1);
        out[size++] = code;
        continue;
      }
      if (code === 256) return;
      if (code > 285) fail("there is no such code");
      const count = (lengths.base[code - 257] as number) + take(lengths.extra[code - 257] as number);
      const far = symbol(distance);
      if (far > 29) fail("there is no such code");
      const from = size - (distances.base[far] as number) - take(distances.extra[far] as number);
      if (from < 0) fail("it refers to what is before its start");
      grow(count);
      if (from + count <= size) out.copyWithin(size, from, from + count);
      else repeat(out, from, size, count);
      size += count;
    }
  };

  for (let last = 0; !last; ) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) stored();
    else if (kind === 3) fail("there is no such kind of block");
    else block(kind === 2 ? dynamic() : fixed());
  }
  return { data: out.subarray(0, size), end: at - (holds >> 3) };
}

/** Whether a file is compressed with gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The contents of a .gz file, of all its members. */
export function gunzip(bytes: Uint8Array, action: string): Uint8Array {
  const fail = (why: string): never => invalid(action, ".gz file", why);
  const parts: Uint8Array[] = [];
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length < at + 18) fail("it is cut off");
    if (!isGzip(bytes.subarray(at)) || bytes[at + 2] !== 8) fail("it does not begin as one");
    const flags = bytes[at + 3] as number;
    at += 10;
    if (flags & 4) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
    for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length;
    if (flags & 2) at += 2;
    const { data, end } = inflate(bytes, at, undefined, action);
    if (end + 8 > bytes.length) fail("it is cut off");
    if (view.getUint32(end, true) !== crc32(data)) fail("its checksum is wrong");
    parts.push(data);
    at = end + 8;
  }
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
