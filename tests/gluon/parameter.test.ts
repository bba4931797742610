import { autograd, gluon, init, MXNetError, nd, random } from "mxgrad";
import { describe, expect, test, vi } from "vitest";

const { Constant, Parameter, ParameterDict } = gluon;

describe("Parameter", () => {
  test("has values and a gradient once it is initialized", () => {
    const p = new Parameter("w", { shape: [2, 3] });
    expect(() => p.data()).toThrow(
      /^Parameter 'w' has not been initialized\. Note that you should initialize parameters/,
    );
    p.initialize("ones");
    expect(p.data().toArray()).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    expect(p.grad().shape).toEqual([2, 3]);
    expect(p.listCtx().map(String)).toEqual(["cpu(0)"]);
    expect([p.lrMult, p.wdMult, p.gradReq, p.dtype]).toEqual([1, 1, "write", "float32"]);
    expect(String(p)).toBe("Parameter w (shape=(2, 3), dtype=float32)");
  });

  test("is Uniform(0.07) by default, bit for bit as in MXNet", () => {
    random.seed(0);
    const p = new Parameter("weight", { shape: [2, 2] });
    p.initialize();
    expect(p.data().toArray()).toEqual([
      [0.006833896040916443, 0.012998245656490326],
      [0.030126504600048065, 0.04819720983505249],
    ]);
  });

  test("its own initializer goes before the default, and that of the call before both", () => {
    const p = new Parameter("x_bias", { shape: [1], init: "ones" });
    p.initialize(null, { defaultInit: new init.Constant(3) });
    expect(p.data().asscalar()).toBe(1);
    p.initialize(new init.Constant(2), { forceReinit: true });
    expect(p.data().asscalar()).toBe(2);
  });

  test("a second initialize is ignored with a warning", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const p = new Parameter("w", { shape: [1] });
    p.initialize("ones");
    p.initialize("zeros");
    expect(warn).toHaveBeenCalledWith(
      "Parameter 'w' is already initialized, ignoring. Set force_reinit=True to re-initialize.",
    );
    expect(p.data().asscalar()).toBe(1);
    warn.mockRestore();
  });

  test("unknown shapes are refused, or deferred where that is allowed", () => {
    expect(() => new Parameter("w", { shape: [2, 0] }).initialize()).toThrow(
      "Cannot initialize Parameter 'w' because it has invalid shape: (2, 0).",
    );
    const p = new Parameter("w", { shape: [2, 0], allowDeferredInit: true });
    p.initialize("ones");
    expect(() => p.data()).toThrow(gluon.DeferredInitializationError);
    expect(() => p.data()).toThrow(/because initialization was deferred\. Actual initialization happens during/);
    p.setData([
      [1, 2],
      [3, 4],
    ]);
    expect(p.shape).toEqual([2, 2]);
    expect(() => {
      p.shape = [2, 5];
    }).toThrow("Expected shape (2, 5) is incompatible with given shape (2, 2).");
  });

  test("gradReq null has no gradient; setting it makes or frees one", () => {
    const p = new Parameter("w", { shape: [2], gradReq: "null" });
    p.initialize("ones");
    expect(() => p.grad()).toThrow("Cannot get gradient array for Parameter 'w' because grad_req='null'");
    p.gradReq = "add";
    for (let i = 0; i < 2; i++) autograd.record(() => p.data().mul(3)).backward();
    expect(p.grad().toArray()).toEqual([6, 6]);
    p.zeroGrad();
    expect(p.grad().toArray()).toEqual([0, 0]);
    p.gradReq = "null";
    expect(() => p.grad()).toThrow(MXNetError);
    expect(() => new Parameter("w", { gradReq: "never" as "null" })).toThrow(
      "grad_req must be one of 'write', 'add', or 'null', but got 'never'",
    );
  });

  test("casts values and gradient", () => {
    const p = new Parameter("w", { shape: [2] });
    p.initialize("ones");
    autograd.record(() => p.data().mul(3)).backward();
    p.cast("float16");
    expect([p.data().dtype, p.grad().dtype, p.dtype]).toEqual(["float16", "float16", "float16"]);
    expect(p.grad().toArray()).toEqual([3, 3]);
  });
});

