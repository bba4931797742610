import { autograd, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, NO_INPUTS, NOT_IN_GRAPH, variable } from "./helpers.ts";

describe("head gradients", () => {
  test("non-scalar head default ones", () => {
    const x = variable([
      [1, 2],
      [3, 4],
    ]);
    autograd.record(() => x.mul(x)).backward();
    expectValues(x.grad, [
      [2, 4],
      [6, 8],
    ]);
  });

  test("head grad", () => {
    const x = variable([1, 2]);
    autograd.record(() => x.mul(x)).backward(nd.array([10, 100]));
    expectValues(x.grad, [20, 400]);
  });

  test("ndarray.backward(out_grad=)", () => {
    const x = variable([1, 2, 3]);
    autograd.record(() => x.mul(2)).backward(nd.array([1, 2, 3]));
    expectValues(x.grad, [2, 4, 6]);
  });

  test("head grad wrong dtype", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => y.backward(nd.array([10, 1], { dtype: "float64" })), /float64/);
    expectValues(x.grad, [0, 0]);
  });

  test("head grad wrong shape", () => {
    // MXNet reads foreign memory.
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => y.backward(nd.ones([3])), /shape/i);
    expectError(() => y.backward(nd.ones([1])), /shape/i);
    expectValues(x.grad, [0, 0]);
    y.backward();
    expectValues(x.grad, [2, 4]);
  });
});

describe("writing and adding", () => {
  test("retain then write", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    y.backward(undefined, { retainGraph: true });
    expectValues(x.grad, [2, 4]);
    y.backward();
    expectValues(x.grad, [2, 4]);
  });

  test("retain then add", () => {
    const x = variable([1, 2], "add");
    const y = autograd.record(() => x.mul(x));
    y.backward(undefined, { retainGraph: true });
    expectValues(x.grad, [2, 4]);
    y.backward();
    expectValues(x.grad, [4, 8]);
  });

  test("add starts at existing buffer; multiple uses", () => {
    const x = variable([1, 2], "add");
    x.grad!.set(100);
    autograd.record(() => x.mul(x).add(x)).backward();
    expectValues(x.grad, [103, 105]);
  });

  test("write multi uses", () => {
    const x = variable([1, 2]);
    x.grad!.set(100);
    autograd.record(() => x.mul(x).add(x).add(x.mul(3))).backward();
    expectValues(x.grad, [6, 8]);
  });

  test("three independent heads, write", () => {
    const x = variable([[1, 2]]);
    const heads = autograd.record(() => [1, 2, 3].map((k) => x.mul(k).sum()));
    for (const head of heads) head.backward();
    expectValues(x.grad, [[3, 3]]);
  });

  test("three independent heads, add", () => {
    const x = variable([[1, 2]], "add");
    const heads = autograd.record(() => [1, 2, 3].map((k) => x.mul(k).sum()));
    for (const head of heads) head.backward();
    expectValues(x.grad, [[6, 6]]);
  });

  test("null + write", () => {
    const x = variable([1, 2], "null");
    const w = variable([1, 2]);
    x.grad!.set(9);
    autograd.record(() => x.mul(w)).backward();
    expect(x.grad).toBeNull();
    expectValues(w.grad, [1, 2]);
  });

  test("unused var keeps grad", () => {
    const x = variable([1, 2]);
    const w = variable([1, 2]);
    w.grad!.set(9);
    autograd.record(() => x.mul(2)).backward();
    expectValues(x.grad, [2, 2]);
    expectValues(w.grad, [9, 9]);
  });

  test("BlockGrad var write -> zero", () => {
    const x = variable([1, 2]);
    const w = variable([1, 2]);
    w.grad!.set(9);
    autograd.record(() => x.mul(2).add(nd.BlockGrad(w))).backward();
    expectValues(x.grad, [2, 2]);
    expectValues(w.grad, [0, 0]);
  });

  test("BlockGrad var add", () => {
    const x = variable([1, 2]);
    const w = variable([1, 2], "add");
    w.grad!.set(9);
    autograd.record(() => x.mul(2).add(nd.BlockGrad(w))).backward();
    expectValues(x.grad, [2, 2]);
    expectValues(w.grad, [9, 9]);
  });

  test("BlockGrad head", () => {
    const x = variable([1, 2]);
    autograd.record(() => nd.BlockGrad(x.mul(x))).backward();
    expectValues(x.grad, [0, 0]);
  });
});

