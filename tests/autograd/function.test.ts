import { autograd, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, variable } from "./helpers.ts";

const sigmoid = (v: number): number => 1 / (1 + Math.exp(-v));

class Sigmoid extends autograd.Function {
  forwardFlags: boolean[] = [];
  backwardFlags: boolean[] = [];

  forward(x: NDArray): NDArray {
    this.forwardFlags = [autograd.isRecording(), autograd.isTraining()];
    const y = nd.sigmoid(x);
    this.saveForBackward(y);
    return y;
  }

  backward(dy: NDArray): NDArray {
    this.backwardFlags = [autograd.isRecording(), autograd.isTraining()];
    const [y] = this.savedTensors as [NDArray];
    return dy.mul(y).mul(y.rsub(1));
  }
}

/** a + 3b, with the gradient that `derive` gives. */
function weightedSum(derive: (dy: NDArray) => unknown): { call: (a: NDArray, b: NDArray) => NDArray } {
  class WeightedSum extends autograd.Function {
    forward(a: NDArray, b: NDArray): NDArray {
      return a.add(b.mul(3));
    }

    backward(dy: NDArray): NDArray[] {
      return derive(dy) as NDArray[];
    }
  }
  const fn = new WeightedSum();
  return { call: (a, b) => fn(a, b) as NDArray };
}

const exact = (dy: NDArray): unknown => [dy, dy.mul(3)];

/** The identity, with the gradient that `derive` gives. */
function identity(derive: (dy: NDArray) => unknown, forward: (x: NDArray) => unknown = (x) => x.mul(1)) {
  class Identity extends autograd.Function {
    forward(x: NDArray): NDArray {
      return forward(x) as NDArray;
    }

    backward(dy: NDArray): NDArray {
      return derive(dy) as NDArray;
    }
  }
  return new Identity();
}

describe("Function: calling", () => {
  test("Function sigmoid", () => {
    const s = new Sigmoid();
    const x = variable([0, 1]);
    const y = autograd.record(() => s(x)) as NDArray;
    y.backward();
    expectValues(y, [0.5, sigmoid(1)]);
    expectValues(x.grad, [0.25, 0.196612]);
    expect(s.forwardFlags).toEqual([false, true]);
    expect(s.backwardFlags).toEqual([false, true]);
    expect(s).toBeInstanceOf(Sigmoid);
    expect(s).toBeInstanceOf(autograd.Function);
  });

  test("the training flag of backward is the one asked for", () => {
    const s = new Sigmoid();
    const x = variable([0, 1]);
    const y = autograd.record(() => s(x)) as NDArray;
    y.backward(undefined, { trainMode: false });
    expect(s.backwardFlags).toEqual([false, false]);
  });

  test("reuse", () => {
    const s = new Sigmoid();
    const x = variable([0, 1]);
    s(x);
    expectError(() => s(x), /Each Function instance can only be called once/);
  });

  test("outside record", () => {
    expectValues(new Sigmoid()(nd.array([0, 1])) as NDArray, [0.5, sigmoid(1)]);
  });

  test("record, no variable", () => {
    const y = autograd.record(() => new Sigmoid()(nd.array([0, 1]))) as NDArray;
    expectValues(y, [0.5, sigmoid(1)]);
  });

  test("Function retain", () => {
    const x = variable([0, 1]);
    const y = autograd.record(() => new Sigmoid()(x)) as NDArray;
    y.backward(undefined, { retainGraph: true });
    x.grad!.set(0);
    y.backward();
    expectValues(x.grad, [0.25, 0.196612]);
  });

  test("Function higher order", () => {
    // MXNet does not record the gradient. s' = s (1 - s), s'' = s (1 - s) (1 - 2 s).
    const x = variable([0, 1]);
    const g = autograd.record(() => autograd.grad(new Sigmoid()(x) as NDArray, [x], { createGraph: true })[0]!);
    g.backward();
    const s = sigmoid(1);
    expectValues(g, [0.25, s * (1 - s)]);
    expectValues(x.grad, [0, s * (1 - s) * (1 - 2 * s)]);
  });
});

