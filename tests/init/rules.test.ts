/** Calling initializers, hooks of subclasses, names. */
import mx, { autograd, init, type NDArray, nd } from "mxgrad";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const warn = vi.spyOn(console, "warn");
beforeEach(() => {
  warn.mockReset().mockImplementation(() => {});
});
afterEach(() => {
  warn.mockReset();
});

const desc = (name: string, attrs?: Record<string, string | init.Initializer>): init.InitDesc =>
  new init.InitDesc(name, attrs);
const filled = (initializer: init.InitFunction, name: init.Name, shape: number[] = [2]): number[] => {
  const arr = nd.full(shape, 7);
  initializer(name, arr);
  return Array.from(arr.toTypedArray(), Number);
};

// The first test of the file: the library warns once only.
test("calls with strings warn once", () => {
  const values = filled(new init.One(), "a_weight");
  filled(new init.One(), "a_weight");
  expect(values).toEqual([1, 1]);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/init\(string, NDArray\) has been deprecated/)]]);
});

describe("InitDesc", () => {
  test("is a string with attributes", () => {
    const d = desc("fc_weight", { __shape__: "(2,)" });
    expect([`${d}`, d.name, d.length, d.endsWith("weight")]).toEqual(["fc_weight", "fc_weight", 9, true]);
    expect(d).toBeInstanceOf(String);
    expect(d.attrs).toEqual({ __shape__: "(2,)" });
    expect(new init.InitDesc("a").attrs).toEqual({});
    expect(new init.InitDesc("a").globalInit).toBeNull();
  });

  test("remembers the first initializer called", () => {
    const d = desc("a_weight");
    const first = new init.One();
    first(d, nd.zeros([1]));
    new init.Zero()(d, nd.zeros([1]));
    expect(d.globalInit).toBe(first);
  });

  test("takes an initializer itself as __init__", () => {
    expect(filled(new init.Zero(), desc("a_bias", { __init__: new init.Constant(5) }))).toEqual([5, 5]);
  });
});

describe("subclasses", () => {
  class Marker extends init.Initializer {
    readonly calls: string[] = [];
    override _initWeight(name: init.Name, arr: NDArray): void {
      this.calls.push(`weight ${name}`);
      arr.set(0.5);
    }
    override _initBias(name: init.Name, arr: NDArray): void {
      this.calls.push(`bias ${name}`);
      arr.set(2);
    }
    override _initDefault(name: init.Name, arr: NDArray): void {
      this.calls.push(`default ${name}`);
      arr.set(3);
    }
    override _initOne(name: init.Name, arr: NDArray): void {
      this.calls.push(`one ${name}`);
      arr.set(4);
    }
  }

  test("override hooks", () => {
    const marker = new Marker();
    expect(["a_weight", "a_bias", "foo", "a_max", "a_min"].map((name) => filled(marker, desc(name), [1])[0])).toEqual([
      0.5, 2, 3, 4, 0,
    ]);
    expect(filled(marker, "bn_moving_var", [1])).toEqual([4]);
    expect(marker.calls).toEqual(["weight a_weight", "bias a_bias", "default foo", "one a_max", "one bn_moving_var"]);
    expect(marker).toBeInstanceOf(Marker);
    expect(marker).toBeInstanceOf(init.Initializer);
  });

  test("are made by name, and again from their dumps", () => {
    class Ramp extends init.Initializer {
      readonly startValue: number;
      constructor({ startValue = 1 }: { startValue?: number } = {}) {
        super({ startValue });
        this.startValue = startValue;
      }
      override _initWeight(_name: init.Name, arr: NDArray): void {
        arr.set(nd.arange(this.startValue, this.startValue + arr.size).reshape(arr.shape));
      }
    }
    expect(init.register(init.alias("slope")(Ramp))).toBe(Ramp);
    const ramp = init.create("RAMP", { startValue: 3 });
    expect(ramp.dumps()).toBe('["ramp", {"start_value": 3}]');
    expect(filled(init.create(ramp.dumps()), desc("a_weight"))).toEqual([3, 4]);
    expect(init.create("slope")).toBeInstanceOf(Ramp);
    expect(init.create(ramp)).toBe(ramp);
    expect(filled(new init.Zero(), desc("a", { __init__: ramp.dumps() }))).toEqual([3, 4]);
    expect(warn).not.toHaveBeenCalled();
    init.register(Ramp);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]![0]).toMatch(/Ramp.*ramp.*overriding.*Ramp/);
    init.register(Ramp, "ramp2");
    expect(new Ramp().dumps()).toBe('["ramp2", {"start_value": 1}]');
  });

  test("must be subclasses to be registered", () => {
    expect(() => init.register(class Foo {} as never)).toThrow(/subclasses of Initializer/);
    expect(() => init.create("load")).toThrow(/load is not registered/);
    expect(() => init.create("mixed")).toThrow(/mixed is not registered/);
    expect(() => init.create("initializer")).toThrow(/initializer is not registered/);
  });
});