describe("what can be differentiated, and when", () => {
  test("second backward", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    y.backward();
    expectError(() => y.backward(), NOT_IN_GRAPH);
    expectError(() => y.backward(), /pass retain_?graph=?/i);
  });

  test("backward not recorded", () => {
    const x = variable([1, 2]);
    expectError(() => x.mul(x).backward(), NOT_IN_GRAPH);
  });

  test("recorded but no variables", () => {
    const x = nd.array([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => y.backward(), NOT_IN_GRAPH);
  });

  test("only null var", () => {
    const x = variable([1, 2], "null");
    const y = autograd.record(() => x.mul(x));
    expectError(() => y.backward(), NO_INPUTS);
  });

  test("x.backward() on leaf outside record", () => {
    const x = variable([1, 2]);
    x.backward();
    expectValues(x.grad, [1, 1]);
  });

  test("x.backward() on leaf twice", () => {
    const x = variable([1, 2]);
    x.backward();
    x.backward();
    expectValues(x.grad, [1, 1]);
  });

  test("leaf reusable after backward (AGInfo clear?)", () => {
    const x = variable([1, 2]);
    autograd.record(() => x.mul(2)).backward();
    autograd.record(() => x.mul(3)).backward();
    expectValues(x.grad, [3, 3]);
  });

  test("shared subgraph freed by first backward", () => {
    const x = variable([1, 2]);
    const [z, w] = autograd.record(() => {
      const y = x.mul(2);
      return [y.mul(y), y.mul(3)] as const;
    });
    z.backward();
    expectValues(x.grad, [8, 16]);
    expectError(() => w.backward(), /computation(al)? graph/);
  });

  test("intermediate y after z.backward", () => {
    const x = variable([1, 1, 1, 1]);
    const [y, z] = autograd.record(() => {
      const y = nd.exp(x);
      return [y, nd.exp(y)] as const;
    });
    z.backward();
    expectError(() => y.backward(), NOT_IN_GRAPH);
  });

  test("one of many outputs as head", () => {
    const x = variable([1, 2]);
    const outs = autograd.record(() => nd.split(nd.array([[1, 2]]).mul(x.reshape([1, 2])), { numOutputs: 2, axis: 1 }));
    outs[0]!.backward();
    expectValues(x.grad, [1, 0]);
  });

  test("second output after first freed", () => {
    const x = variable([1, 2, 3, 4]);
    const [a, b] = autograd.record(() => nd.split(x.reshape([1, 4]), { numOutputs: 2, axis: 1 }));
    a!.backward();
    expectError(() => b!.backward(), NOT_IN_GRAPH);
  });

  test("backward inside record", () => {
    const x = variable([1, 2]);
    autograd.record(() => {
      x.mul(x).backward();
      expect([autograd.isRecording(), autograd.isTraining()]).toEqual([true, true]);
    });
    expectValues(x.grad, [2, 4]);
  });

  test("two backward inside record", () => {
    const x = variable([1, 2]);
    autograd.record(() => {
      x.mul(x).backward();
      x.mul(3).backward();
    });
    expectValues(x.grad, [3, 3]);
  });

  test("deep chain 5000", () => {
    const a = variable([1]);
    let b = a;
    for (let i = 0; i < 5000; i++) b = autograd.record(() => b.add(1));
    b.backward();
    expectValues(a.grad, [1]);
    expectValues(b, [5001]);
  });
});
