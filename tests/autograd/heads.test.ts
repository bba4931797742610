import { autograd, type NDArray, nd } from "mxgrad";
import { describe, test } from "vitest";
import { expectError, expectValues, NO_INPUTS, NOT_IN_GRAPH, variable } from "./helpers.ts";

/** Two heads over one variable at [1, 2]: x² and 3x. */
function twoHeads(): { x: NDArray; z: NDArray; w: NDArray } {
  const x = variable([1, 2]);
  return autograd.record(() => ({ x, z: x.mul(x), w: x.mul(3) }));
}

describe("autograd.backward with several heads", () => {
  test("list heads", () => {
    const x = variable([1, 2]);
    const heads = autograd.record(() => {
      const y = x.mul(2);
      return [y.mul(y), y.mul(3)];
    });
    autograd.backward(heads);
    expectValues(x.grad, [14, 22]);
  });

  test("list heads with None", () => {
    const { x, z, w } = twoHeads();
    autograd.backward([z, w], [null, nd.array([10, 10])]);
    expectValues(x.grad, [32, 34]);
  });

  test("list heads all None", () => {
    const { x, z, w } = twoHeads();
    autograd.backward([z, w], [null, null]);
    expectValues(x.grad, [5, 7]);
  });

  test("list heads length mismatch", () => {
    const { x, z, w } = twoHeads();
    expectError(() => autograd.backward([z, w], [null]), /same length/);
    expectValues(x.grad, [0, 0]);
  });

  test("same head twice", () => {
    // MXNet counts it once, with the last head gradient.
    const first = twoHeads();
    autograd.backward([first.z, first.z]);
    expectValues(first.x.grad, [4, 8]);
    const second = twoHeads();
    autograd.backward([second.z, second.z], [nd.array([1, 1]), nd.array([10, 10])]);
    expectValues(second.x.grad, [22, 44]);
  });

  test("head single, head grads list", () => {
    const { x, z } = twoHeads();
    autograd.backward(z, [nd.array([1, 10])]);
    expectValues(x.grad, [2, 40]);
  });

  test("empty heads", () => {
    expectError(() => autograd.backward([]), NO_INPUTS);
  });

  test("one head not in graph", () => {
    const { x, z } = twoHeads();
    expectError(() => autograd.backward([z, nd.array([1])]), NOT_IN_GRAPH);
    expectValues(x.grad, [0, 0]);
  });

  test("head which is intermediate of another", () => {
    const x = variable([1, 2]);
    const heads = autograd.record(() => {
      const y = x.mul(2);
      return [y, y.mul(y)];
    });
    autograd.backward(heads);
    expectValues(x.grad, [10, 18]);
  });
});
