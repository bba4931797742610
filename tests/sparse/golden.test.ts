// What MXNet 1.9.1 does with sparse arrays: scripts/oracle/sparse.py.
import { readFileSync } from "node:fs";
import mx, {
  autograd,
  type DType,
  type GradReq,
  gluon,
  type Index,
  type NDArray,
  type Nested,
  nd,
  optimizer,
  type StorageType,
} from "mxgrad";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

interface Wanted {
  stype: StorageType;
  dtype: string;
  dense: unknown;
  data?: unknown;
  indices?: number[];
  indptr?: number[];
}
/** Every section has some of these. */
interface Case {
  readonly op: string;
  readonly stype: StorageType;
  readonly lhs: StorageType;
  readonly rhs: StorageType;
  readonly dtype: DType;
  readonly shape: number[];
  readonly values: Nested;
  readonly b: Nested;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly gradReq: GradReq;
  readonly indices: number[];
  readonly index?: Index;
  readonly begin?: number[];
  readonly end: number[];
  readonly take?: number[];
  readonly optimizer: string;
  readonly options: Record<string, number | boolean>;
  readonly steps: [indices: number[], data: number[][]][];
  readonly weights: unknown[];
  readonly sparseGrad: boolean;
  readonly text: string;
  readonly result: Wanted;
  readonly grad: Wanted;
}
type Section = Case[];
const golden = JSON.parse(readFileSync(new URL("../golden/sparse.json", import.meta.url), "utf8"));
const { a, b } = golden as { a: number[][]; b: number[][] };
const section = (name: string): [string, Case][] =>
  (golden[name] as Section).map((c) => [
    JSON.stringify(
      Object.fromEntries(Object.entries(c).filter(([k]) => !["result", "grad", "weights", "steps", "b"].includes(k))),
    ),
    c,
  ]);

const numbers = (x: unknown): unknown => (Array.isArray(x) ? x.map(numbers) : Number(x));
const flat = (x: unknown): number[] => (Array.isArray(x) ? x.flatMap(flat) : [Number(x)]);

function close(got: unknown, wanted: unknown, accuracy = 1e-6): void {
  const [g, w] = [flat(got), flat(wanted)];
  expect(g).toHaveLength(w.length);
  g.forEach((value, i) => {
    const target = w[i] as number;
    if (!Number.isFinite(target)) expect(value).toBe(target);
    else expect(Math.abs(value - target)).toBeLessThanOrEqual(accuracy * Math.max(1, Math.abs(target)));
  });
}

/** Compares storage, type, elements and, where MXNet gave them, the parts. */
function same(got: NDArray, wanted: Wanted): void {
  expect([got.stype, got.dtype]).toEqual([wanted.stype, wanted.dtype]);
  close(got.toArray(), wanted.dense);
  if (wanted.indices === undefined) return;
  const sparse = got as InstanceType<typeof nd.sparse.CSRNDArray>;
  expect(numbers(sparse.indices.toArray())).toEqual(wanted.indices);
  expect(sparse.indices.dtype).toBe("int64");
  close(sparse.data.toArray(), wanted.data);
  if (wanted.indptr) expect(numbers(sparse.indptr.toArray())).toEqual(wanted.indptr);
}

let previous: boolean;
beforeAll(() => {
  previous = nd.sparse.setFallbackWarning(false);
});
afterAll(() => {
  nd.sparse.setFallbackWarning(previous);
});

describe("casts", () => {
  test.each(section("casts"))("%s", (_, { values, dtype, stype, result }) => {
    const dense = nd.array(values, { dtype });
    same(nd.castStorage(dense, { stype }), result);
    same(dense.tostype(stype).tostype("default").tostype(stype), result);
  });
});

describe("functions of two arrays", () => {
  test.each(section("binary"))("%s", (_, { op, lhs, rhs, result }) => {
    const shift = op === "divide" ? 7 : 0;
    const [x, y] = [nd.array(a).tostype(lhs), nd.array(b).add(shift).tostype(rhs)];
    same(nd.sparse[op as "add"](x, y), result);
    const method = { add: "add", subtract: "sub", multiply: "mul", divide: "div" }[op] as "add";
    same(x[method](y), result);
  });
});

describe("functions of one array", () => {
  test.each(section("unary"))("%s", (_, { op, stype, result }) => {
    const camel = op.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
    const f = (nd as unknown as Record<string, (x: NDArray) => NDArray>)[camel]!;
    same(f(nd.abs(nd.array(a)).div(4).tostype(stype)), result);
  });
});