test("all of MXNet's names are registered", () => {
  const required: Record<string, unknown[]> = { constant: [1], fusedrnn: [null, 2, 1, "lstm"] };
  const names =
    "bilinear constant fusedrnn lstmbias msraprelu normal one ones orthogonal uniform xavier zero zeros".split(" ");
  const texts = names.map((name) => init.create(name, ...(required[name] ?? [])).dumps());
  expect(texts.map((text) => JSON.parse(text)[0])).toEqual(
    names.map((name) => name.replace(/s$/, (s) => (/^(ones|zeros)$/.test(name) ? "" : s))),
  );
});

describe("calls", () => {
  test("refuse wrong arguments", () => {
    const zero = new init.Zero() as unknown as (desc: unknown, arr: unknown) => void;
    expect(() => zero(5, nd.zeros([1]))).toThrow(new TypeError("name must be string, got the number 5"));
    expect(() => zero("a_weight", [1])).toThrow(TypeError);
    expect(() => zero(desc("a_weight"), [1])).toThrow(/arr must be NDArray/);
    expect(() => zero(desc("a_weight"), undefined)).toThrow(/arr must be NDArray/);
  });

  test("with strings are never verbose", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    filled(new init.One().setVerbosity(true), "a_weight");
    filled(new init.One().setVerbosity(false), desc("a_weight"));
    expect(info).not.toHaveBeenCalled();
    filled(
      new init.One().setVerbosity(true, (x) => `shape ${x.shape}`),
      desc("a_weight"),
    );
    expect(info.mock.calls).toEqual([["Initialized a_weight as weight: shape 2"]]);
    info.mockRestore();
  });

  test("leave gradients and recording alone", () => {
    const w = nd.zeros([2, 3]);
    w.attachGrad();
    new init.Xavier()(desc("a_weight"), w);
    const y = autograd.record(() => w.mul(w).sum());
    y.backward();
    expect(w.grad!.toArray()).toEqual(w.mul(2).toArray());
  });

  test("give back what they used", () => {
    const arr = nd.zeros([24]);
    const small = nd.zeros([4, 3]);
    const live = mx.memory().live;
    const all = [
      new init.Orthogonal(),
      new init.Xavier(),
      new init.Constant(nd.array([1, 2, 3])),
      new init.Constant([1, 2, 3]),
    ];
    for (const initializer of all) initializer(desc("a_weight"), small);
    new init.FusedRNN(new init.Orthogonal(), 2, 1, "rnn_relu")(desc("a_weight"), arr.slice("0:14"));
    new init.LSTMBias()(desc("a_weight"), arr);
    // The array inside of a Constant, and the slice.
    expect(mx.memory().live - live).toBeLessThanOrEqual(2);
  });
});

describe("options", () => {
  test("by position, by name, in MXNet's spelling", () => {
    const text = new init.Xavier("gaussian", "in", 2).dumps();
    expect(new init.Xavier({ magnitude: 2, rndType: "gaussian", factorType: "in" }).dumps()).toBe(text);
    expect(new init.Xavier("gaussian", { magnitude: 2, factorType: "in" } as never).dumps()).toBe(text);
    expect(init.create("xavier", { rnd_type: "gaussian", factor_type: "in", magnitude: 2 }).dumps()).toBe(text);
    expect(init.create({ initializer: "xavier", rndType: "gaussian", factorType: "in", magnitude: 2 }).dumps()).toBe(
      text,
    );
    expect(new init.Uniform({ scale: 0.5 }).dumps()).toBe(new init.Uniform(0.5).dumps());
    expect(new init.Constant({ value: 4 }).dumps()).toBe(new init.Constant(4).dumps());
    expect(new init.FusedRNN({ init: null, numHidden: 2, numLayers: 1, mode: "gru" }).dumps()).toBe(
      new init.FusedRNN(null, 2, 1, "gru").dumps(),
    );
  });

  test("that do not exist are named", () => {
    expect(() => new init.Xavier({ factor: "in" } as never)).toThrow(
      new TypeError("Xavier: unknown option factor; the options are: rndType, factorType, magnitude"),
    );
    expect(() => new (init.Zero as never as new (o: object) => unknown)({ foo: 1 })).toThrow(
      /Zero: unknown option foo/,
    );
    expect(() => new init.Normal("1" as never)).toThrow(
      new TypeError('Normal: sigma must be a number, got the text "1"'),
    );
    expect(() => new (init.Uniform as never as new (...a: number[]) => unknown)(1, 2)).toThrow(
      /Uniform: too many arguments/,
    );
    expect(() => new (init.Constant as never as new () => unknown)()).toThrow(/Constant: value is missing/);
    expect(() => new (init.LSTMBias as never as new (a: string) => unknown)("x")).toThrow(/forgetBias/);
    expect(() => new init.FusedRNN(null, 0, 1, "lstm")).toThrow(/numHidden is 0/);
    expect(() => new init.FusedRNN(null, 2, 1, "toString" as never)).toThrow(/mode is "toString"/);
    expect(() => new (init.FusedRNN as never as new (...a: unknown[]) => unknown)(null, 2)).toThrow(
      /numLayers is missing/,
    );
  });
});

