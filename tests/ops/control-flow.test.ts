/** `nd.contrib.foreach`, `whileLoop` and `cond`: values, gradients of both orders, and errors. */
import { autograd, MXNetError, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

const { foreach, whileLoop, cond } = nd.contrib;
const values = (x: unknown) => (x as NDArray).toArray();

describe("foreach", () => {
  test("a recurrent cell over a sequence, differentiated twice", () => {
    const [x, w] = [nd.array([0.5, -1, 2]).reshape([3, 1]), nd.array([0.3])];
    w.attachGrad();
    const run = () => {
      const step = (input: NDArray, h: NDArray): [NDArray, NDArray] => {
        const next = nd.tanh(input.add(h.mul(w)));
        return [next, next];
      };
      const [outputs, last] = foreach(step, x, nd.zeros([1]));
      return { outputs: outputs as NDArray, last };
    };
    const unrolled = () => {
      let h = nd.zeros([1]);
      const outputs: NDArray[] = [];
      for (let i = 0; i < 3; i++) {
        h = nd.tanh(x.at(i).add(h.mul(w)));
        outputs.push(h);
      }
      return nd.stack(outputs, { axis: 0 });
    };
    const twice = (f: () => NDArray) => {
      let first!: NDArray;
      autograd
        .record(() => {
          [first] = autograd.grad(f().sum(), [w], { createGraph: true }) as [NDArray];
          return first;
        })
        .backward();
      return [first.asscalar(), w.grad!.asscalar()];
    };
    expect(values(run().outputs)).toEqual(values(unrolled()));
    const found = twice(() => run().outputs);
    expect(found[1]).not.toBe(0);
    expect(found).toEqual(twice(unrolled));
  });

  test("nested data, states and outputs keep their nesting", () => {
    const data = [nd.arange(4).reshape([2, 2]), [nd.ones([2, 1])]] as const;
    const [outputs, states] = foreach(
      ([a, [b]], [s]: readonly NDArray[]) => [[a.add(b), [s!.add(1)]], [s!.add(b.sum())]],
      data as readonly [NDArray, readonly [NDArray]],
      [nd.zeros([1])] as readonly NDArray[],
    );
    const [sums, [counts]] = outputs as [NDArray, [NDArray]];
    expect(values(sums)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(values(counts)).toEqual([[1], [2]]);
    expect(values(states[0]!)).toEqual([2]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ["no slices", () => foreach((x, s) => [x, s], nd.zeros([0, 2]) as NDArray, nd.zeros([1])), /foreach|zeros/],
    [
      "other first dimensions",
      () => foreach((x, s) => [x, s], [nd.ones([2]), nd.ones([3])], nd.zeros([1])),
      /foreach: data must have the same first dimension.*\(2\), \(3\)/,
    ],
    [
      "outputs that change their shape",
      () => foreach((x, s) => [nd.ones([s.size]), nd.concat(s, x, { dim: 0 })], nd.ones([3, 1]), nd.ones([1])),
      /foreach: step 1: output 0 has shape \(2\), expected \(1\)/,
    ],
    [
      "a body that is none",
      () => foreach(3 as never, nd.ones([2]), nd.ones([1])),
      /body must be a function, got the number 3/,
    ],
    [
      "a body that returns one array",
      () => foreach(((x: NDArray) => x) as never, nd.ones([2]), nd.ones([1])),
      /body must return \[outputs, states\], got an NDArray of shape \(1\)/,
    ],
    [
      "data that is no array",
      () => foreach((x, s) => [x, s], [1] as never, nd.ones([1])),
      /data must be an NDArray or nested/,
    ],
  ])("%s: an error that says so", (_, call, message) => {
    expect(call).toThrow(message);
    expect(nd.ones([1]).asscalar()).toBe(1);
  });
});

describe("whileLoop", () => {
  // MXNet's own example.
  test("sums as MXNet does, and fills up with zeros", () => {
    const [[sums], states] = whileLoop(
      (i) => i.lesserEqual(5),
      (i, s) => [[i.add(s)], [i.add(1), s.add(i)]],
      [nd.array([0], { dtype: "int64" }), nd.array([1], { dtype: "int64" })],
      { maxIterations: 10 },
    ) as [[NDArray], NDArray[]];
    expect(sums.dtype).toBe("int64");
    expect(values(sums)).toEqual([1n, 2n, 4n, 7n, 11n, 16n, 0n, 0n, 0n, 0n].map((value) => [value]));
    expect(states.map((s) => s.asscalar())).toEqual([6, 16]);
  });

  test("gradients of both orders", () => {
    const x = nd.array([1.5]);
    x.attachGrad();
    // x^5 by repeated multiplication: 5 x^4, 20 x^3.
    let first!: NDArray;
    autograd
      .record(() => {
        const [, y] = whileLoop(
          () => true,
          (p) => [null, p.mul(x)],
          nd.ones([1]) as NDArray,
          { maxIterations: 5 },
        );
        [first] = autograd.grad(y, [x], { createGraph: true }) as [NDArray];
        return first;
      })
      .backward();
    expect(first.asscalar()).toBeCloseTo(5 * 1.5 ** 4, 5);
    expect(x.grad!.asscalar()).toBeCloseTo(20 * 1.5 ** 3, 4);
  });

  test("no step gives no outputs and the variables as they were", () => {
    const x = nd.ones([2]);
    const [outputs, last] = whileLoop(
      () => 0,
      (y) => [y, y],
      x,
      { maxIterations: 3 },
    );
    expect(outputs).toEqual([]);
    expect(last).toBe(x);
  });

  test.each<[string, () => unknown, RegExp]>([
    [
      "no limit",
      () =>
        whileLoop(
          () => true,
          (x) => [x, x],
          nd.ones([1]),
          {} as never,
        ),
      /maxIterations is undefined/,
    ],
    [
      "no variables",
      () =>
        whileLoop(
          () => true,
          () => [null, []],
          [],
          { maxIterations: 1 },
        ),
      /at least one element/,
    ],
    [
      "a condition of two elements",
      () =>
        whileLoop(
          (x) => x,
          (x) => [x, x],
          nd.ones([2]),
          { maxIterations: 1 },
        ),
      /what cond returns must be an array of one element.*\(2\)/,
    ],
    [
      "another number of variables",
      () =>
        whileLoop(
          () => true,
          (x) => [x, [x, x]],
          [nd.ones([1])],
          { maxIterations: 1 },
        ),
      /func gives 2 loop variables, expected 1/,
    ],
  ])("%s: an error that says so", (_, call, message) => {
    expect(call).toThrow(MXNetError);
    expect(call).toThrow(message);
  });
});

describe("cond", () => {
  test("calls one branch only, and records it", () => {
    const x = nd.array([3]);
    x.attachGrad();
    const branch = (limit: number) =>
      autograd.record(() =>
        cond(
          x.lesser(limit),
          () => x.mul(x),
          () => x.mul(-1),
        ),
      );
    branch(5).backward();
    expect(x.grad!.asscalar()).toBe(6);
    branch(2).backward();
    expect(x.grad!.asscalar()).toBe(-1);
  });

  test("refuses what is no condition", () => {
    const call = () =>
      cond(
        nd.ones([2]),
        () => nd.ones([1]),
        () => nd.ones([1]),
      );
    expect(call).toThrow(/pred must be an array of one element, a number or a boolean, got shape \(2\)/);
  });
});