describe("functions of an array and numbers", () => {
  const functions: Record<string, (x: NDArray) => NDArray> = {
    mul: (x) => x.mul(2),
    div: (x) => x.div(4),
    add: (x) => x.add(1),
    sub: (x) => x.sub(1),
    pow: (x) => x.pow(2),
    rsub: (x) => x.rsub(1),
    equal: (x) => x.equal(1),
    equal0: (x) => x.equal(0),
    greater: (x) => x.greater(0),
    clip: (x) => nd.clip(x, { aMin: -1, aMax: 1 }),
    astype: (x) => x.astype("int32"),
    copy: (x) => x.copy(),
    sum: (x) => x.sum(),
    neg: (x) => x.neg(),
    mean1: (x) => nd.mean(x, { axis: 1 }),
  };
  test.each(section("scalars"))("%s", (_, { op, stype, result }) => {
    same(functions[op]!(nd.array(a).tostype(stype)), result);
  });
});

describe("dot", () => {
  test.each(section("dots"))("%s", (_, { lhs, rhs, transposeA, transposeB, b: other, result }) => {
    same(nd.dot(nd.array(a).tostype(lhs), nd.array(other).tostype(rhs), { transposeA, transposeB }), result);
  });

  test.each(section("dot_gradients"))("gradients %s", (_, { transposeA, stype, gradReq, grad }) => {
    const w = nd
      .arange(transposeA ? 6 : 8)
      .reshape([-1, 2])
      .div(4);
    w.attachGrad(gradReq, { stype });
    for (let i = 0; i < 2; i++) {
      autograd.record(() => nd.square(nd.dot(nd.array(a).tostype("csr"), w, { transposeA })).sum()).backward();
    }
    same(w.grad!, grad);
  });
});

describe("rows of tables", () => {
  test.each(section("table_gradients"))("%s", (_, { op, stype, gradReq, grad }) => {
    const w = nd.arange(10).reshape([5, 2]);
    w.attachGrad(gradReq, { stype });
    for (const indices of [
      [
        [3, 0],
        [3, 4],
      ],
      [
        [1, 0],
        [1, 1],
      ],
    ]) {
      const i = nd.array(indices);
      const loss = autograd.record(() => {
        const sparseGrad = stype === "row_sparse";
        const y = op === "take" ? nd.take(w, i) : nd.Embedding(i, w, { inputDim: 5, outputDim: 2, sparseGrad });
        return y.mul(nd.arange(8).reshape([2, 2, 2])).sum();
      });
      loss.backward();
    }
    same(w.grad!, grad);
  });
});

test.each(section("retains"))("retain %s", (_, { indices, result }) => {
  const x = nd.array(a).tostype("row_sparse") as InstanceType<typeof nd.sparse.RowSparseNDArray>;
  same(nd.sparse.retain(x, nd.array(indices)), result);
  same(x.retain(nd.array(indices)), result);
});

test.each(section("slices"))("slice %s", (_, { index, begin, end, take, result }) => {
  const x = nd.array(a).tostype("csr");
  if (index !== undefined) same(x.slice(index), result);
  else if (begin) same(nd.slice(x, { begin, end }), result);
  else if (take) same(nd.take(x, nd.array(take)), result);
  else same(nd.concat(x, nd.array(b).tostype("csr"), { dim: 0 }), result);
});

describe("lazy updates", () => {
  test.each(section("updates"))("%s", (_, { optimizer: name, options, steps, weights }) => {
    const camel = Object.entries(options).map(([key, value]) => [
      key.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]);
    const updater = optimizer.getUpdater(optimizer.create(name, { learningRate: 0.1, ...Object.fromEntries(camel) }));
    const weight = nd.arange(8).reshape([4, 2]).div(4);
    steps.forEach(([indices, data], i) => {
      updater.update(0, nd.sparse.rowSparseArray({ data, indices }, { shape: [4, 2] }), weight);
      close(weight.toArray(), weights[i]);
    });
  });

  test.each(section("training"))("a Trainer %s", (_, { sparseGrad, weights, grad }) => {
    const layer = new gluon.nn.Embedding(5, 2, { sparseGrad });
    layer.initialize(new mx.init.One());
    const trainer = new gluon.Trainer(layer.collectParams(), "sgd", { learningRate: 0.1, momentum: 0.9, wd: 0.1 });
    [
      [0, 2],
      [2, 2],
      [4, 1],
    ].forEach((batch, i) => {
      autograd.record(() => nd.square(layer(nd.array(batch))).sum()).backward();
      trainer.step(2);
      close(layer.weight.data().toArray(), weights[i]);
    });
    same(layer.weight.grad(), grad);
  });
});

test.each(section("printed"))("text %s", (_, { stype, shape, text }) => {
  expect(nd.sparse.zeros(stype, shape).toString()).toBe(text);
});

test("the golden file has cases of every kind", () => {
  const dtypes = new Set((golden.casts as { dtype: DType }[]).map(({ dtype }) => dtype));
  expect(dtypes.size).toBe(7);
});
