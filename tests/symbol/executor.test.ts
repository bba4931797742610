// Executors: binding, forward and backward, errors.
import mx, { autograd, MXNetError, memory, type NDArray, nd, operator, sym } from "mxgrad";
import { describe, expect, test } from "vitest";

const [x, w] = [sym.Variable("x"), sym.Variable("w")];
const y = sym.FullyConnected(x, w, { numHidden: 2, noBias: true, name: "fc" });
const bound = (gradReq: "write" | "add" | "null" = "write", rows = 1) =>
  y.simpleBind(null, { gradReq, shapes: { x: [rows, 3] } });

describe("simpleBind", () => {
  test("makes zeros, and the shape of outputs is known before they are computed", () => {
    const executor = bound();
    expect(executor.argDict.x?.toArray()).toEqual([[0, 0, 0]]);
    expect(executor.argDict.w?.shape).toEqual([2, 3]);
    expect(executor.gradDict.w?.toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(executor.outputs[0]?.shape).toEqual([1, 2]);
  });

  test("makes gradients for what wants one", () => {
    const executor = y.simpleBind(null, { gradReq: { w: "write" }, shapes: { x: [1, 3] } });
    expect([executor.gradDict.x, executor.gradDict.w?.shape]).toEqual([null, [2, 3]]);
    executor.argDict.x?.set(2);
    executor.argDict.w?.set(3);
    const [out] = executor.forward(true);
    executor.backward(nd.ones([1, 2]).mul(10));
    expect(out?.toArray()).toEqual([[18, 18]]);
    expect(executor.gradDict.w?.toArray()).toEqual([
      [20, 20, 20],
      [20, 20, 20],
    ]);
  });

  test("takes types", () => {
    const executor = y.simpleBind({ shapes: { x: [1, 3] }, typeDict: { x: "float64" } });
    expect([executor.argDict.w?.dtype, executor.outputs[0]?.dtype]).toEqual(["float64", "float64"]);
  });

  test("says which shapes do not follow", () => {
    expect(() => y.simpleBind(null)).toThrow(/cannot decide shapes.*\nx: None, w: None/);
    expect(() => y.simpleBind(null, { shapes: { x: [2, 3], w: [2, 4] } })).toThrow(
      /Error in operator fc: Shape inconsistent/,
    );
    expect(() => y.simpleBind(null, { gradReq: "foo" as "null", shapes: { x: [1, 3] } })).toThrow(
      /grad_req=foo is not a valid input/,
    );
  });
});

describe("bind", () => {
  test("takes lists, and adds", () => {
    const grads = [nd.zeros([1, 3]), nd.zeros([2, 3])];
    const executor = y.bind(null, [nd.ones([1, 3]), nd.ones([2, 3])], grads, "add");
    for (let i = 0; i < 2; i++) {
      executor.forward(true);
      executor.backward([nd.ones([1, 2])]);
    }
    expect(grads[0]?.toArray()).toEqual([[4, 4, 4]]);
    expect(executor.gradArrays[0]).toBe(grads[0]);
  });

  test("takes objects and options", () => {
    const args = { x: nd.ones([1, 3]), w: nd.ones([2, 3]) };
    const executor = y.bind(null, { args, argsGrad: { w: nd.zeros([2, 3]) } });
    executor.forward(true);
    executor.backward(nd.ones([1, 2]));
    expect([executor.gradDict.x, executor.gradDict.w?.toArray()]).toEqual([
      null,
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    ]);
  });

  test("sees what is written to its arrays", () => {
    const args = { x: nd.ones([1, 3]), w: nd.ones([2, 3]) };
    const executor = y.bind(null, args);
    args.w.set(nd.full([2, 3], 5));
    expect(executor.forward()[0]?.toArray()).toEqual([[15, 15]]);
    args.x.muli(2);
    expect(executor.forward()[0]?.toArray()).toEqual([[30, 30]]);
  });

  test("leaves the arrays' own gradients alone", () => {
    const args = { x: nd.ones([1, 3]), w: nd.ones([2, 3]) };
    args.x.attachGrad();
    const executor = y.bind(null, args, [nd.zeros([1, 3]), nd.zeros([2, 3])]);
    autograd.record(() => executor.forward(true));
    executor.backward(nd.ones([1, 2]));
    expect(args.x.grad?.toArray()).toEqual([[0, 0, 0]]);
    expect(executor.gradDict.x?.toArray()).toEqual([[2, 2, 2]]);
    expect(autograd.isRecording()).toBe(false);
  });

  test("says what is missing", () => {
    expect(() => y.bind(null, { x: nd.ones([1, 3]) })).toThrow("key `w` is missing in `args`");
    expect(() => y.bind(null, [nd.ones([1, 3])])).toThrow("Length of args does not match the number of arguments");
    expect(() => y.bind(null, [nd.ones([1, 3]), nd.ones([2, 4])])).toThrow(
      /Shape inconsistent, Provided = \[2,4\], inferred shape=\(2,3\)/,
    );
  });
});

describe("forward", () => {
  test("copies inputs", () => {
    const executor = bound();
    const out = executor.forward(false, { x: nd.ones([1, 3]), w: nd.ones([2, 3]) });
    expect(out[0]?.toArray()).toEqual([[3, 3]]);
    expect(executor.forward(true)[0]).toBe(out[0]);
  });

  test("says what does not fit", () => {
    expect(() => bound().forward(false, { foo: nd.ones([1]) })).toThrow("Unknown argument foo");
    expect(() => bound().forward(false, { x: nd.ones([2, 3]) })).toThrow(
      "Shape not match! Argument x, need: (1, 3), received: (2, 3)",
    );
  });

  test("names the operator that fails", () => {
    const executor = sym.broadcastAdd(x, w, { name: "sum" }).bind(null, [nd.ones([2]), nd.ones([2])]);
    expect(executor.forward()[0]?.toArray()).toEqual([2, 2]);
  });
});

describe("backward", () => {
  test("wants head gradients where there is no loss", () => {
    const executor = bound();
    executor.forward(true, { x: nd.ones([1, 3]), w: nd.ones([2, 3]) });
    expect(() => executor.backward()).toThrow(
      "Because the last operator is not Loss function, head_gradient is required when calling backward.",
    );
    executor.backward(nd.ones([1, 2]));
    executor.backward(nd.ones([1, 2]));
    expect(executor.gradDict.w?.toArray()).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  test("works after a prediction, as in MXNet", () => {
    const executor = bound();
    executor.argDict.w?.set(3);
    executor.forward(false, { x: nd.ones([1, 3]).mul(2) });
    executor.backward(nd.ones([1, 2]).mul(5));
    expect(executor.gradDict.x?.toArray()).toEqual([[30, 30, 30]]);
    expect(executor.gradDict.w?.toArray()).toEqual([
      [10, 10, 10],
      [10, 10, 10],
    ]);
  });

  test("does nothing when nothing wants a gradient", () => {
    const executor = bound("null");
    executor.forward(true);
    executor.backward(nd.ones([1, 2]));
    expect(executor.gradDict).toEqual({ x: null, w: null });
  });

  test("refuses other shapes", () => {
    const executor = bound();
    executor.forward(true);
    expect(() => executor.backward(nd.ones([1, 3]))).toThrow(MXNetError);
  });
});

describe("the rest of an executor", () => {
  test("reshape shares parameters", () => {
    const executor = bound("write", 4);
    const smaller = executor.reshape({ x: [2, 3] });
    expect(smaller.argDict.w).toBe(executor.argDict.w);
    expect([smaller.argDict.x?.shape, smaller.outputs[0]?.shape, smaller.gradDict.x?.shape]).toEqual([
      [2, 3],
      [2, 2],
      [2, 3],
    ]);
    expect(() => executor.reshape({ x: [8, 3] })).toThrow("is larger than original");
    expect(executor.reshape({ x: [8, 3] }, { allowUpSizing: true }).outputs[0]?.shape).toEqual([8, 2]);
    expect(() => executor.reshape({ x: [4, 2] })).toThrow("Shape of unspecified array arg:w changed");
  });

  test("copyParamsFrom", () => {
    const executor = bound();
    executor.copyParamsFrom({ w: nd.ones([2, 3], { dtype: "float64" }) });
    expect(executor.argDict.w?.toArray()).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(() => executor.copyParamsFrom({ zz: nd.ones([1]) })).toThrow('Find name "zz" that is not in the arguments');
    executor.copyParamsFrom({ zz: nd.ones([1]) }, null, true);
  });

  test("a monitor sees every operator", () => {
    const seen: string[] = [];
    const executor = sym.exp(y, { name: "e" }).simpleBind(null, { shapes: { x: [1, 3] } });
    executor.setMonitorCallback((name, value) => seen.push(`${name} ${value.shape}`));
    executor.forward();
    expect(seen).toEqual(["fc_output 1,2", "e_output 1,2"]);
    executor.setMonitorCallback(() => {
      throw new RangeError("mine");
    });
    expect(() => executor.forward()).toThrow(RangeError);
    executor.setMonitorCallback(() => executor.setMonitorCallback(null));
    executor.forward();
    executor.setMonitorCallback(null);
    executor.forward();
    expect(seen).toHaveLength(2);
  });

  test("predictions fold batch normalisations, and follow the parameters", () => {
    const layer = sym.Convolution(x, { kernel: [3, 3], numFilter: 4, name: "c" });
    const net = sym.Activation(sym.BatchNorm(layer, { fixGamma: false, name: "b" }), { actType: "relu", name: "r" });
    const executor = net.simpleBind(null, { gradReq: "null", shapes: { x: [2, 3, 7, 7] } });
    for (const [i, array] of [...executor.argArrays, ...executor.auxArrays].entries()) {
      array.set(nd.arange(array.size).add(i).sin().add(1.1).reshape(array.shape));
    }
    const results = (): number[] => Array.from(executor.forward()[0]!.toTypedArray(), Number);
    for (const name of ["", "x", "c_weight", "c_bias", "b_gamma", "b_beta"]) {
      executor.argDict[name]?.muli(0.7);
      executor.foldBatchNorm = true;
      const folded = results();
      expect(results()).toEqual(folded);
      executor.foldBatchNorm = false;
      const plain = results();
      expect(Math.max(...plain)).toBeGreaterThan(0.1);
      plain.forEach((value, i) => {
        expect(Math.abs((folded[i] as number) - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
      });
      executor.foldBatchNorm = true;
      results();
    }
    executor.auxDict.b_moving_var?.muli(4);
    const moved = results();
    executor.foldBatchNorm = false;
    expect(results().every((value, i) => Math.abs(value - (moved[i] as number)) < 1e-4)).toBe(true);
    expect(executor.foldBatchNorm).toBe(false);
  });

  test("predictions give all kinds of outputs", () => {
    const e = sym.exp(x, { name: "e" });
    const flat = sym.Flatten(e, { name: "flat" });
    const again = sym.reshape(flat, { shape: [3, 2], name: "again" });
    const outputs = [
      x,
      sym.reshape(x, { shape: [3, 2], name: "r" }),
      e,
      flat,
      again,
      e,
      flat,
      sym.BlockGrad(again),
      again.add(1),
    ];
    const parts = sym.split(sym.Dropout(e), { numOutputs: 3, axis: 1, name: "parts" });
    const net = sym.Group([...outputs, ...parts, parts.get(2).mul(parts.get(0)), sym.Cast(e, { dtype: "float16" })]);
    const executor = net.bind(null, [
      nd.array([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ]);
    const values = () => executor.forward().map((output) => output.toArray());
    const planned = values();
    expect(values()).toEqual(planned);
    executor.setMonitorCallback(() => {});
    for (const output of executor.outputs) output.set(nd.zeros(output.shape, { dtype: output.dtype }));
    expect(values()).toEqual(planned);
    expect(planned[0]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  test("losses need no gradients, and their labels follow from data", () => {
    const loss = sym.SoftmaxOutput(y, { name: "softmax" });
    const executor = loss.simpleBind(null, { shapes: { x: [2, 3] } });
    expect(executor.argDict.softmax_label?.shape).toEqual([2]);
    executor.forward(true, { x: nd.ones([2, 3]), softmax_label: nd.array([0, 1]) });
    executor.backward();
    expect(executor.gradDict.w?.toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test("names that are not unique are refused", () => {
    const executor = sym
      .Variable("a")
      .add(sym.Variable("a"))
      .bind(null, [nd.ones([1]), nd.ones([1])]);
    expect(executor.forward()[0]?.asscalar()).toBe(2);
    expect(() => executor.argDict).toThrow("Duplicate names detected, [a, a]");
  });

  test("it can be disposed, and its arrays live on", () => {
    const executor = bound();
    const [out] = executor.forward();
    executor.dispose();
    expect(() => executor.forward()).toThrow("this Executor was disposed");
    expect(out?.toArray()).toEqual([[0, 0]]);
  });

  test("what is disposed leaves no memory behind", () => {
    const head = nd.ones([8, 2]);
    const before = memory();
    for (let i = 0; i < 20; i++) {
      const executor = bound("write", 8);
      executor.forward(true);
      executor.backward(head);
      executor.forward();
      executor.dispose();
      for (const array of [...executor.argArrays, ...executor.gradArrays, ...executor.outputs]) array?.dispose();
    }
    expect([memory().live, memory().bytes]).toEqual([before.live, before.bytes]);
  });
});

describe("operators of users", () => {
  class Scaled extends operator.CustomOp {
    readonly #by: number;
    constructor(by: number) {
      super();
      this.#by = by;
    }
    override forward(_isTrain: boolean, req: operator.Req[], inData: NDArray[], outData: NDArray[], aux: NDArray[]) {
      this.assign(outData[0]!, req[0]!, inData[0]!.mul(inData[1]!).mul(this.#by));
      aux[0]?.addi(1);
    }
    override backward(req: operator.Req[], outGrad: NDArray[], inData: NDArray[], _out: NDArray[], inGrad: NDArray[]) {
      this.assign(inGrad[0]!, req[0]!, outGrad[0]!.mul(inData[1]!).mul(this.#by));
      this.assign(inGrad[1]!, req[1]!, outGrad[0]!.mul(inData[0]!).mul(this.#by));
    }
  }
  class ScaledProp extends operator.CustomOpProp {
    readonly #by: number;
    constructor({ by = "1" }: { by?: string } = {}) {
      super({ needTopGrad: by !== "3" });
      this.#by = Number(by);
    }
    override listArguments() {
      return ["data", "scale"];
    }
    override listAuxiliaryStates() {
      return ["calls"];
    }
    override inferShape([data = []]: number[][]): [number[][], number[][], number[][]] {
      return [[data, data], [data], [[1]]];
    }
    override createOperator() {
      return new Scaled(this.#by);
    }
  }
  operator.register("scaled")(ScaledProp);

  test("work in graphs", () => {
    const net = sym.Custom(sym.Variable("data"), { opType: "scaled", by: 2, name: "s" });
    expect([net.listArguments(), net.listAuxiliaryStates(), net.listOutputs()]).toEqual([
      ["data", "s_scale"],
      ["s_calls"],
      ["s_output"],
    ]);
    const again = sym.fromJSON(net.toJSON());
    expect(again.toJSON()).toBe(net.toJSON());
    const executor = again.simpleBind(null, { shapes: { data: [2] } });
    executor.forward(true, { data: nd.array([1, 2]), s_scale: nd.array([3, 4]) });
    executor.backward(nd.array([1, 10]));
    expect(executor.outputs[0]?.toArray()).toEqual([6, 16]);
    expect(executor.gradDict.data?.toArray()).toEqual([6, 80]);
    expect(executor.gradDict.s_scale?.toArray()).toEqual([2, 40]);
    expect(executor.auxDict.s_calls?.asscalar()).toBe(1);
    expect(executor.forward()[0]?.toArray()).toEqual([6, 16]);
    expect(executor.auxDict.s_calls?.asscalar()).toBe(2);
  });

  test("may be losses", () => {
    const executor = sym.Custom(x, w, { opType: "scaled", by: 3, name: "s" }).simpleBind(null, { shapes: { x: [1] } });
    executor.forward(true, { x: nd.array([2]), w: nd.array([5]) });
    executor.backward();
    expect(executor.gradDict.x?.toArray()).toEqual([15]);
  });

  test("what they throw comes through", () => {
    class Failing extends operator.CustomOp {
      override forward(): void {
        throw new RangeError("mine");
      }
    }
    class FailingProp extends operator.CustomOpProp {
      override createOperator() {
        return new Failing();
      }
    }
    operator.register("failing")(FailingProp);
    const executor = sym.Custom(x, { opType: "failing" }).simpleBind(null, { shapes: { x: [1] } });
    expect(() => executor.forward()).toThrow(RangeError);
    expect(() => executor.forward(true)).toThrow(RangeError);
    expect(() => sym.Custom(x, { opType: "nobody's" })).toThrow(/is not registered/);
  });
});

test("arrays of executors stay where they are when memory presses", () => {
  mx.setMemoryBudget(1 << 20);
  try {
    const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 1000, noBias: true, name: "fc" });
    const executor = net.simpleBind(null, { shapes: { data: [1, 1000] }, gradReq: "null" });
    const noise: NDArray[] = [];
    for (const x of Object.values(executor.argDict)) {
      x.set(1);
      for (let i = 0; i < 8; i++) noise.push(nd.ones([1000, 300]));
    }
    expect(mx.memory().spilledBytes).toBeGreaterThan(0);
    expect(executor.forward(false)[0]?.at(0).at(0).asscalar()).toBe(1000);
    expect(executor.argDict["fc_weight"]?.at(0).at(0).asscalar()).toBe(1);
  } finally {
    mx.setMemoryBudget(64 << 20);
  }
});

test("binds wherever the core's memory grows", () => {
  // Listing a thousand outputs takes memory of its own, so that some of these binds grow it just then.
  const net = sym.Group(Array.from({ length: 1000 }, (_, i) => sym.Variable(`an_output_with_a_long_name_${i}`)));
  const args = Object.fromEntries(net.listArguments().map((name) => [name, nd.ones([1])]));
  const executors = Array.from({ length: 40 }, () => net.bind(null, { args }));
  for (const executor of executors) expect(executor.outputs).toHaveLength(1000);
});