describe("Function: several inputs and outputs", () => {
  test("two outs one used", () => {
    let seen: NDArray[] = [];
    class Both extends autograd.Function {
      forward(a: NDArray, b: NDArray): NDArray[] {
        return [a.mul(2), b.mul(3)];
      }

      backward(dp: NDArray, dq: NDArray): NDArray[] {
        seen = [dp.copy(), dq.copy()];
        return [dp.mul(2), dq.mul(3)];
      }
    }
    const a = variable([1, 2]);
    const b = variable([3, 4]);
    const r = autograd.record(() => (new Both()(a, b) as unknown as NDArray[])[0]!.mul(10));
    r.backward();
    expectValues(seen[0]!, [10, 10]);
    expectValues(seen[1]!, [0, 0]);
    expectValues(a.grad, [20, 20]);
    expectValues(b.grad, [0, 0]);
  });

  test("list returns", () => {
    const a = variable([1, 2]);
    const fn = identity(
      (dy) => dy.mul(5),
      (x) => [x.mul(5)],
    );
    const y = autograd.record(() => fn(a)) as unknown as NDArray[];
    expect(Array.isArray(y)).toBe(true);
    y[0]!.backward();
    expectValues(a.grad, [5, 5]);
  });

  test("first input needs no grad (req null first)", () => {
    // MXNet gives b no gradient.
    const b = variable([3, 4]);
    autograd.record(() => weightedSum(exact).call(nd.array([1, 2]), b)).backward();
    expectValues(b.grad, [3, 3]);
  });

  test("second input needs no grad", () => {
    const a = variable([1, 2]);
    autograd.record(() => weightedSum(exact).call(a, nd.array([3, 4]))).backward();
    expectValues(a.grad, [1, 1]);
  });

  test("add req with Function directly on leaf", () => {
    // MXNet drops the gradients.
    const a = variable([1, 2], "add");
    const b = variable([3, 4], "add");
    a.grad!.set(100);
    b.grad!.set(100);
    autograd.record(() => weightedSum(exact).call(a, b)).backward();
    expectValues(a.grad, [101, 101]);
    expectValues(b.grad, [103, 103]);
  });

  test("add req with Function behind *1", () => {
    const a = variable([1, 2], "add");
    const b = variable([3, 4], "add");
    a.grad!.set(100);
    b.grad!.set(100);
    autograd.record(() => weightedSum(exact).call(a.mul(1), b.mul(1))).backward();
    expectValues(a.grad, [101, 101]);
    expectValues(b.grad, [103, 103]);
  });
});

describe("Function: what backward returns", () => {
  test("wrong number", () => {
    const a = variable([1, 2]);
    const b = variable([3, 4]);
    const y = autograd.record(() => weightedSum((dy) => [dy]).call(a, b));
    expectError(() => y.backward(), /1.*2|2.*1/s);
  });

  test("None grad", () => {
    // MXNet fails; here null is "no gradient".
    for (const nothing of [null, undefined]) {
      const a = variable([1, 2]);
      const b = variable([3, 4]);
      autograd.record(() => weightedSum((dy) => [dy, nothing]).call(a, b)).backward();
      expectValues(a.grad, [1, 1]);
      expectValues(b.grad, [0, 0]);
    }
  });

  test("backward wrong shape", () => {
    // What can be assigned to the gradient is accepted: leading axes of length 1, broadcasting.
    const a = variable([1, 2]);
    autograd.record(() => identity((dy) => dy.reshape([1, 2]))(a) as NDArray).backward();
    expectValues(a.grad, [1, 1]);
    const b = variable([1, 2]);
    const y = autograd.record(() => identity(() => nd.ones([3]))(b) as NDArray);
    expectError(() => y.backward(), /shape|size/i);
  });

  test("backward returns numpy", () => {
    const a = variable([1, 2]);
    const y = autograd.record(() => identity(() => new Float32Array([1, 1]))(a)) as NDArray;
    expect(() => y.backward()).toThrow(TypeError);
  });

  test("ograd not writable", () => {
    // By contract only; a write goes to the gradient's own buffer.
    const a = variable([1, 2]);
    const fn = identity((dy) => {
      dy.set(1);
      return dy;
    });
    autograd.record(() => fn(a) as NDArray).backward();
    expectValues(a.grad, [1, 1]);
  });
});

describe("Function: what goes wrong", () => {
  test("forward returns its input", () => {
    const a = variable([1, 2]);
    const fn = identity(
      (dy) => dy,
      (x) => x,
    );
    expectError(() => autograd.record(() => fn(a)), /computational graph/);
  });

  test("forward returns numpy", () => {
    const a = variable([1, 2]);
    const fn = identity(
      (dy) => dy,
      () => new Float32Array([1, 2]),
    );
    expect(() => autograd.record(() => fn(a))).toThrow(TypeError);
    expect(autograd.isRecording()).toBe(false);
  });

  test("backward raises", () => {
    const a = variable([1, 2]);
    const fn = identity(() => {
      throw new RangeError("boom");
    });
    const y = autograd.record(() => fn(a)) as NDArray;
    expect(() => y.backward()).toThrow("boom");
    expect([autograd.isRecording(), autograd.isTraining()]).toEqual([false, false]);
    autograd.record(() => a.mul(2)).backward();
    expectValues(a.grad, [2, 2]);
  });

  const failing = (): ((x: NDArray) => unknown) =>
    identity(
      (dy) => dy,
      () => {
        throw new RangeError("boom");
      },
    );

  test("forward raises", () => {
    const a = variable([1, 2]);
    const fn = failing();
    expect(() => autograd.record(() => fn(a))).toThrow(RangeError);
    expect(autograd.isRecording()).toBe(false);
  });

  test("forward raises: recording left inside scope", () => {
    // MXNet leaves recording off for the rest of the scope.
    const a = variable([1, 2]);
    const fn = failing();
    autograd.record(() => {
      expect(() => fn(a)).toThrow(RangeError);
      expect(autograd.isRecording()).toBe(true);
    });
  });
});
