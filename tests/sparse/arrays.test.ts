// Sparse arrays beyond MXNet's results: making, writing, the tape, memory, errors.
import mx, { autograd, gluon, MXNetError, memory, type NDArray, nd, optimizer } from "mxgrad";
import { afterEach, describe, expect, test, vi } from "vitest";

const { csrMatrix, rowSparseArray } = nd.sparse;
const dense = [
  [0, 1, 0],
  [2, 0, 3],
];
const big = (...x: number[]): bigint[] => x.map(BigInt);

describe("making csr matrices", () => {
  const made: [string, () => NDArray][] = [
    ["parts by name", () => csrMatrix({ data: [1, 2, 3], indices: [1, 0, 2], indptr: [0, 1, 3] }, { shape: [2, 3] })],
    [
      "parts as a list",
      () =>
        csrMatrix(
          [
            [1, 2, 3],
            [1, 0, 2],
            [0, 1, 3],
          ].slice() as never,
          { shape: [2, 3] },
        ),
    ],
    [
      "parts of typed arrays",
      () => csrMatrix([Float32Array.of(1, 2, 3), Int32Array.of(1, 0, 2), Int32Array.of(0, 1, 3)]),
    ],
    ["parts without a shape", () => csrMatrix({ data: [1, 2, 3], indices: nd.array([1, 0, 2]), indptr: [0, 1, 3] })],
    ["places by name", () => csrMatrix({ data: [3, 1, 2], row: [1, 0, 1], col: [2, 1, 0] }, { shape: [2, 3] })],
    [
      "places as a list",
      () =>
        csrMatrix([
          [3, 1, 2],
          [
            [1, 0, 1],
            [2, 1, 0],
          ],
        ]),
    ],
    ["nested numbers", () => csrMatrix(dense)],
    ["an array", () => csrMatrix(nd.array(dense))],
    ["itself", () => csrMatrix(nd.array(dense).tostype("csr"))],
  ];
  test.each(made)("%s", (_, make) => {
    const x = make();
    expect(x).toBeInstanceOf(nd.sparse.CSRNDArray);
    expect([x.stype, x.dtype, x.shape]).toEqual(["csr", "float32", [2, 3]]);
    expect(x.toArray()).toEqual(dense);
  });

  test("three lists of one length are a matrix", () => {
    expect(
      csrMatrix([
        [1, 2, 0],
        [1, 0, 0],
        [0, 1, 2],
      ]).shape,
    ).toEqual([3, 3]);
  });

  test("a shape, and dtypes", () => {
    expect(csrMatrix([3, 4]).shape).toEqual([3, 4]);
    expect(csrMatrix(dense, { dtype: "int64" }).data.toArray()).toEqual(big(1, 2, 3));
    expect(nd.sparse.array(csrMatrix(dense), { dtype: "float64" }).dtype).toBe("float64");
    expect(() => nd.sparse.array(nd.array(dense))).toThrow("Please use `tostype`");
  });

  test("places that do not fit are refused", () => {
    const make =
      (data: number[], indices: number[], indptr: number[], shape = [2, 3]): (() => NDArray) =>
      () =>
        csrMatrix({ data, indices, indptr }, { shape });
    expect(make([1], [3], [0, 1, 1])).toThrow(/^csrMatrix: index 3 is out of bounds, expected 0 to below 3/);
    expect(make([1], [-1], [0, 1, 1])).toThrow("index -1 is out of bounds");
    expect(make([1, 2], [0, 1], [0, 2, 1])).toThrow("indptr goes from 0 to 1, expected 0 to 2");
    expect(make([1, 2], [0, 1], [0, 3, 2])).toThrow("indptr decreases after row 1");
    expect(make([1], [0], [0, 1])).toThrow("indptr has 2 numbers, expected 3");
    expect(make([1, 2], [0], [0, 1, 1])).toThrow("data has shape (2), expected (1) for 1 indices");
    expect(make([1], [0.5], [0, 1, 1])).toThrow("indices has 0.5, expected whole numbers");
    expect(make([1], [0], [0, 1, 1], [2])).toThrow("shape is (2), expected two sizes");
    expect(() => csrMatrix({ data: [1], row: [5], col: [0] }, { shape: [2, 2] })).toThrow(MXNetError);
    expect(() => csrMatrix([1, 2, 3] as never)).toThrow(MXNetError);
    expect(() => csrMatrix("x" as never)).toThrow(TypeError);
    expect(() => nd.array([1, 2]).tostype("csr")).toThrow("should be 2 Dimensional. Current shape is (2,)");
    expect(() => nd.array(dense).tostype("coo" as never)).toThrow('stype is "coo"');
    expect(() => csrMatrix(dense).tostype("row_sparse")).toThrow(
      "cast_storage from csr to row_sparse is not supported",
    );
  });
});

