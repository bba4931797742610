import { autograd, MXNetError, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, variable } from "./helpers.ts";

describe("attachGrad", () => {
  test("attach_grad zeros", () => {
    const x = nd.array([1, 2]);
    x.attachGrad();
    expect(String(x.grad)).toBe("\n[0. 0.]\n<NDArray 2 @cpu(0)>");
    expectValues(x.grad, [0, 0]);
    expect(x.grad!.dtype).toBe("float32");
  });

  test("grad none", () => {
    expect(nd.array([1]).grad).toBeNull();
  });

  test("attach null: grad", () => {
    expect(String(variable([1, 2], "null").grad)).toBe("\n[0. 0.]\n<NDArray 2 @cpu(0)>");
  });

  test("attach bogus", () => {
    const x = nd.array([1, 2]);
    expectError(() => x.attachGrad("bogus" as "write"), /bogus/);
    expect(x.grad).toBeNull();
  });

  test("attach_grad on intermediate detaches", () => {
    const x = variable([1, 2]);
    const [y, z] = autograd.record(() => {
      const y = x.mul(2);
      y.attachGrad();
      return [y, y.mul(3)] as const;
    });
    z.backward();
    expectValues(x.grad, [0, 0]);
    expectValues(y.grad, [3, 3]);
  });

  test("re-attach zeroes grad", () => {
    const x = variable([1, 2]);
    autograd.record(() => x.mul(2)).backward();
    expectValues(x.grad, [2, 2]);
    x.attachGrad();
    expectValues(x.grad, [0, 0]);
  });

  test("grad obj aliasing", () => {
    const x = variable([1, 2]);
    const grad = x.grad;
    autograd.record(() => x.mul(x)).backward();
    expectValues(grad, [2, 4]);
    expectValues(x.grad, [2, 4]);
  });

  test("attach in record", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => {
      const y = x.mul(x);
      y.attachGrad();
      return y;
    });
    expectValues(y.grad, [0, 0]);
  });

  test("attach_grad zero size", () => {
    expect(() => nd.zeros([0]).attachGrad()).toThrow(MXNetError);
  });

  test("old grad detached", () => {
    const x = variable([1, 2, 3]);
    const old = x.grad!;
    x.attachGrad();
    old.set(5);
    expectValues(x.grad, [0, 0, 0]);
    expectValues(old, [5, 5, 5]);
  });

  test("re-mark between record and backward", () => {
    const x = variable([1, 2]);
    const old = x.grad;
    const y = autograd.record(() => x.mul(2));
    x.attachGrad();
    y.backward();
    expectValues(x.grad, [0, 0]);
    expectValues(old, [2, 2]);
  });

  test("x.grad = ", () => {
    const x = variable([1, 2]) as { grad: unknown };
    expect(() => {
      x.grad = nd.ones([2]);
    }).toThrow(TypeError);
  });

  test("zero_grad", () => {
    const x = variable([1, 2]);
    autograd.record(() => x.mul(2));
    x.grad!.set(-1);
    expectValues(x.grad, [-1, -1]);
    x.grad!.set(0);
    expectValues(x.grad, [0, 0]);
  });
});

describe("detach", () => {
  test("detach", () => {
    const x = variable([1, 2]);
    const [d, z] = autograd.record(() => {
      const d = x.mul(2).detach();
      return [d, d.mul(x)] as const;
    });
    z.backward();
    expectValues(x.grad, [2, 4]);
    expect(d.grad).toBeNull();
  });

  test("detach shares memory", () => {
    const x = variable([1, 2]);
    x.detach().set(7);
    expectValues(x, [7, 7]);
  });

  test("detach of var has grad?", () => {
    expect(variable([1, 2]).detach().grad).toBeNull();
  });
});

describe("markVariables", () => {
  test("mark single", () => {
    const x = nd.array([1, 2]);
    const g = nd.ones([2]).mul(7);
    autograd.markVariables(x, g);
    autograd.record(() => x.mul(x)).backward();
    expectValues(g, [2, 4]);
    expectValues(x.grad, [2, 4]);
  });

  test("mark list", () => {
    const x = nd.array([1, 2]);
    const w = nd.array([1, 2]);
    const gradients = [nd.zeros([2]), nd.ones([2])];
    autograd.markVariables([x, w], gradients, ["write", "add"]);
    autograd.record(() => x.mul(w)).backward();
    expectValues(gradients[0]!, [1, 2]);
    expectValues(gradients[1]!, [2, 3]);
  });

  test("mark shape mismatch", () => {
    // MXNet notices in backward.
    const x = nd.array([1, 2]);
    expectError(() => autograd.markVariables([x], [nd.ones([3])]), /shape/i);
    expect(x.grad).toBeNull();
  });

  test("mark list,single", () => {
    const x = nd.array([1, 2]);
    autograd.markVariables([x], nd.zeros([2]));
    autograd.record(() => x.mul(x)).backward();
    expectValues(x.grad, [2, 4]);
  });

  test("mark reqs longer", () => {
    // MXNet ignores the rest.
    const x = nd.array([1, 2]);
    expectError(() => autograd.markVariables([x], [nd.zeros([2])], ["write", "add"]), /length|2/);
    expectError(() => autograd.markVariables([x], [nd.zeros([2]), nd.zeros([2])]), /length|2/);
    expect(x.grad).toBeNull();
  });
});

describe("gradients as arrays", () => {
  test("x.grad used in later graph", () => {
    const x = variable([1, 2]);
    const w = variable([1, 2]);
    autograd.record(() => x.mul(w)).backward();
    const grad = x.grad!;
    autograd.record(() => grad.mul(w)).backward();
    expectValues(w.grad, [1, 2]);
  });

  test("x.grad used in graph that writes x.grad", () => {
    const x = variable([1, 2]);
    const z = autograd.record(() => {
      x.mul(x).backward();
      return x.grad!.mul(x);
    });
    z.backward();
    expectValues(x.grad, [2, 4]);
  });
});
