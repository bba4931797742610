/** Outputs as scripts/oracle/random_streams.py writes them: a hash of all bits, or the bits of some values. */
import { readFileSync } from "node:fs";
import type { NDArray } from "mxgrad";
import { expect } from "vitest";

export interface Encoded {
  readonly dtype: string;
  readonly n: number;
  /** The 64-bit FNV-1a of the little-endian bytes, and the bits of the first values. */
  readonly hash?: string;
  readonly head?: readonly string[];
  /** The bits of every `stride`-th value, to be met within 4 units in the last place. */
  readonly stride?: number;
  readonly bits?: readonly string[];
}

/** A golden file next to the tests. */
export function golden<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../golden/${path}`, import.meta.url), "utf8")) as T;
}

type Elements = { readonly buffer: ArrayBufferLike; readonly byteOffset: number; readonly byteLength: number };

/** The bits of a float16 that holds exactly this number. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | (size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | (size * 2 ** (10 - exponent) - 1024);
}

/** The elements as they lie in memory. */
export function bytesOf(x: NDArray): Uint8Array {
  const values = x.toTypedArray();
  const raw: Elements = x.dtype === "float16" ? Uint16Array.from(values as Float32Array, halfBits) : values;
  return new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
}

/** The 64-bit FNV-1a, in two halves: the prime is 2⁴⁰ + 0x1b3. */
function fnv(bytes: Uint8Array): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** The bits of the values at some places, most significant digit first. */
function bitsAt(bytes: Uint8Array, size: number, places: readonly number[]): string[] {
  return places.map((place) =>
    Array.from(bytes.subarray(place * size, (place + 1) * size), (byte) => byte.toString(16).padStart(2, "0"))
      .reverse()
      .join(""),
  );
}

/** float64 bits as integers in the order of the numbers. */
function ordered(bits: string): bigint {
  const value = BigInt.asIntN(64, BigInt(`0x${bits}`));
  return value < 0n ? -(value & 0x7fff_ffff_ffff_ffffn) : value;
}

/** Expects these bytes of these elements. */
export function expectBytes(what: string, bytes: Uint8Array, expected: Encoded): void {
  const size = bytes.length / expected.n;
  if (expected.bits !== undefined && expected.stride !== undefined) {
    const { bits, stride } = expected;
    const got = bitsAt(
      bytes,
      size,
      bits.map((_, i) => i * stride),
    );
    const apart = got.map((value, i) => Number(ordered(value) - ordered(bits[i]!)));
    const worst = Math.max(...apart.map(Math.abs));
    expect(worst, `${what}: units in the last place`).toBeLessThanOrEqual(4);
    return;
  }
  expect(
    {
      head: bitsAt(
        bytes,
        size,
        expected.head!.map((_, i) => i),
      ),
      hash: fnv(bytes),
    },
    what,
  ).toEqual({
    head: expected.head,
    hash: expected.hash,
  });
}

/** Expects an array's dtype, size and values. */
export function expectEncoded(what: string, actual: NDArray, expected: Encoded): void {
  expect([actual.dtype, actual.size], what).toEqual([expected.dtype, expected.n]);
  expectBytes(what, bytesOf(actual), expected);
}
