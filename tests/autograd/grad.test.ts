import { autograd, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectError, expectValues, NOT_IN_GRAPH, variable } from "./helpers.ts";

const NOT_REQUIRED = /Cannot differentiate with respect to the 1-th variable because it does not require gradient/;

describe("autograd.grad", () => {
  test("grad single var returns", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    const g = autograd.grad(y, x);
    expect(Array.isArray(g)).toBe(true);
    expectValues(g[0]!, [2, 4]);
    expectValues(x.grad, [0, 0]);
  });

  test("grad list", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    const g = autograd.grad(y, [x]);
    expect(g).toHaveLength(1);
    expectValues(g[0]!, [2, 4]);
  });

  test("grad tuple", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    const variables = Object.freeze([x]);
    expect(Array.isArray(autograd.grad([y], variables))).toBe(true);
  });

  test("grad empty", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.grad(y, []), /variables cannot be an empty list/);
  });

  test("grad wrt unmarked const that participated", () => {
    const x = variable([1, 2]);
    const z = nd.array([1, 2]);
    const y = autograd.record(() => x.mul(z));
    expectError(() => autograd.grad(y, [z]), NOT_REQUIRED);
  });

  test("grad wrt array never in graph", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.grad(y, [nd.array([1, 2])]), NOT_REQUIRED);
  });

  test("grad wrt intermediate", () => {
    const x = variable([1, 2]);
    const [h, y] = autograd.record(() => {
      const h = x.mul(2);
      return [h, h.mul(h)] as const;
    });
    expectError(() => autograd.grad(y, [h]), NOT_REQUIRED);
  });

  test("grad wrt unused variable", () => {
    const x = variable([1, 2]);
    const w = variable([1, 2, 3]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.grad(y, [x, w]), /2-th variable because it is unreachable from the outputs/);
  });

  test("grad wrt null req", () => {
    const x = variable([1, 2], "null");
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.grad(y, [x]), NOT_REQUIRED);
  });

  test("grad with add req: no accumulate", () => {
    const x = variable([1, 2], "add");
    x.grad!.set(5);
    const y = autograd.record(() => x.mul(x));
    expectValues(autograd.grad(y, [x])[0]!, [2, 4]);
    expectValues(x.grad, [5, 5]);
  });

  test("grad twice without retain", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    autograd.grad(y, [x]);
    expectError(() => autograd.grad(y, [x]), NOT_IN_GRAPH);
  });

  test("grad twice retain", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    autograd.grad(y, [x], { retainGraph: true });
    expectValues(autograd.grad(y, [x])[0]!, [2, 4]);
  });

  test("head gradients, shapes checked", () => {
    const x = variable([1, 2]);
    const y = autograd.record(() => x.mul(x));
    expectError(() => autograd.grad(y, [x], { headGrads: nd.ones([3]) }), /shape/i);
    expectValues(autograd.grad(y, [x], { headGrads: nd.array([1, 10]) })[0]!, [2, 40]);
  });
});
