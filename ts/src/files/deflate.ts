// Compression as zlib's format has it (RFC 1950 and 1951): the nearest match by a hash of three bytes, fixed codes. Enough
// for pictures, and small.
import { viewOf } from "./bytes.ts";
import { type MatchCodes, matchDistances, matchLengths } from "./deflate-codes.ts";

const WINDOW = 32768;
const LONGEST = 258;
const END = 256;

/** Bytes as a zlib stream. */
export function zlibCompress(data: Uint8Array): Uint8Array {
  // A byte takes nine bits at most.
  const out = new Uint8Array(Math.ceil((data.length * 9 + 32) / 8) + 6);
  out.set([0x78, 0x01]);
  let size = 2;
  let held = 0;
  let holds = 0;
  const put = (value: number, count: number): void => {
    held |= value << holds;
    for (holds += count; holds >= 8; holds -= 8) {
      out[size++] = held & 255;
      held >>>= 8;
    }
  };
  /** Codes begin with their highest bit. */
  const putCode = (code: number, count: number): void => {
    for (let i = count - 1; i >= 0; i--) put((code >> i) & 1, 1);
  };
  const symbol = (value: number): void => {
    if (value < 144) putCode(0x30 + value, 8);
    else if (value < 256) putCode(0x190 + value - 144, 9);
    else if (value < 280) putCode(value - 256, 7);
    else putCode(0xc0 + value - 280, 8);
  };
  const [lengths, distances] = [matchLengths(), matchDistances()];
  put(0b011, 3);
  const recent = new Int32Array(WINDOW).fill(-WINDOW - 1);
  for (let at = 0; at < data.length; ) {
    const hash = hashAt(data, at);
    const from = recent[hash] as number;
    recent[hash] = at;
    const length = at - from <= WINDOW ? matchAt(data, from, at) : 0;
    if (length < 3) {
      symbol(data[at++] as number);
      continue;
    }
    const code = codeOf(lengths, length);
    symbol(257 + code);
    put(length - (lengths.base[code] as number), lengths.extra[code] as number);
    const far = codeOf(distances, at - from);
    putCode(far, 5);
    put(at - from - (distances.base[far] as number), distances.extra[far] as number);
    for (let i = 1; i < length; i++) recent[hashAt(data, at + i)] = at + i;
    at += length;
  }
  symbol(END);
  put(0, 7);
  viewOf(out).setUint32(size, adler32(data));
  return out.slice(0, size + 4);
}

function hashAt(data: Uint8Array, at: number): number {
  const value = ((data[at] as number) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  return Math.imul(value, 0x9e3779b1) >>> 17;
}

function matchAt(data: Uint8Array, from: number, at: number): number {
  let length = 0;
  while (length < LONGEST && at + length < data.length && data[from + length] === data[at + length]) length++;
  return length;
}

/** The last code whose base is not above a value. */
function codeOf({ base }: MatchCodes, value: number): number {
  let code = base.length - 1;
  while ((base[code] as number) > value) code--;
  return code;
}

/** The checksum of zlib's format. */
function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let i = 0; i < data.length; i++) {
    a = (a + (data[i] as number)) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