describe("making row-sparse arrays", () => {
  const made: [string, () => NDArray][] = [
    ["parts by name", () => rowSparseArray({ data: [[1, 2]], indices: [1] }, { shape: [3, 2] })],
    ["parts as a list", () => rowSparseArray([[[1, 2]], [1]], { shape: [3, 2] })],
    ["arrays", () => rowSparseArray([nd.array([[1, 2]]), nd.array([1])], { shape: [3, 2] })],
    [
      "nested numbers",
      () =>
        rowSparseArray([
          [0, 0],
          [1, 2],
          [0, 0],
        ]),
    ],
  ];
  test.each(made)("%s", (_, make) => {
    const x = make();
    expect(x).toBeInstanceOf(nd.sparse.RowSparseNDArray);
    expect(x.toArray()).toEqual([
      [0, 0],
      [1, 2],
      [0, 0],
    ]);
  });

  test("vectors, shapes, and what does not fit", () => {
    expect(rowSparseArray([[5], [2]], { shape: [4] }).toArray()).toEqual([0, 0, 5, 0]);
    expect(rowSparseArray([3, 2]).indices.toArray()).toEqual([]);
    expect(rowSparseArray({ data: [], indices: [] }, { shape: [3, 2] }).data.shape).toEqual([0, 2]);
    expect(() => rowSparseArray([[[1, 2]], [3]], { shape: [3, 2] })).toThrow("index 3 is out of bounds");
    expect(() => rowSparseArray([[[1, 2, 3]], [0]], { shape: [3, 2] })).toThrow("data has shape (1,3)");
    expect(() => nd.sparse.retain(nd.array(dense), nd.array([0]))).toThrow("data must be row_sparse");
    expect(() => nd.sparse.retain(rowSparseArray(dense), nd.array([2]))).toThrow("index 2 is out of bounds");
  });
});