describe("Constant", () => {
  test("keeps its value and has no gradient", () => {
    const c = new Constant("c", [[1, 2]]);
    c.initialize();
    expect(c.data().toArray()).toEqual([[1, 2]]);
    expect(c.gradReq).toBe("null");
    expect(String(c)).toBe("Constant c (shape=(1, 2), dtype=float32)");
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    c.gradReq = "write";
    expect(warn).toHaveBeenCalledOnce();
    expect(c.gradReq).toBe("null");
    warn.mockRestore();
  });
});

describe("ParameterDict", () => {
  test("makes parameters under its prefix, once", () => {
    const dict = new ParameterDict("a_");
    const w = dict.get("w", { shape: [2, 0], allowDeferredInit: true });
    expect(dict.get("w")).toBe(w);
    expect(w.name).toBe("a_w");
    expect(dict.get("w", { shape: [0, 3] }).shape).toEqual([2, 3]);
    expect(() => dict.get("w", { shape: [4, 3] })).toThrow(
      "Cannot retrieve Parameter 'a_w' because desired attribute does not match with stored for attribute 'shape': desired '(4, 3)' vs stored '(2, 3)'.",
    );
    expect(() => dict.get("w", { dtype: "float64" })).toThrow(
      /attribute 'dtype': desired 'float64' vs stored 'float32'/,
    );
    expect([...dict.keys()]).toEqual(["a_w"]);
    expect(String(dict)).toBe("a_ (\n  Parameter a_w (shape=(2, 3), dtype=float32)\n)");
  });

  test("makes constants, and refuses other values", () => {
    const dict = new ParameterDict("a_");
    const c = dict.getConstant("c", [[1, 2]]);
    expect(dict.getConstant("c", [[1, 2]])).toBe(c);
    expect(() => dict.getConstant("c", [[1, 3]])).toThrow("Constant 'a_c' already exists but it's value doesn't match");
    expect(() => dict.getConstant("d")).toThrow("No constant named 'a_d'.");
  });

  test("sets attributes, initializes and zeroes all", () => {
    const dict = new ParameterDict();
    dict.get("x_weight", { shape: [2] });
    dict.get("x_bias", { shape: [2], init: "zeros" });
    dict.setattr("lrMult", 0.5);
    dict.setattr("gradReq", "add");
    dict.initialize("ones");
    expect([...dict.values()].map((p) => [p.lrMult, p.gradReq, p.data().toArray()])).toEqual([
      [0.5, "add", [1, 1]],
      [0.5, "add", [0, 0]],
    ]);
    autograd.record(() => dict.at("x_weight").data().sum()).backward();
    dict.zeroGrad();
    expect(dict.at("x_weight").grad().toArray()).toEqual([0, 0]);
  });

  test("saves and loads, prefixes taken off and put on again", () => {
    const make = (): gluon.ParameterDict => {
      const dict = new ParameterDict("a_");
      dict.get("w", { shape: [2] });
      dict.get("v", { shape: [0], allowDeferredInit: true });
      return dict;
    };
    const from = make();
    from.get("v").shape = [3];
    from.initialize();
    const bytes = from.save(null, "a_");
    expect(Object.keys(nd.load(bytes))).toEqual(["w", "v"]);
    const to = make();
    to.load(bytes, { restorePrefix: "a_" });
    expect(to.at("a_v").data().toArray()).toEqual(from.at("a_v").data().toArray());
    expect(() => to.load(bytes)).toThrow(
      /^Parameter 'a_w' is missing in param_dict, which contains parameters: 'w', 'v'\./,
    );
    expect(() => from.save(null, "b_")).toThrow(
      /^Prefix 'b_' is to be striped before saving, but Parameter's name 'a_w'/,
    );
    to.load({ "arg:a_w": nd.ones([2]), "aux:a_v": nd.ones([3]), "arg:z": nd.ones([1]) }, { ignoreExtra: true });
    expect(to.at("a_w").data().toArray()).toEqual([1, 1]);
    expect(() => to.load({ z: nd.ones([1]) }, { allowMissing: true })).toThrow(
      /^Parameter 'z' loaded from param_dict is not/,
    );
  });
});
