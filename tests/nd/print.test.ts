import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DType } from "../../ts/src/nd/dtype.ts";
import { formatArray, formatNDArray } from "../../ts/src/nd/print.ts";
import { pyRepr } from "../../ts/src/nd/print-repr.ts";

interface Case {
  dtype: DType;
  shape: number[];
  bits?: string;
  start?: number;
  step?: number;
  text: string;
  tail?: string;
}

/** Written by scripts/oracle/print.py from NumPy 1.23.5 and MXNet 1.9.1. */
const golden = JSON.parse(readFileSync(new URL("../golden/print.json", import.meta.url), "utf8")) as { cases: Case[] };

function decodeHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function elements({ dtype, shape, bits, start = 0, step = 0 }: Case): ArrayLike<number> | ArrayLike<bigint> {
  if (bits === undefined) {
    const numbers = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => start + step * i);
    const wrap = { int8: Int8Array, uint8: Uint8Array, int32: Int32Array, float32: Float32Array }[dtype as "int8"];
    return dtype === "int64" ? BigInt64Array.from(numbers, BigInt) : wrap ? wrap.from(numbers) : numbers;
  }
  const bytes = Uint8Array.from(Buffer.from(bits, "base64")).buffer;
  if (dtype === "float16") return Array.from(new Uint16Array(bytes), decodeHalf);
  const types = {
    float32: Float32Array,
    float64: Float64Array,
    int8: Int8Array,
    uint8: Uint8Array,
    int32: Int32Array,
    int64: BigInt64Array,
  };
  return new types[dtype](bytes);
}

describe("arrays print as NumPy and MXNet print them", () => {
  test("the golden file covers every type", () => {
    expect(new Set(golden.cases.map((c) => c.dtype)).size).toBe(7);
    expect(golden.cases.length).toBeGreaterThan(400);
  });

  golden.cases.forEach((c, i) => {
    test(`#${i} ${c.dtype} (${c.shape}) ${c.text.slice(0, 40).replace(/\s+/g, " ")}`, () => {
      const data = elements(c);
      expect(formatArray(data, c.shape, c.dtype)).toBe(c.text);
      if (c.tail !== undefined) expect(formatNDArray(data, c.shape, c.dtype)).toBe(`\n${c.text}${c.tail}`);
    });
  });
});

test("the context is named as given", () => {
  expect(formatNDArray([1], [1], "float32", "cpu(1)")).toBe("\n[1.]\n<NDArray 1 @cpu(1)>");
});

test("int64 elements may come as numbers", () => {
  expect(formatArray([1, -20], [2], "int64")).toBe("[  1 -20]");
});

test.each([
  [0.8, "0.8"],
  [2.45, "2.45"],
  [3, "3.0"],
  [-0, "-0.0"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [-1.5e-7, "-1.5e-07"],
  [123456789012345680, "1.2345678901234568e+17"],
  [1e15, "1000000000000000.0"],
  [1e16, "1e+16"],
  [1e100, "1e+100"],
  [5e-324, "5e-324"],
  [Number.NaN, "nan"],
  [-Infinity, "-inf"],
])("pyRepr(%s) is %s", (x, text) => {
  expect(pyRepr(x)).toBe(text);
});
