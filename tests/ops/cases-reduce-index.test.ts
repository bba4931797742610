/** More traps of MXNet 1.9.1's operators: reductions, products and indexing. Titles are the names of the experiments there. */
import { nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues } from "../support/values.ts";

describe("reductions and products", () => {
  const x = nd.ones([2, 3, 4]);

  test("sum exclude", () => {
    expect(nd.sum(x, { axis: 1, exclude: true }).shape).toEqual([3]);
    expect(nd.sum(x).shape).toEqual([1]);
    expect(nd.sum(x, { axis: [] }).shape).toEqual([1]);
    expect(nd.mean(x, { axis: [0, 2], keepdims: true }).shape).toEqual([1, 3, 1]);
    expect(nd.sum(x, { axis: -1 }).shape).toEqual([2, 3]);
  });

  test("norm of 0-dim sum shape", () => {
    expect(nd.sum(nd.ones([2, 2])).shape).toEqual([1]);
  });

  test("norm", () => {
    const m = nd.array([
      [3, 4],
      [6, 8],
    ]);
    expectValues(nd.norm(m), [11.18034]);
    expectValues(nd.norm(m, { ord: 1, axis: 1 }), [7, 14]);
    expectValues(nd.norm(m, { axis: 1 }), [5, 10]);
  });

  test("norm ord3", () => {
    expectError(() => nd.norm(nd.array([[3, 4]]), { ord: 3 }), /norm.*ord/s);
  });

  test("max nan", () => {
    expectValues(nd.max(nd.array([Number.NaN, 5])), [Number.NaN]);
  });

  test("dot nd", () => {
    const shape = (a: number[], b: number[], options = {}): number[] => nd.dot(nd.ones(a), nd.ones(b), options).shape;
    expect(shape([2, 3, 4], [4, 5])).toEqual([2, 3, 5]);
    expect(shape([2, 3, 4], [4, 5, 6])).toEqual([2, 3, 5, 6]);
    expect(shape([2, 3], [2, 4], { transposeA: true })).toEqual([3, 4]);
    expect(shape([3], [3])).toEqual([1]);
    expect(shape([2, 3, 4], [6, 2], { transposeA: true, transposeB: true })).toEqual([3, 4, 6]);
  });

  test("batch_dot", () => {
    expect(nd.batchDot(nd.ones([2, 3, 4]), nd.ones([2, 5, 4]), { transposeB: true }).shape).toEqual([2, 3, 5]);
  });

  test("batch_dot 4d", () => {
    expect(nd.batchDot(nd.ones([2, 2, 3, 4]), nd.ones([2, 2, 4, 5])).shape).toEqual([2, 2, 3, 5]);
  });

  test("FC flatten", () => {
    const fc = (weight: number[], options: { flatten?: boolean }): number[] =>
      nd.FullyConnected(x, nd.ones(weight), null, { noBias: true, numHidden: 5, ...options }).shape;
    expect(fc([5, 12], {})).toEqual([2, 5]);
    expect(fc([5, 4], { flatten: false })).toEqual([2, 3, 5]);
  });
});

describe("indexing", () => {
  const data = nd.array([10, 20, 30]);
  const table = nd.array([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  test("take modes", () => {
    expectValues(nd.take(data, nd.array([-1, 5, 1])), [10, 30, 20]);
    expectValues(nd.take(data, nd.array([-1, 5, 1]), { mode: "wrap" }), [30, 30, 20]);
    expectValues(nd.take(data, nd.array([1.9])), [20]);
  });

  test("take raise", () => {
    expectError(() => nd.take(data, nd.array([5]), { mode: "raise" }).toArray(), /take/);
  });

  test("pick", () => {
    expectValues(nd.pick(table, nd.array([0, 9])), [1, 6]);
    expectValues(nd.pick(table, nd.array([-1, 4]), { mode: "wrap" }), [3, 5]);
    expect(nd.pick(table, nd.array([0, 1]), { keepdims: true }).shape).toEqual([2, 1]);
  });

  test("one_hot", () => {
    const rows = nd.oneHot(nd.array([0, 2, 5, -1]), { depth: 3, onValue: 8, offValue: 1 });
    expectValues(rows, [
      [8, 1, 1],
      [1, 1, 8],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  test("Embedding oob", () => {
    const weight = nd.array([
      [1, 1],
      [2, 2],
    ]);
    const rows = nd.Embedding(nd.array([-1, 0, 7]), weight, { inputDim: 2, outputDim: 2 });
    expectValues(rows, [
      [1, 1],
      [1, 1],
      [2, 2],
    ]);
  });

  test("slice neg", () => {
    expectValues(nd.slice(nd.arange(5), { begin: [null], end: [null], step: [-1] }), [4, 3, 2, 1, 0]);
    expectValues(nd.sliceAxis(nd.arange(5), { axis: 0, begin: -2, end: null }), [3, 4]);
  });

  test("where", () => {
    const [a, b] = [
      nd.array([
        [1, 2],
        [3, 4],
      ]),
      nd.array([
        [5, 6],
        [7, 8],
      ]),
    ];
    expectValues(nd.where(nd.array([1, 0]), a, b), [
      [1, 2],
      [7, 8],
    ]);
    expect(nd.where(nd.array([1, 0]), nd.zeros([2, 0]), nd.zeros([2, 0])).shape).toEqual([2, 0]);
  });

  test("scatter_nd dup", () => {
    expectValues(nd.scatterNd(nd.array([1, 2, 3]), nd.array([[0, 0, 1]]), { shape: [3] }), [2, 3, 0]);
  });

  test("gather_nd", () => {
    expectValues(
      nd.gatherNd(
        nd.array([
          [1, 2],
          [3, 4],
        ]),
        nd.array([
          [0, 1],
          [1, 0],
        ]),
      ),
      [2, 3],
    );
  });
});
