import { autograd, gluon, init, memory, type NDArray, nd, random } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectNumbers, golden } from "./golden.ts";

const { nn } = gluon;
type Make = new (options: object) => gluon.Block;

/** Element i is (7 i mod 11) / 11 - 0.3. */
const wave = (shape: readonly number[]): NDArray => {
  const size = shape.reduce((n, d) => n * d, 1);
  return nd.array(Array.from({ length: size }, (_, i) => Math.fround(((7 * i) % 11) / 11) - 0.3)).reshape(shape);
};

function make(name: string, options: Readonly<Record<string, unknown>>): gluon.Block {
  if (name === "HybridLambda") return new nn.HybridLambda(options.function as string, { prefix: "x_" });
  return new (nn as unknown as Record<string, Make>)[name]!({ ...options, prefix: "x_" });
}

describe("layers compute what MXNet computes", () => {
  for (const [i, c] of golden.layers.entries()) {
    test(`${c.layer} ${JSON.stringify(c.options)} (${i})`, () => {
      const layer = make(c.layer, c.options);
      expect(String(layer)).toBe(c.before);
      const x = wave(c.input);
      x.attachGrad();
      random.seed(7);
      layer.initialize(new init.Xavier());
      const [y, loss] = autograd.record(() => {
        const out = layer(x);
        return [out, out.mul(out).sum()] as const;
      });
      loss.backward();
      expect(String(layer)).toBe(c.after);
      expect(y.shape).toEqual(c.shape);
      expectNumbers(y, c.output, 1e-5);
      const params = layer.collectParams();
      expect([...params.keys()]).toEqual(Object.keys(c.params));
      for (const [name, wanted] of Object.entries(c.params)) {
        const param = params.at(name);
        expect(param.shape).toEqual(wanted.shape);
        expectNumbers(param.data(), wanted.data, 1e-5);
        expect(param.gradReq === "null").toBe(wanted.grad === null);
        if (wanted.grad) expectNumbers(param.grad(), wanted.grad, 1e-4);
      }
      // MXNet's gradient of selu is up to 2 % away from the derivative of its own forward.
      if (c.layer !== "SELU") expectNumbers(x.grad!, c.grad, 1e-4);
      expectNumbers(layer(x), c.predicted, 1e-5);
    });
  }

  test("Embedding gives the rows of its table", () => {
    const layer = new nn.Embedding(5, 3);
    expect(String(layer)).toBe("Embedding(5 -> 3, float32)");
    layer.initialize();
    const table = layer.weight.data().toArray();
    expect(layer(nd.array([[1, 4]])).toArray()).toEqual([[table[1], table[4]]]);
  });

  test("Lambda wraps functions and names of functions", () => {
    const x = nd.array([1, 2]);
    expect(new nn.Lambda((y) => y!.mul(2))(x).toArray()).toEqual([2, 4]);
    expect(new nn.Lambda("square")(x).toArray()).toEqual([1, 4]);
    expect(new nn.HybridLambda((F, y) => F.square(y!))(x).toArray()).toEqual([1, 4]);
    expect(() => new nn.Lambda("no such function")).toThrow("Function name no such function is not found in ndarray.");
  });
});

describe("arguments of layers", () => {
  test("come by position or by name", () => {
    const texts = [
      new nn.Conv2D(8, 3, 2, 1),
      new nn.Conv2D(8, 3, { strides: 2, padding: 1 }),
      new nn.Conv2D({ channels: 8, kernelSize: [3, 3], strides: [2, 2], padding: [1, 1] }),
    ].map(String);
    expect(new Set(texts).size).toBe(1);
    expect(String(new nn.Dense(3, "relu"))).toBe(String(new nn.Dense({ units: 3, activation: "relu" })));
    expect(String(new nn.MaxPool2D(3, 2))).toBe(String(new nn.MaxPool2D({ poolSize: 3, strides: 2 })));
  });

  test("are checked", () => {
    expect(() => new nn.Dense(3, { unit: 4 } as object)).toThrow(
      /unknown option unit; the options are: units, activation/,
    );
    expect(() => new nn.Conv2D(3, [3, 3, 3])).toThrow("kernel_size must be a number or a list of 2 ints");
    expect(() => new nn.Conv2D(3, 3, { layout: "NCW" })).toThrow("Only supports 'NCHW' layout");
    expect(() => new nn.LeakyReLU(-1)).toThrow("Slope coefficient for LeakyReLU must be no less than 0.");
  });

  test("a first input of a wrong shape is an error, and a right one still works", () => {
    const layer = new nn.Conv2D(2, 3);
    layer.initialize();
    expect(() => layer(nd.ones([2, 3]))).toThrow(/Conv2D: the input has shape \(2,3\)/);
    expect(layer(nd.ones([1, 3, 5, 5])).shape).toEqual([1, 2, 3, 3]);
    expect(() => layer(nd.ones([1, 4, 5, 5]))).toThrow(/Convolution/);
  });
});

describe("memory", () => {
  const net = (): gluon.HybridBlock =>
    new nn.HybridSequential().add(
      new nn.Conv2D(3, 3, { activation: "relu" }),
      new nn.BatchNorm(),
      new nn.MaxPool2D(),
      new nn.Flatten(),
      new nn.Dense(4, { activation: "tanh" }),
      new nn.Swish(),
    );

  test("a forward leaves nothing but its result, recorded or not", () => {
    const block = net();
    block.initialize();
    const x = nd.ones([2, 1, 8, 8]);
    block(x);
    for (const run of [() => block(x), () => autograd.record(() => block(x))]) {
      const before = memory().live;
      const y = run();
      expect(memory().live).toBe(before + 1);
      y.dispose();
    }
  });

  test("parameters made in a scope outlive it", async () => {
    const { scope } = await import("mxgrad");
    const block = net();
    block.initialize();
    const x = nd.ones([2, 1, 8, 8]);
    const first = scope(() => block(x).toArray());
    expect(block(x).toArray()).toEqual(first);
  });

  test("what a hook or a block of the user's keeps stays readable", () => {
    const kept: NDArray[] = [];
    class Keeper extends gluon.HybridBlock {
      override forward(x: NDArray): NDArray {
        kept.push(x);
        return nd.relu(x);
      }
    }
    const block = new nn.HybridSequential().add(new nn.Dense(3), new nn.Dense(2), new Keeper(), new nn.Dense(2));
    block.initialize();
    block.at(0).registerForwardHook((_block, _inputs, output) => kept.push(output as NDArray));
    block(nd.ones([1, 2]));
    expect(kept.map((x) => x.shape)).toEqual([
      [1, 3],
      [1, 2],
    ]);
    for (const x of kept) expect(x.toArray()).toHaveLength(1);
  });
});
