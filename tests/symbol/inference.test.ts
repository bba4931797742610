// What follows from shapes and types that are known in part, as MXNet infers it.
import { MXNetError, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden } from "./golden.ts";

interface Case {
  json: string;
  shapes: Record<string, number[]> | null;
  types: Record<string, "float32"> | null;
  result?: unknown[][];
  error?: string;
}

/** The error's words, without brackets and what MXNet says of its own sources. */
const words = (text: string): string[] =>
  text.match(/Error in operator \w+|Shape inconsistent|Incompatible attr in node \w+/g) ?? [];

describe("inference", () => {
  for (const [i, { json, shapes, types, result, error }] of golden<Case[]>("inferred").entries()) {
    const symbol = sym.fromJSON(json);
    test(`${i} ${symbol.name} ${JSON.stringify(shapes ?? types)}`, () => {
      const infer = () => (shapes ? symbol.inferShapePartial(shapes) : symbol.inferTypePartial(types ?? {}));
      if (error === undefined) {
        expect(infer()).toEqual(result);
        return;
      }
      expect(infer).toThrow(MXNetError);
      for (const part of words(error)) expect(infer).toThrow(part);
    });
  }

  const [x, w] = [sym.Variable("x"), sym.Variable("w")];
  const fc = sym.FullyConnected(x, w, { numHidden: 2, noBias: true, name: "fc" });

  test("by position", () => {
    expect(fc.inferShape([4, 3], null)).toEqual([
      [
        [4, 3],
        [2, 3],
      ],
      [[4, 2]],
      [],
    ]);
    expect(fc.inferType("float64")[0]).toEqual(["float64", "float64"]);
    expect(() => fc.inferShape([1], [2], [3])).toThrow("got 3 values, there are 2 arguments");
  });

  test("nothing, when not everything follows", () => {
    expect(fc.inferShape({})).toEqual([null, null, null]);
    expect(fc.inferShape({ x: [0, 3] })).toEqual([null, null, null]);
    expect(fc.inferType()).toEqual([null, null, null]);
  });

  test("names that there are not", () => {
    expect(() => fc.inferShape({ foo: [1] })).toThrow(
      /InferShapeKeyword argument name foo not found.\s*Candidate arguments:\s*\[0\]x\s*\[1\]w/,
    );
  });

  test("what is no shape, and no type", () => {
    expect(() => fc.inferShape({ x: [-1, 2] })).toThrow(TypeError);
    expect(() => fc.inferShape({ x: 3 as never })).toThrow(TypeError);
    expect(() => fc.inferType({ x: "float128" as never })).toThrow(TypeError);
  });
});
