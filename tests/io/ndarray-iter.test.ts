import mx, { io, MXNetError, memory, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { described, golden, shown } from "./golden.ts";

const rows = (count: number, width = 2) => nd.arange(count * width).reshape([count, width]);

describe("NDArrayIter gives what MXNet's gives", () => {
  test.each(
    golden.NDArrayIter.map(
      (c) =>
        [`${c.count} rows, ${c.batchSize} a batch, ${c.lastBatchHandle}${c.shuffle ? ", shuffled" : ""}`, c] as const,
    ),
  )("%s", (_, { count, passes, seed, provideData, provideLabel, ...options }) => {
    mx.np.random.seed(seed);
    const iter = new io.NDArrayIter(rows(count), nd.arange(count), options);
    expect(described(iter.provideData)).toEqual(provideData);
    expect(described(iter.provideLabel)).toEqual(provideLabel);
    for (const wanted of passes) {
      expect([...iter].map(shown)).toEqual(wanted);
      expect(iter.next()).toBeNull();
      iter.reset();
    }
  });
});

test.each(golden.csr)("sparse rows, shuffled: $shuffle", ({ shuffle, passes, provideData, provideLabel }) => {
  mx.np.random.seed(4);
  const dense = nd.array(Array.from({ length: 21 }, (_, i) => (i % 3 ? 0 : i))).reshape([7, 3]);
  const options = { batchSize: 3, shuffle, lastBatchHandle: "discard" } as const;
  const iter = new io.NDArrayIter(dense.tostype("csr"), nd.arange(7), options);
  expect([described(iter.provideData), described(iter.provideLabel)]).toEqual([provideData, provideLabel]);
  for (const wanted of passes) {
    const batches = [...iter];
    expect(batches.map(shown)).toEqual(wanted);
    expect(batches[0]!.data[0]!.stype).toBe("csr");
    iter.reset();
  }
  expect(() => new io.NDArrayIter(dense.tostype("csr"))).toThrow(
    /only supports ``CSRNDArray`` with `last_batch_handle`/,
  );
  expect(() => new io.NDArrayIter(dense.tostype("row_sparse"))).toThrow(/data is row_sparse/);
});

describe("NDArrayIter", () => {
  test("rows that are left wait until there are enough for a batch", () => {
    const iter = new io.NDArrayIter(nd.arange(3), null, { batchSize: 8, lastBatchHandle: "roll_over" });
    const seen: unknown[] = [];
    for (let pass = 0; pass < 4; pass++) {
      for (const batch of iter) seen.push(batch.data[0]!.toArray());
      iter.reset();
    }
    expect(seen).toEqual([[0, 1, 2, 0, 1, 2, 0, 1]]);
  });

  test("hardReset forgets them", () => {
    const iter = new io.NDArrayIter(nd.arange(5), null, { batchSize: 3, lastBatchHandle: "roll_over" });
    expect([...iter]).toHaveLength(1);
    iter.hardReset();
    expect(iter.next()!.data[0]!.toArray()).toEqual([0, 1, 2]);
  });

  test("several inputs, by name and in lists, in the order of names", () => {
    const named = new io.NDArrayIter(
      { b: rows(4), a: rows(4, 3) },
      { y: nd.arange(4), x: [4, 5, 6, 7] },
      { batchSize: 2 },
    );
    expect(described(named.provideData)).toEqual([
      ["a", [2, 3], "float32"],
      ["b", [2, 2], "float32"],
    ]);
    expect(named.next()!.label!.map((x) => x.toArray())).toEqual([
      [4, 5],
      [0, 1],
    ]);
    const list = new io.NDArrayIter([rows(4), rows(4, 3)], null, 2, false, "pad", "in", "out");
    expect(list.provideData.map(({ name }) => name)).toEqual(["_0_in", "_1_in"]);
    const alone = new io.NDArrayIter({ a: rows(2) });
    expect(alone.provideData.map(String)).toEqual(["DataDesc[a,(1, 2),float32,NCHW]"]);
    const map = new io.NDArrayIter(new Map([["m", rows(2)]]), { label: [1, 2] });
    expect(map.provideLabel.map(String)).toEqual(["DataDesc[label,(1,),float32,NCHW]"]);
  });

  test("numbers and typed arrays", () => {
    const iter = new io.NDArrayIter(
      [
        [1, 2],
        [3, 4],
      ],
      new Int32Array([7, 8]),
      { batchSize: 2 },
    );
    expect(shown(iter.next()!)).toEqual({
      data: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      label: [[7, 8]],
      pad: 0,
    });
    expect(iter.provideLabel[0]!.dtype).toBe("int32");
  });

  test("a shuffle keeps the type, and rows stay together", () => {
    const iter = new io.NDArrayIter(nd.arange(20, { dtype: "int32" }).reshape([10, 2]), nd.arange(10), 10, true);
    const batch = iter.next()!;
    expect(batch.data[0]!.dtype).toBe("int32");
    const labels = batch.label![0]!.toArray() as number[];
    expect(batch.data[0]!.toArray()).toEqual(labels.map((n) => [2 * n, 2 * n + 1]));
    expect([...labels].sort((a, b) => a - b)).toEqual(Array.from(labels.keys()));
  });

  test("a batch axis that is not the first", () => {
    for (const shuffle of [false, true]) {
      const iter = new io.NDArrayIter(nd.arange(12).reshape([2, 3, 2]), null, { batchSize: 2, layout: "TNC", shuffle });
      expect(String(iter.provideData[0])).toBe("DataDesc[data,(2, 2, 2),float32,TNC]");
      const batches = [...iter];
      expect(batches.map(({ pad }) => pad)).toEqual([0, 1]);
      const seen = batches.flatMap(({ data }) => data[0]!.slice(0, ":", 0).toArray() as number[]);
      expect([...new Set(seen)].sort((a, b) => a - b)).toEqual([0, 2, 4]);
    }
  });

  test("iterNext, getData, getLabel, getPad, getIndex", () => {
    const iter = new io.NDArrayIter(nd.arange(3), nd.arange(3), { batchSize: 2 });
    expect(iter.iterNext() && iter.iterNext()).toBe(true);
    expect(iter.getData()[0]!.toArray()).toEqual([2, 0]);
    expect(iter.getLabel()[0]!.toArray()).toEqual([2, 0]);
    expect([iter.getPad(), iter.getIndex()]).toEqual([1, null]);
    expect(iter.iterNext()).toBe(false);
  });

  test("scopes do not take away what is kept for the next pass", () => {
    const iter = mx.scope(() => new io.NDArrayIter([1, 2, 3], null, { batchSize: 2, lastBatchHandle: "roll_over" }));
    mx.scope(() => {
      for (const _ of iter);
    });
    iter.reset();
    expect(iter.next()!.data[0]!.toArray()).toEqual([3, 1]);
  });

  test("what does not fit is refused", () => {
    const x = rows(4);
    expect(() => new io.NDArrayIter(x, nd.arange(3))).toThrow(
      new MXNetError("NDArrayIter: softmax_label has 3 rows (shape (3), axis 0), the data has 4"),
    );
    expect(() => new io.NDArrayIter(x, null, { batchSize: 0 })).toThrow(/batchSize must be an integer, 1 or more, got/);
    expect(() => new io.NDArrayIter(x, null, { lastBatchHandle: "keep" as never })).toThrow(/"keep", expected pad/);
    expect(() => new io.NDArrayIter(x, null, { layout: "TC" })).toThrow(/no axis N/);
    expect(() => new io.NDArrayIter({})).toThrow(/data is empty/);
    expect(() => new io.NDArrayIter(nd.zeros([0, 2]))).toThrow(/no rows/);
    expect(() => new io.NDArrayIter("x" as never)).toThrow(TypeError);
    expect(() => new io.NDArrayIter({ a: 1 } as never)).toThrow(/a must be an array, got the number 1/);
    expect(() => new io.NDArrayIter(x, null, { size: 1 } as never)).toThrow(/unknown option size/);
  });
});

test("memory stays flat in loops of one task and of many", async () => {
  const iter = new io.NDArrayIter(nd.ones([64, 4096]), null, { batchSize: 8, shuffle: true });
  for (let pass = 0; pass < 3; pass++) {
    for (const batch of iter) batch.dispose();
    iter.reset();
  }
  const before = memory();
  for (let pass = 0; pass < 400; pass++) {
    for await (const batch of iter) batch.data[0]!.add(1);
    iter.reset();
  }
  // 840 MB of batches and sums went by.
  expect(memory().heapBytes - before.heapBytes).toBeLessThan(300e6);
});

describe("DataDesc and DataBatch", () => {
  test("come apart and print as MXNet's", () => {
    const [name, shape] = new io.DataDesc("x", [3]);
    expect([name, shape]).toEqual(["x", [3]]);
    expect(String(new io.DataDesc("x", [3], "int64", null))).toBe("DataDesc[x,(3,),int64,None]");
    expect(() => new io.DataDesc("x", [-1])).toThrow(MXNetError);
    expect(io.DataDesc.getBatchAxis("TNC")).toBe(1);
    expect(io.DataDesc.getBatchAxis(null)).toBe(0);
    expect(io.DataDesc.getList([["a", [1]]], [["a", "int8"]]).map(String)).toEqual(["DataDesc[a,(1,),int8,NCHW]"]);
    expect(() => io.DataDesc.getList([["a", [1]]], [])).toThrow(/no type of a/);
    expect(String(new io.DataBatch([nd.ones([2, 3])]))).toBe("DataBatch: data shapes: [(2, 3)] label shapes: None");
    expect(new io.DataBatch([], [], 2, [1], 5)).toMatchObject({ label: [], pad: 2, index: [1], bucketKey: 5 });
    expect(() => new io.DataBatch([1] as never)).toThrow(/got the number 1 in it/);
    expect(() => new io.DataBatch(nd.ones([1]) as never)).toThrow(TypeError);
  });

  test("an iterator that overrides nothing says so", () => {
    class Bare extends io.DataIter {
      provideData = [];
      provideLabel = [];
      reset() {}
    }
    expect(() => new Bare().next()).toThrow("Bare: it overrides neither next nor iterNext");
  });
});
