/** What the graph holds on to: values by reference, arrays nobody else holds, constants, arrays after backward. */
import { autograd, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, NOT_IN_GRAPH, variable } from "./helpers.ts";

describe("values are kept by reference", () => {
  test("mutate leaf after record before backward", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    x.set(100);
    y.backward();
    expectValues(x.grad, [200, 200]);
  });

  test("mutate saved output after record", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => nd.exp(x));
    y.set(5);
    y.backward();
    expectValues(x.grad, [5, 5]);
  });

  test("del x", () => {
    const x = variable([3, 4]);
    const y = autograd.record(() => x.mul(x));
    const grad = x.grad;
    x.dispose();
    y.backward();
    expectValues(grad, [6, 8]);
  });
});

describe("constants", () => {
  test("value from pause is const", () => {
    const x = variable([1, 2]);
    const z = autograd.record(() => {
      const y = x.mul(2);
      const w = autograd.pause(() => y.add(1));
      return w.mul(x);
    });
    z.backward();
    expectValues(x.grad, [3, 5]);
  });

  test("asscalar const", () => {
    const x = variable([3, 4]);
    autograd.record(() => x.mul(Number(x.sum().asscalar()))).backward();
    expectValues(x.grad, [7, 7]);
  });

  test("reuse y as constant after backward", () => {
    const x = variable([3, 4]);
    const y = autograd.record(() => x.mul(x));
    y.backward();
    autograd.record(() => y.mul(x)).backward();
    expectValues(x.grad, [9, 16]);
  });

  test("y after backward", () => {
    const x = variable([3, 4]);
    const y = autograd.record(() => x.mul(x));
    y.backward();
    expect(y.grad).toBeNull();
    expectValues(y, [9, 16]);
    expectValues(y.detach(), [9, 16]);
  });
});

describe("indexing and copies", () => {
  test("indexing in record", () => {
    const x = variable([
      [1, 2],
      [3, 4],
    ]);
    const z = autograd.record(() => {
      const y = x.at(0);
      return y.mul(y).sum().add(x.slice(1, 1));
    });
    z.backward();
    expectValues(x.grad, [
      [2, 4],
      [0, 1],
    ]);
  });

  test("view taken outside record", () => {
    const view = variable([
      [1, 2],
      [3, 4],
    ]).at(0);
    const z = autograd.record(() => view.mul(view).sum());
    expectError(() => z.backward(), NOT_IN_GRAPH);
  });

  test("adv index grads accumulate", () => {
    const x = variable([
      [1, 2],
      [3, 4],
    ]);
    const rows = nd.array([0, 0], { dtype: "int32" });
    autograd.record(() => x.slice(rows).sum()).backward();
    expectValues(x.grad, [
      [2, 2],
      [0, 0],
    ]);
  });

  test("copy/as_in_context/reshape", () => {
    const x = variable([1, 2]);
    const v = autograd.record(() => {
      const same = x.asInContext(x.context);
      expect(same).toBe(x);
      return x
        .copy()
        .add(same)
        .add(x.reshape([2, 1]).reshape([2]));
    });
    v.backward();
    expectValues(x.grad, [3, 3]);
  });
});

describe("integers and casts", () => {
  test("int32 input", () => {
    const x = variable([1, 2], "write", "int32");
    autograd.record(() => x.mul(x)).backward();
    expectValues(x.grad, [2, 4]);
    expect(x.grad!.dtype).toBe("int32");
  });

  test("int32 cast", () => {
    const x = variable([1, 2], "write", "int32");
    autograd.record(() => x.astype("float32").mul(2.5)).backward();
    expectValues(x.grad, [2, 2]);
    expect(x.grad!.dtype).toBe("int32");
  });

  test("float -> int32 cast", () => {
    const x = variable([1.5, 2]);
    autograd.record(() => x.astype("int32").mul(2)).backward();
    expectValues(x.grad, [2, 2]);
    expect(x.grad!.dtype).toBe("float32");
  });

  test("float -> f64 cast", () => {
    const x = variable([1.5, 2]);
    autograd.record(() => x.astype("float64").mul(2)).backward();
    expectValues(x.grad, [2, 2]);
    expect(x.grad!.dtype).toBe("float32");
  });
});
