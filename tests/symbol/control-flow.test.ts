// Loops and branches: they are made as MXNet makes them, and compute what MXNet computes.
import mx, { autograd, gluon, MXNetError, type NDArray, nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { type Any, mixed, nested, normalised, PROGRAMS } from "./control-programs.ts";
import { golden, goldenPath } from "./golden.ts";

interface Case {
  name: string;
  json: string;
  arguments: string[];
  outputs: string[];
  internals: string[];
  runs: boolean;
  trains: boolean;
}

type S = sym.Symbol;
const { foreach, whileLoop, cond } = sym.contrib;
const V = sym.Variable;
const cases = golden<Case[]>("control");
const arrays = nd.load(goldenPath("control.params")) as Record<string, NDArray>;

function of(name: string, kind: string): Record<string, NDArray> {
  const start = `${name}/${kind}:`;
  const found = Object.entries(arrays).filter(([key]) => key.startsWith(start));
  return Object.fromEntries(found.map(([key, array]) => [key.slice(start.length), array]));
}

const numbers = (x: NDArray | null | undefined): number[] => Array.from((x as NDArray).toTypedArray(), Number);

function expectClose(found: NDArray | null | undefined, wanted: NDArray, what: string): void {
  expect(found?.shape, what).toEqual(wanted.shape);
  const [a, b] = [numbers(found), numbers(wanted)];
  const scale = Math.max(...b.map(Math.abs));
  a.forEach((x, i) => {
    const off = Math.abs(x - b[i]!);
    expect(off, `${what} at ${i}: ${x}, not ${b[i]}`).toBeLessThanOrEqual(1e-5 * (Math.abs(b[i]!) + 0.1 * scale));
  });
}

const copies = (dict: Record<string, NDArray>): Record<string, NDArray> =>
  Object.fromEntries(Object.entries(dict).map(([name, x]) => [name, x.copy()]));

const zeros = (dict: Record<string, NDArray>): Record<string, NDArray> =>
  Object.fromEntries(Object.entries(dict).map(([name, x]) => [name, nd.zeros(x.shape)]));

describe.each(cases)("$name", ({ name, json, ...wanted }) => {
  test("is made as MXNet makes it", () => {
    const made = new mx.name.NameManager().scope(PROGRAMS[name]!);
    expect(made.toJSON()).toBe(json);
    expect(made.listArguments()).toEqual(wanted.arguments);
  });

  test("is read and written", () => {
    const symbol = sym.fromJSON(json);
    expect(symbol.toJSON()).toBe(json);
    expect(symbol.listArguments()).toEqual(wanted.arguments);
    expect(symbol.listOutputs()).toEqual(wanted.outputs);
    expect(symbol.getInternals().listOutputs()).toEqual(wanted.internals);
    expect(symbol.listAuxiliaryStates()).toEqual([]);
    // A copy has the graphs, too.
    expect(symbol.compose({}).toJSON()).toBe(json);
  });

  test.runIf(wanted.runs)("computes what MXNet computes", () => {
    const symbol = sym.fromJSON(json);
    const args = copies(of(name, "argument"));
    const outputs = of(name, "output");
    const expectOutputs = (found: readonly NDArray[]): void =>
      found.forEach((output, i) => {
        expectClose(output, outputs[i]!, `output ${i}`);
      });
    const grads = zeros(args);
    const executor = symbol.bind(null, { args, argsGrad: wanted.trains ? grads : null });
    expectOutputs(executor.forward(false));
    expectOutputs(executor.forward(wanted.trains));
    expect(executor.outputs).toHaveLength(wanted.outputs.length);
    if (!wanted.trains) return;
    executor.backward(Object.values(of(name, "head")));
    for (const [key, gradient] of Object.entries(of(name, "gradient"))) {
      expectClose(grads[key], gradient, `gradient ${key}`);
    }
  });

  test.runIf(wanted.runs)("infers shapes and types", () => {
    const symbol = sym.fromJSON(json);
    const args = of(name, "argument");
    const shapes = Object.fromEntries(Object.entries(args).map(([key, x]) => [key, x.shape]));
    const [argShapes, outShapes] = symbol.inferShape(shapes);
    expect(argShapes).toEqual(wanted.arguments.map((key) => args[key]!.shape));
    expect(outShapes).toEqual(Object.values(of(name, "output")).map((x) => x.shape));
    const types = Object.fromEntries(Object.keys(args).map((key) => [key, "float64" as const]));
    expect(new Set(symbol.inferType(types).flat())).toEqual(new Set(["float64"]));
  });
});

describe("what MXNet has no gradients of is differentiated as on arrays", () => {
  const shapes: Record<string, Record<string, number[]>> = {
    nested: { d: [3, 4, 2], s: [2], w: [4, 2], v: [2] },
    mixed: { d: [5, 1], s: [1], k: [1] },
    normalised: { data: [3, 4, 2], h: [4, 2], bn_gamma: [2], bn_beta: [2], bn_moving_mean: [2], bn_moving_var: [2] },
  };
  const twins = { nested, mixed, normalised };
  test.each(Object.keys(twins) as (keyof typeof twins)[])("%s", (name) => {
    const args = Object.fromEntries(
      Object.entries(shapes[name]!).map(([key, shape], i) => {
        const size = shape.reduce((a, b) => a * b, 1);
        const values = Array.from({ length: size }, (_, j) => 0.3 + ((j * 7 + i * 5) % 11) / 8);
        return [key, nd.array(values).reshape(shape)];
      }),
    );
    const ours = copies(args);
    const grads = zeros(args);
    const executor = sym.Group(twins[name](sym, V)).bind(null, { args: ours, argsGrad: grads });
    const found = executor.forward(true);
    const theirs = copies(args);
    for (const [key, x] of Object.entries(theirs)) if (!key.includes("moving")) x.attachGrad();
    const wanted = autograd.record(() => twins[name](nd, (key) => theirs[key])) as NDArray[];
    const heads = wanted.map((y, i) => nd.array(numbers(y).map((_, j) => 1 + ((i + j) % 3))).reshape(y.shape));
    autograd.backward(wanted, heads);
    executor.backward(heads);
    wanted.forEach((y, i) => {
      expectClose(found[i], y, `output ${i}`);
    });
    for (const [key, x] of Object.entries(theirs)) {
      if (x.grad) expectClose(grads[key], x.grad, `gradient ${key}`);
      expectClose(ours[key], x, `${key} after backward`);
    }
    if (name === "normalised") expect(numbers(ours.bn_moving_mean)).not.toEqual(numbers(args.bn_moving_mean));
  });
});

test("a loop that makes no step gives zeros and the first loop variables", () => {
  const [o, v] = whileLoop(
    (x) => x!.greater(9),
    (x) => [x!.add(1), [x!.mul(2)]],
    [V("x")],
    { maxIterations: 2 },
  );
  const x = nd.array([3]);
  const dx = nd.zeros([1]);
  const executor = sym.Group([o as S, ...v]).bind(null, { args: { x }, argsGrad: { x: dx } });
  for (const train of [true, false]) {
    expect(executor.forward(train).map((y) => y.toArray())).toEqual([[[0], [0]], [3]]);
  }
  executor.forward(true);
  executor.backward([nd.ones([2, 1]), nd.array([5])]);
  expect(numbers(dx)).toEqual([5]);
});

test("shapes of parameters follow through loops", () => {
  const [o, h] = foreach(
    (x: S, h: S) => {
      const y = sym.FullyConnected(sym.concat(x, h, { dim: 1 }), { numHidden: 3, name: "fc" });
      return [y, y];
    },
    V("data"),
    V("h"),
  );
  const [args, outs] = sym.Group([o as S, h]).inferShape({ data: [4, 2, 5], h: [2, 3] });
  expect(args).toEqual([[4, 2, 5], [2, 3], [3, 8], [3]]);
  expect(outs).toEqual([
    [4, 2, 3],
    [2, 3],
  ]);
  const executor = sym.Group([o as S, h]).simpleBind(null, { shapes: { data: [4, 2, 5], h: [2, 3] } });
  expect(executor.argDict.fc_weight!.shape).toEqual([3, 8]);
});

test("the first state's shape follows from that of the last", () => {
  const [, s] = foreach((x: S, s: S) => [[], x.add(s)], V("data"), V("s"));
  expect(s.inferShape({ data: [4, 2] })[0]).toEqual([[4, 2], [2]]);
});

test("a Module learns to add up", async () => {
  const step = (x: S, h: S): [S, S] => {
    const y = sym.FullyConnected(x, { numHidden: 1, noBias: true, name: "fc" }).add(h);
    return [y, y];
  };
  const steps = sym.transpose(V("data"), { axes: [1, 0, 2] });
  const [, last] = foreach(step, steps, sym.zeros([4, 1]));
  const net = sym.LinearRegressionOutput(last, V("label"), { name: "out" });
  const data = nd.array(Array.from({ length: 24 }, (_, i) => ((i * 5) % 7) / 7)).reshape([8, 3, 1]);
  const label = nd.sum(data, { axis: 1 });
  const batches = new mx.io.NDArrayIter(data, label, { batchSize: 4, labelName: "label" });
  const module = new mx.mod.Module(net, { labelNames: ["label"], logger: null });
  await module.fit(batches, {
    numEpoch: 60,
    evalMetric: "mse",
    optimizerParams: { learningRate: 0.2 },
    initializer: new mx.init.Zero(),
  });
  const [weights] = module.getParams();
  expect(Object.keys(weights)).toEqual(["fc_weight"]);
  expect(weights.fc_weight!.asscalar()).toBeCloseTo(1, 3);
});

test("the inputs of a loop can be replaced", () => {
  const json = sym.Group(foreach((x: S, s: S) => [x.mul(s), s.add(x)], V("d"), V("s")) as S[]).toJSON();
  const twice = sym.fromJSON(json).compose({ d: V("e").mul(2), name: "loop" });
  expect(twice.listArguments()).toEqual(["e", "s"]);
  const outputs = twice.eval({ e: nd.array([1, 2]).reshape([2, 1]), s: nd.array([3]) });
  expect(outputs.map((y) => y.toArray())).toEqual([[[6], [20]], [9]]);
  expect(sym.fromJSON(twice.toJSON()).toJSON()).toBe(twice.toJSON());
});

describe("errors", () => {
  const [d, s, k] = [V("d"), V("s"), V("k")];
  const wrong: [what: string, make: () => unknown, message: RegExp][] = [
    ["no function", () => foreach(3 as never, d, s), /body must be a function, got the number 3/],
    ["no data", () => foreach(() => [[], s], [], s), /there is no data/],
    ["data of another kind", () => foreach(() => [[], s], [3] as never, s), /data must be a Symbol or nested lists/],
    ["data that is not used", () => foreach((_: S, s: S) => [s.add(1), s], d, s), /data arrays have to be used/],
    ["a state that is not used", () => foreach((x: S) => [x, x], d, s), /state arrays have to be used/],
    ["states of another form", () => foreach((x: S, s: S) => [x, [s]] as never, d, s), /states are nested like 0/],
    ["the same data twice", () => foreach(([x, y]: S[]) => [x!.add(y!), []], [d, d], []), /don't have unique names/],
    ["no pair", () => foreach((x: S) => x as never, d, s), /body must return \[outputs, states\]/],
    ["nothing", () => foreach(() => [[], []], d, []), /neither an output nor a state/],
    [
      "no most iterations",
      () =>
        whileLoop(
          (a) => a!,
          (a) => [null, a!],
          s,
          {} as never,
        ),
      /maxIterations is undefined/,
    ],
    [
      "no loop variable",
      () =>
        whileLoop(
          () => s,
          () => [null, []],
          [],
          { maxIterations: 1 },
        ),
      /at least one element/,
    ],
    [
      "a condition that is no symbol",
      () =>
        whileLoop(
          () => 3 as never,
          (a) => [null, a!],
          s,
          { maxIterations: 1 },
        ),
      /cond must return a Symbol/,
    ],
    [
      "fewer loop variables",
      () =>
        whileLoop(
          (a) => a!.lesser(1),
          (a) => [null, [a!]],
          [s, k],
          { maxIterations: 1 },
        ),
      /func gives 1 loop variables, expected 2/,
    ],
    [
      "a loop variable that is not used",
      () =>
        whileLoop(
          (a) => a!.lesser(1),
          (a) => [null, [a!.add(1), a!]],
          [s, k],
          { maxIterations: 1 },
        ),
      /loop variable 1 is not used/,
    ],
    [
      "branches of different numbers",
      () =>
        cond<Any>(
          d,
          () => d,
          () => [d, s],
        ),
      /thenFunc gives 1 symbols, elseFunc 2/,
    ],
    [
      "a number as condition",
      () =>
        cond(
          1 as never,
          () => d,
          () => d,
        ),
      /pred must be a Symbol of one output, got the number 1/,
    ],
  ];
  test.each(wrong)("%s", (_, make, message) => {
    expect(make).toThrow(message);
  });

  test("shapes that do not fit", () => {
    const loop = foreach(([x, y]: S[], s: S) => [x!.add(y!), s.add(x!)], [d, k], s);
    const net = sym.Group(loop as S[]);
    expect(() => net.inferShape({ d: [3, 2], k: [4, 2] })).toThrow(/first axis of array 1 has shape/);
    expect(() => net.inferShape({ d: [3, 2], s: [5] })).toThrow(MXNetError);
    const pick = cond(
      s,
      () => d.mul(1),
      () => k.mul(1),
    );
    expect(() => pick.inferShape({ s: [1], d: [2], k: [3] })).toThrow(/output 0 has shape \(2,\), expected \(3,\)/);
    expect(() => pick.eval({ s: nd.ones([2]), d: nd.ones([2]), k: nd.ones([2]) })).toThrow(/must have one element/);
  });

  test("outputs that no memory holds", () => {
    const most = { maxIterations: 2 ** 31 - 1 };
    const [o] = whileLoop(
      (x) => x!.lesser(9),
      (x) => [x!.add(1), [x!.add(1)]],
      [V("x")],
      most,
    );
    expect(() => (o as S).eval({ x: nd.ones([4]) })).toThrow(MXNetError);
    const [, [last]] = whileLoop(
      (x) => x!.lesser(9),
      (x) => [null, [x!.add(1)]],
      [V("x")],
      most,
    );
    expect(last!.eval({ x: nd.array([0]) })[0]!.asscalar()).toBe(9);
  });

  test("graphs that are nested too deeply", () => {
    const deep = (depth: number): S =>
      cond(
        V("p"),
        () => (depth > 1 ? deep(depth - 1) : V("a").mul(2)),
        () => V("a").mul(1),
      );
    expect(
      deep(8)
        .eval({ p: nd.ones([1]), a: nd.array([4]) })[0]!
        .asscalar(),
    ).toBe(8);
    expect(() => deep(9)).toThrow(/the depth of graphs is 9, expected 1 to 8/);
  });
});

describe("blocks", () => {
  class Cell extends gluon.HybridBlock<NDArray[], [NDArray, NDArray]> {
    scale = this.params.get("scale", { shape: [1, 3], init: "ones" });
    hidden = this.nameScope(() => new gluon.nn.Dense(3));

    override hybridForward(F: gluon.Functions, x: NDArray, h: NDArray, { scale }: gluon.ParameterValues): unknown {
      const step = (x: NDArray, h: NDArray): [NDArray, NDArray] => {
        const y = F.tanh(F.broadcastMul(this.hidden(F.concat(x, h, { dim: 1 })), scale!));
        return [y, y];
      };
      return F.contrib.foreach(step, x, h);
    }
  }
  const x = nd.array(Array.from({ length: 24 }, (_, i) => ((i * 7) % 11) / 11)).reshape([4, 2, 3]);
  const h = nd.zeros([2, 3]);

  function make(): gluon.HybridBlock {
    const net = new Cell({ prefix: "cell_" }) as unknown as gluon.HybridBlock;
    net.initialize("xavier");
    return net;
  }
  const run = (net: gluon.HybridBlock): NDArray[] => net(x, h) as unknown as NDArray[];

  test("are hybridized, exported and imported", async () => {
    const net = make();
    const wanted = run(net);
    net.hybridize();
    for (const train of [false, true]) {
      const found = train ? autograd.trainMode(() => run(net)) : run(net);
      found.forEach((y, i) => {
        expectClose(y, wanted[i]!, `output ${i}`);
      });
    }
    const files = net.export(null);
    expect(files.symbol).toContain('"op": "_foreach"');
    const same = await gluon.SymbolBlock.imports(files, ["data0", "data1"]);
    run(same as never).forEach((y, i) => {
      expectClose(y, wanted[i]!, `output ${i} of the import`);
    });
  });

  test("have gradients of the first and the second order", () => {
    const net = make();
    run(net);
    const orders = (): NDArray[] => {
      const weight = [...net.collectParams().values()].find((p) => p.name.endsWith("dense0_weight"))!.data();
      return autograd.record(() => {
        const [y] = run(net);
        const [first] = autograd.grad([y!.mul(y!)], [weight], { createGraph: true });
        const [second] = autograd.grad([first!.mul(first!)], [weight]);
        return [first!, second!];
      });
    };
    const wanted = orders();
    net.hybridize();
    orders().forEach((gradient, i) => {
      expect(numbers(gradient).some((value) => value !== 0)).toBe(true);
      expectClose(gradient, wanted[i]!, `order ${i + 1}`);
    });
  });
});