test("equals compares class and parameters", () => {
  const same = (a: init.Initializer, b: unknown): boolean => a.equals(b);
  expect(same(new init.Uniform(1), new init.Uniform(init.float(1)))).toBe(true);
  expect(same(new init.Uniform(1), new init.Uniform(2))).toBe(false);
  expect(same(new init.Zero(), new init.One())).toBe(false);
  expect(same(new init.Zero(), new init.Zero().setVerbosity(true))).toBe(true);
  expect(same(new init.Xavier("gaussian", "avg", 2), new init.MSRAPrelu("avg", 0))).toBe(false);
  expect(same(new init.Constant(nd.array([1, 2])), new init.Constant(nd.array([1, 2])))).toBe(true);
  expect(same(new init.Constant(nd.array([1, 2])), new init.Constant(nd.array([1, 3])))).toBe(false);
  expect(same(new init.Constant([1, 2]), new init.Constant([1, 2]))).toBe(true);
  expect(same(new init.Zero(), '["zero", {}]')).toBe(false);
});

test("dumps of arrays are lists, of typed arrays by their kind", () => {
  expect(new init.Constant([1, 2.5]).dumps()).toBe('["constant", {"value": [1, 2.5]}]');
  expect(new init.Constant(Float64Array.of(1, 2)).dumps()).toBe('["constant", {"value": [1.0, 2.0]}]');
  expect(new init.Constant(Int32Array.of(1, 2)).dumps()).toBe('["constant", {"value": [1, 2]}]');
  const again = init.create(new init.Constant(nd.array([[1], [2]])).dumps());
  expect(filled(again, desc("a_weight"), [2, 2])).toEqual([1, 1, 2, 2]);
});

test("a FusedRNN is made again from its dumps, inner initializer included", () => {
  const text = new init.FusedRNN(new init.Xavier({ magnitude: 2 }), 4, 1, "lstm").dumps();
  expect(init.create(text).dumps()).toBe(text);
});

describe("Load and Mixed", () => {
  test("Load takes maps, and says where arrays came from", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    const load = new init.Load(new Map([["aux:m", nd.array([3])]]), { defaultInit: new init.One(), verbose: true });
    expect(filled(load, desc("m"), [1])).toEqual([3]);
    expect(filled(load, desc("a_weight"), [1])).toEqual([1]);
    expect(info.mock.calls).toEqual([["Initialized m by loading"], ["Initialized a_weight by default"]]);
    expect(() => load(desc("toString"), nd.zeros([1]))).toThrow(/Unknown initialization pattern for toString/);
    info.mockRestore();
  });

  test("Load reads .params files", () => {
    const bytes = nd.save(null, { "arg:a_weight": nd.array([1.5, 2]) });
    expect(filled(new init.Load(bytes), desc("a_weight"))).toEqual([1.5, 2]);
    expect(() => new init.Load(nd.save(null, [nd.zeros([1])]))).toThrow(/have no names/);
    expect(() => new init.Load("no/such/file.params")).toThrow(/no\/such\/file/);
  });

  test("refuse what they cannot use", () => {
    expect(() => new init.Load(5 as never)).toThrow(TypeError);
    expect(() => new init.Load({ a: 1 } as never)).toThrow(/param a must be an NDArray/);
    expect(() => new init.Mixed(["a"], [])).toThrow(/1 patterns and 0 initializers/);
    expect(() => new init.Mixed(["a"], ["zero" as never])).toThrow(/initializer 0 must be an initializer/);
    expect(() => new init.Mixed(["("], [new init.Zero()])).toThrow(/not a regular expression/);
    expect(() => new init.Mixed(["x"], [new init.Zero()])(desc("a_weight"), nd.zeros([1]))).toThrow(
      /Parameter name a_weight/,
    );
  });

  test("Mixed takes regular expressions, and matches at the start", () => {
    const mixed = new init.Mixed([/BIAS/i, /[^_]*_w/g], [new init.Zero(), new init.One()]);
    expect(filled(mixed, desc("a_weight"))).toEqual([1, 1]);
    expect(filled(mixed, desc("b_weight"))).toEqual([1, 1]);
    expect(() => filled(mixed, desc("fc_bias"))).toThrow(/did not match/);
    expect(filled(mixed, desc("bias"))).toEqual([0, 0]);
  });
});
