import { autograd, nd } from "mxgrad";
import { describe, test } from "vitest";
import { ASSIGN_IN_GRAPH, expectError, expectValues, variable } from "./helpers.ts";

const INPLACE = /Inplace operations \(.*\) are not supported when recording with autograd/;

describe("writes to arrays of the graph while recording are refused", () => {
  test("+= on graph array while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => nd.exp(x).addi(1)), ASSIGN_IN_GRAPH);
  });

  test("+= on leaf while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.addi(1)), ASSIGN_IN_GRAPH);
    expectValues(x, [1, 2]);
  });

  test("x[:]=scalar leaf while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.set(1)), ASSIGN_IN_GRAPH);
    expectValues(x, [1, 2]);
  });

  test("x[0]=scalar leaf while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.set(5, 0)), ASSIGN_IN_GRAPH);
    expectValues(x, [1, 2]);
  });

  test("y[:]=nd while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.mul(2).set(nd.array([3, 3]))), ASSIGN_IN_GRAPH);
  });

  test("y[0:1]=nd while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.mul(2).set(nd.array([3]), "0:1")), ASSIGN_IN_GRAPH);
  });

  test("y[adv]=scalar while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => x.mul(2).set(3, [0])), ASSIGN_IN_GRAPH);
  });

  test("const used in graph then mutated while recording", () => {
    const x = variable([1, 2]);
    const y = nd.zeros([2]);
    const write = (): unknown =>
      autograd.record(() => {
        y.mul(x);
        return y.set(5);
      });
    expectError(write, ASSIGN_IN_GRAPH);
    expectValues(y, [0, 0]);
  });

  test("const used in graph then += while recording", () => {
    const x = variable([1, 2]);
    const y = nd.zeros([2]);
    const write = (): unknown =>
      autograd.record(() => {
        y.mul(x);
        return y.addi(5);
      });
    expectError(write, ASSIGN_IN_GRAPH);
    expectValues(y, [0, 0]);
  });

  test("out= graph arr while recording", () => {
    const x = variable([1, 2]);
    expectError(() => autograd.record(() => nd.exp(x, { out: x.mul(2) })), ASSIGN_IN_GRAPH);
  });

  test("fresh[0:1]=graph while recording", () => {
    const x = variable([1, 2]);
    const y = nd.zeros([2]);
    expectError(() => autograd.record(() => y.set(x.slice("0:1").mul(2), "0:1")), INPLACE);
    expectValues(y, [0, 0]);
  });

  test("y[1]=x[1] in record", () => {
    const x = variable([1, 2, 3]);
    expectError(() => autograd.record(() => nd.zeros([3]).set(x.at(1), 1)), INPLACE);
  });
});

describe("writes that are allowed", () => {
  test("fresh[:]=graph while recording", () => {
    const x = variable([1, 2]);
    const y = nd.zeros([2]);
    autograd.record(() => y.set(x.mul(2)));
    y.backward();
    expectValues(y, [2, 4]);
    expectValues(x.grad, [2, 2]);
  });

  test("y[:]=x then use", () => {
    const x = variable([1, 2]);
    const z = autograd.record(() => {
      const y = nd.zeros([2]);
      y.set(x);
      return y.mul(2);
    });
    z.backward();
    expectValues(x.grad, [2, 2]);
  });

  test("fresh const += while recording", () => {
    const x = variable([1, 2]);
    const y = nd.ones([2]);
    const z = autograd.record(() => {
      y.addi(5);
      y.muli(2);
      return x.mul(y);
    });
    z.backward();
    expectValues(x.grad, [12, 12]);
  });

  test("out= fresh while recording", () => {
    const x = variable([1, 2]);
    const y = nd.ones([2]);
    autograd.record(() => nd.exp(x, { out: y }));
    y.backward();
    expectValues(x.grad, [Math.E, Math.E ** 2]);
  });

  test("copyto", () => {
    const x = variable([1, 2]);
    const y = nd.zeros([2]);
    autograd.record(() => x.copyto(y));
    y.backward();
    expectValues(x.grad, [1, 1]);
  });

  test("in place in pause", () => {
    const x = variable([1, 2]);
    const z = autograd.record(() => {
      const y = x.mul(2);
      autograd.pause(() => y.addi(1));
      return y.mul(y);
    });
    z.backward();
    expectValues(x.grad, [12, 20]);
  });

  test("in place on graph arr outside record then backward", () => {
    const x = variable([3, 4]);
    const y = autograd.record(() => x.mul(x));
    y.addi(1);
    y.backward();
    expectValues(x.grad, [6, 8]);
    expectValues(y, [10, 17]);
  });
});
