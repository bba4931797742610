/** Disposing, scopes, moving out and in again. */
import mx, { autograd, MXNetError, memory, nd, scope, setMemoryBudget } from "mxgrad";
import { afterEach, describe, expect, test } from "vitest";

afterEach(() => setMemoryBudget(64 << 20));

/** Makes enough garbage that everything not in use moves out. */
function press(): void {
  setMemoryBudget(1 << 20);
  for (let i = 0; i < 64; i++) nd.ones([128, 128]).add(1);
}

describe("dispose", () => {
  test("a disposed array says so", () => {
    const x = nd.ones([2]);
    x.dispose();
    for (const use of [() => x.toArray(), () => x.shape, () => x.add(1), () => nd.ones([2]).add(x), () => String(x)]) {
      expect(use).toThrow(/disposed/);
      expect(use).toThrow(MXNetError);
    }
    expect(() => x.dispose()).not.toThrow();
  });

  test("gives memory back at once", () => {
    const before = memory();
    const x = nd.ones([1000]);
    expect(memory().live).toBe(before.live + 1);
    expect(memory().bytes).toBeGreaterThanOrEqual(before.bytes + 4000);
    x.dispose();
    expect(memory().live).toBe(before.live);
    expect(memory().bytes).toBe(before.bytes);
  });

  test("using", () => {
    const before = memory().live;
    {
      using x = nd.ones([4]);
      expect(x.asscalar).toBeDefined();
    }
    expect(memory().live).toBe(before);
  });

  test("views outlive what they were made of", () => {
    const x = nd.array([1, 2, 3, 4]);
    const view = x.slice("1:3");
    x.dispose();
    press();
    expect(view.toArray()).toEqual([2, 3]);
  });

  test("a graph keeps what it needs", () => {
    const x = nd.array([1, 2]);
    x.attachGrad();
    const y = autograd.record(() => {
      const square = x.mul(x);
      const result = square.mul(square);
      square.dispose();
      return result;
    });
    y.backward();
    expect(x.grad!.toArray()).toEqual([4, 32]);
  });
});

describe("scope", () => {
  test("frees what it does not return", () => {
    const before = memory().live;
    const kept = scope(() => ({ list: [nd.ones([2]).add(1)], map: new Map([["a", nd.zeros([1])]]), number: 1 }));
    expect(memory().live).toBe(before + 2);
    expect(kept.list[0]!.toArray()).toEqual([2, 2]);
    expect(kept.map.get("a")!.toArray()).toEqual([0]);
  });

  test("nests, and ends when the function throws", () => {
    const before = memory().live;
    expect(() =>
      scope(() => {
        nd.ones([2]);
        scope(() => nd.ones([3]));
        throw new Error("stop");
      }),
    ).toThrow("stop");
    expect(memory().live).toBe(before);
  });

  test("refuses a Promise", () => {
    expect(() => mx.scope(async () => nd.ones([1]))).toThrow(TypeError);
  });
});

describe("moving out", () => {
  test("arrays come back as they were", () => {
    const arrays = (["float32", "float64", "float16", "int8", "uint8", "int32", "int64"] as const).map((dtype) =>
      nd.arange(6, { dtype }).reshape([2, 3]).copy(),
    );
    const { reloads } = memory();
    press();
    for (const x of arrays) expect(Array.from(x.toTypedArray(), Number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(memory().reloads).toBeGreaterThanOrEqual(reloads + arrays.length);
    expect(arrays.map((x) => x.dtype)).toEqual(["float32", "float64", "float16", "int8", "uint8", "int32", "int64"]);
  });

  test("variables come back with gradient and grad_req", () => {
    const x = nd.array([1, 2]);
    x.attachGrad("add");
    const grad = x.grad!;
    autograd.record(() => x.mul(x)).backward();
    press();
    autograd.record(() => x.mul(x)).backward();
    expect(x.grad!.toArray()).toEqual([4, 8]);
    expect(grad.toArray()).toEqual([4, 8]);
    x.attachGrad();
    expect(grad.toArray()).toEqual([4, 8]);
    expect(x.grad!.toArray()).toEqual([0, 0]);
  });

  test("views still share memory afterwards", () => {
    const x = nd.zeros([2, 3]);
    const [row, flat, same] = [x.at(1), x.reshape([6]), x.detach()];
    press();
    row.set(7);
    flat.set(5, 0);
    press();
    expect(x.toArray()).toEqual([
      [5, 0, 0],
      [7, 7, 7],
    ]);
    expect(same.toArray()).toEqual(x.toArray());
  });

  test("a graph recorded before is differentiated after", () => {
    const x = nd.array([3]);
    x.attachGrad();
    const y = autograd.record(() => x.mul(x).mul(2));
    press();
    y.backward();
    expect(x.grad!.toArray()).toEqual([12]);
  });

  test("memory that cannot be had is an error, and the library works on", () => {
    expect(() => nd.zeros([65536, 65536, 64])).toThrow(MXNetError);
    expect(() => nd.ones([40000, 40000])).toThrow(/out of memory/);
    expect(nd.ones([2]).add(1).toArray()).toEqual([2, 2]);
  });

  test("the budget is checked", () => {
    expect(() => setMemoryBudget(10)).toThrow(/1048576/);
  });
});