describe("writing", () => {
  const x = (): NDArray => rowSparseArray(dense);
  test.each<[string, (x: NDArray) => void, unknown]>([
    [
      "a number",
      (y) => y.set(5),
      [
        [5, 5, 5],
        [5, 5, 5],
      ],
    ],
    [
      "zero",
      (y) => y.set(0),
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
    ],
    [
      "a sparse array",
      (y) => y.set(x().mul(2)),
      [
        [0, 2, 0],
        [4, 0, 6],
      ],
    ],
    [
      "a dense array",
      (y) => y.set(nd.ones([2, 3])),
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    [
      "in place",
      (y) => y.addi(x()),
      [
        [0, 2, 0],
        [4, 0, 6],
      ],
    ],
    [
      "in place with a number",
      (y) => y.muli(2),
      [
        [0, 2, 0],
        [4, 0, 6],
      ],
    ],
    [
      "copyto",
      (y) => nd.ones([2, 3]).copyto(y),
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
    [
      "out",
      (y) => nd.exp(nd.zeros([2, 3]), { out: y }),
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ],
  ])("%s", (_, write, wanted) => {
    const y = x();
    write(y);
    expect(y.stype).toBe("row_sparse");
    expect(y.toArray()).toEqual(wanted);
  });

  test("parts are copies", () => {
    const y = csrMatrix(dense);
    y.data.set(9);
    y.indices.set(0);
    expect(y.toArray()).toEqual(dense);
  });

  test("into dense arrays", () => {
    const y = nd.ones([2, 3]);
    x().copyto(y);
    expect(y.toArray()).toEqual(dense);
    nd.elemwiseAdd(x(), x(), { out: y });
    expect(y.toArray()).toEqual([
      [0, 2, 0],
      [4, 0, 6],
    ]);
  });

  test("other shapes and places are refused", () => {
    expect(() => x().set(nd.ones([3, 2]))).toThrow(MXNetError);
    expect(() => x().set(1, 0)).toThrow("only support [:]");
    expect(() => nd.ones([3, 2]).copyto(x())).toThrow("copyto: the target has shape (2,3), expected (3,2)");
    expect(() => x().reshape([6])).toThrow("reshape: not supported");
    expect(() => csrMatrix(dense).slice("::2")).toThrow("only supports continuous slicing");
    expect(() => csrMatrix(dense).at(2)).toThrow("out of bounds for axis 0 with size 2");
  });
});

describe("the tape", () => {
  test("gradients with respect to the elements of a csr matrix", () => {
    const data = nd.array([1, 2, 3]);
    data.attachGrad();
    const weight = nd.array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const loss = autograd.record(() => {
      const x = csrMatrix({ data, indices: [1, 0, 2], indptr: [0, 1, 3] });
      return nd.square(nd.dot(x, weight)).sum();
    });
    loss.backward();
    const [y0, y1] = [
      [3, 4],
      [17, 22],
    ] as [number[], number[]];
    const dot = (u: number[], v: number[]): number => 2 * (u[0]! * v[0]! + u[1]! * v[1]!);
    expect(data.grad!.toArray()).toEqual([dot(y0, [3, 4]), dot(y1, [1, 2]), dot(y1, [5, 6])]);
  });

  test("second derivatives go through products and rows", () => {
    const w = nd.array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    w.attachGrad("write", { stype: "row_sparse" });
    const y = autograd.record(() => nd.dot(csrMatrix(dense), w).pow(3).sum());
    const [first] = autograd.grad(y, w, { createGraph: true });
    const second = autograd.grad(
      autograd.record(() => first!.sum()),
      w,
    )[0]!;
    // d²/dw² of Σ(xw)³ along ones: 6·xᵀ(xw ⊙ x·1).
    const xw = [
      [3, 4],
      [17, 22],
    ];
    const rowSums = [1, 5];
    const wanted = [0, 1, 2].map((k) =>
      [0, 1].map((j) => 6 * (dense[0]![k]! * xw[0]![j]! * rowSums[0]! + dense[1]![k]! * xw[1]![j]! * rowSums[1]!)),
    );
    expect(second.toArray()).toEqual(wanted);
  });

  test("dense and sparse parts of a gradient add up, over several backwards", () => {
    for (const req of ["write", "add"] as const) {
      const [w, v] = [nd.ones([4, 2]), nd.ones([4, 2])];
      w.attachGrad(req, { stype: "row_sparse" });
      v.attachGrad(req);
      for (let i = 0; i < 3; i++) {
        for (const x of [w, v]) {
          const options = { inputDim: 4, outputDim: 2, sparseGrad: true };
          const y = autograd.record(() =>
            nd
              .Embedding(nd.array([i, 3]), x, options)
              .sum()
              .add(nd.take(x, nd.array([i])).sum())
              .add(i === 1 ? x.mul(x).sum() : 0),
          );
          y.backward();
        }
        expect(w.grad!.stype).toBe("row_sparse");
        expect(w.grad!.toArray()).toEqual(v.grad!.toArray());
        if (i === 1) w.grad; // read twice
      }
    }
  });

  test("a gradient does not change with what it was made of", () => {
    const w = nd.ones([3, 2]);
    w.attachGrad("write", { stype: "row_sparse" });
    const [i, seed] = [nd.array([2]), nd.ones([1, 2])];
    const y = autograd.record(() => nd.Embedding(i, w, { inputDim: 3, outputDim: 2, sparseGrad: true }));
    y.backward(seed);
    i.set(0);
    seed.set(7);
    expect(w.grad!.toArray()).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });

  test("a gradient is written into, and freed by another attachGrad", () => {
    const w = nd.ones([3, 2]);
    w.attachGrad("add", { stype: "row_sparse" });
    const step = (): void => autograd.record(() => nd.take(w, nd.array([1])).sum()).backward();
    step();
    w.grad!.muli(5);
    step();
    expect(w.grad!.toArray()).toEqual([
      [0, 0],
      [6, 6],
      [0, 0],
    ]);
    w.grad!.set(0);
    expect(w.grad!.toArray()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    w.attachGrad();
    expect(w.grad!.stype).toBe("default");
    expect(() => w.attachGrad("write", { stype: "x" as never })).toThrow('attachGrad: stype is "x"');
  });

  test("markVariables with a row-sparse gradient", () => {
    const [w, g] = [nd.ones([3, 2]), nd.sparse.zeros("row_sparse", [3, 2])];
    autograd.markVariables([w], [g]);
    autograd.record(() => nd.take(w, nd.array([1])).sum()).backward();
    expect(g.toArray()).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(() => autograd.markVariables([w], [nd.sparse.zeros("csr", [3, 2])])).toThrow(MXNetError);
  });

  test("row-sparse variables", () => {
    const w = rowSparseArray([
      [1, 2],
      [0, 0],
      [3, 4],
    ]);
    w.attachGrad();
    expect(w.grad!.stype).toBe("row_sparse");
    autograd
      .record(() => nd.Embedding(nd.array([2, 2]), w, { inputDim: 3, outputDim: 2, sparseGrad: true }).sum())
      .backward();
    const grad = w.grad as InstanceType<typeof nd.sparse.RowSparseNDArray>;
    expect([grad.indices.toArray(), grad.data.toArray()]).toEqual([big(2), [[2, 2]]]);
    new optimizer.Updater(new optimizer.SGD({ learningRate: 0.5 })).update(0, grad, w);
    expect(w.toArray()).toEqual([
      [1, 2],
      [0, 0],
      [2, 3],
    ]);
    expect(w.stype).toBe("row_sparse");
  });
});

describe("parameters", () => {
  test("in row-sparse storage", () => {
    const w = new gluon.Parameter("w", { shape: [4, 2], stype: "row_sparse", gradStype: "row_sparse", init: "ones" });
    w.initialize();
    expect([w.data().stype, w.grad().stype, w.rowSparseData(nd.array([1])).stype]).toEqual(Array(3).fill("row_sparse"));
    const trainer = new gluon.Trainer([w], "sgd", { learningRate: 0.5 });
    const options = { inputDim: 4, outputDim: 2, sparseGrad: true };
    autograd
      .record(() => nd.Embedding(nd.array([3, 1, 3]), w.rowSparseData(nd.array([1, 3])), options).sum())
      .backward();
    trainer.step(1);
    expect(w.data().toArray()).toEqual([
      [1, 1],
      [0.5, 0.5],
      [1, 1],
      [0, 0],
    ]);
    w.setData(nd.ones([4, 2]).mul(3));
    expect(w.data().toArray()).toEqual([
      [3, 3],
      [3, 3],
      [3, 3],
      [3, 3],
    ]);
    w.zeroGrad();
    expect(w.grad().toArray()).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    w.cast("float64");
    expect([w.data().dtype, w.data().stype, w.grad().dtype]).toEqual(["float64", "row_sparse", "float64"]);
  });

  test("other storages are refused", () => {
    const w = new gluon.Parameter("w", { shape: [2] });
    w.initialize();
    expect(() => w.rowSparseData(nd.array([0]))).toThrow(
      "because its storage type is default. Please use data() instead",
    );
    expect(() => new gluon.Parameter("w", { stype: "x" as never })).toThrow("Parameter 'w': stype is \"x\"");
  });

  test("are saved and loaded in their storage", () => {
    const layer = new gluon.nn.Embedding(3, 2, { sparseGrad: true });
    layer.initialize();
    const bytes = nd.save(null, { weight: layer.weight.data().tostype("row_sparse") });
    layer.weight.setData((nd.load(bytes) as { weight: NDArray }).weight.mul(2));
    expect(layer.weight.data().stype).toBe("default");
    expect(layer.weight.grad().stype).toBe("row_sparse");
  });
});

test("tables are not made dense", () => {
  const w = nd.zeros([100_000, 16]);
  w.attachGrad("write", { stype: "row_sparse" });
  const size = 100_000 * 16 * 4;
  const before = memory().bytes;
  const updater = new optimizer.Updater(new optimizer.SGD({ learningRate: 1 }));
  mx.scope(() => {
    const options = { inputDim: 100_000, outputDim: 16, sparseGrad: true };
    autograd.record(() => nd.Embedding(nd.array([7, 99_999]), w, options).sum()).backward();
    updater.update(0, w.grad!, w);
  });
  expect(memory().bytes - before).toBeLessThan(size / 100);
  expect(memory().peakBytes - before).toBeLessThan(size / 2);
  expect([w.at(7).asscalar === undefined, w.at(7, 0).asscalar(), w.at(8, 0).asscalar()]).toEqual([false, -1, 0]);
});

test("products are not made dense", () => {
  const x = csrMatrix({ data: [1, 2], row: [0, 39_999], col: [50_000, 0] }, { shape: [40_000, 60_000] });
  const y = nd.dot(x, nd.ones([60_000, 2]));
  expect([y.shape, y.sum().asscalar()]).toEqual([[40_000, 2], 6]);
  const t = nd.dot(x, nd.ones([40_000, 2]), { transposeA: true });
  expect([t.stype, t.shape]).toEqual(["row_sparse", [60_000, 2]]);
});

test("sums and products with vectors are not made dense", () => {
  const x = csrMatrix({ data: [1, 2, 5], row: [0, 39_999, 0], col: [50_000, 0, 1] }, { shape: [40_000, 60_000] });
  expect([x.sum().asscalar(), nd.norm(x).asscalar()]).toEqual([8, Math.fround(Math.sqrt(30))]);
  expect(nd.mean(x).asscalar()).toBeCloseTo(8 / 2.4e9, 15);
  expect(nd.sum(x, { axis: 1 }).at(0).asscalar()).toBe(6);
  expect(nd.sum(x, { axis: 0, keepdims: true }).shape).toEqual([1, 60_000]);
  expect(nd.mean(x, { axis: -1 }).at(39_999).asscalar()).toBe(Math.fround(2 / 60_000));
  expect(
    nd
      .dot(x, nd.ones([60_000]))
      .at(0)
      .asscalar(),
  ).toBe(6);
  expect(
    nd
      .dot(x, nd.ones([40_000]), { transposeA: true })
      .at(1)
      .asscalar(),
  ).toBe(5);
  const small = csrMatrix(dense);
  expect(nd.sum(small, { axis: [0, 1] }).toArray()).toEqual([6]);
  expect(nd.mean(small, { axis: 0, exclude: true }).toArray()).toEqual(nd.mean(nd.array(dense), { axis: 1 }).toArray());
  expect(nd.sparse.zeros("csr", [2, 2]).sum().toArray()).toEqual([0]);
  expect(rowSparseArray(dense).sum({ axis: 0 }).toArray()).toEqual([2, 1, 3]);
});

test("scopes free parts, and keep those of results", () => {
  const before = memory().live;
  const x = mx.scope(() => {
    csrMatrix(dense);
    return { kept: [csrMatrix(dense)] };
  });
  expect(memory().live).toBe(before + 1);
  const [kept] = x.kept as NDArray[];
  expect(kept!.toArray()).toEqual(dense);
  kept!.dispose();
  expect(() => kept!.toArray()).toThrow("disposed");
});

describe("the warning", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  test("comes once for each kind of call, and can be turned off", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const x = csrMatrix(dense);
    const op = (): NDArray => nd.clip(x, { aMin: 0.25, aMax: 2 });
    op();
    op();
    expect(warn).toHaveBeenCalledTimes(1);
    const text = String(warn.mock.calls[0]);
    expect(text).toContain("\nStorage type fallback detected:\noperator = clip\ninput storage types = [csr, ]\n");
    expect(text).toContain('params = {"a_min" : 0.25, "a_max" : 2, }');
    expect(nd.sparse.setFallbackWarning(false)).toBe(true);
    nd.clip(x, { aMin: 0.5, aMax: 2 });
    expect(nd.sparse.setFallbackWarning(true)).toBe(false);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
