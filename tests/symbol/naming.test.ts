// The same symbols as scripts/oracle/symbol.py makes, in TypeScript: names, composition, attributes, JSON.
import mx, { init, type NDArray, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden } from "./golden.ts";

type S = sym.Symbol;
const V = sym.Variable;

function names(): (string | null)[] {
  const d = V("data");
  const fc = sym.FullyConnected(d, { numHidden: 4 });
  const fc2 = sym.FullyConnected(fc, { numHidden: 3 });
  const a = sym.Activation(fc2, { actType: "relu" });
  const b = a.add(1);
  const c = b.mul(fc2);
  const rest = [
    () => c.rsub(2),
    () => sym.Convolution(d, { kernel: [1, 1], numFilter: 1 }),
    () => sym.sum(c),
    () => c.neg(),
    () => c.greater(0),
    () => sym.concat(a, b, { dim: 1 }),
    () => sym.split(d, { numOutputs: 2 }),
    () => sym.Reshape(d, { shape: [1] }),
    () => sym.reshape(d, { shape: [1] }),
    () => sym.linalg.gemm2(d, d),
    () => sym.contrib.boxNms(d),
    () => sym.random.uniform({ shape: [1] }),
    () => c.pow(2),
    () => c.div(2),
    () => c.add(c),
    () => c.sub(c),
    () => c.div(c),
    () => sym.BatchNorm(d),
    () => sym.broadcastAdd(d, d),
    () => c.equal(c),
    () => c.notEqual(2),
    () => c.rdiv(2),
    () => c.rpow(2),
    () => c.mod(2),
    () => c.rmod(2),
    () => c.sub(2),
    () => c.greaterEqual(1),
    () => c.lesser(c),
    () => c.lesserEqual(2),
    () => sym.zeros([2]),
    () => sym.random.normal(0, 1, { shape: [2] }),
    () => sym.FullyConnected(d, { numHidden: 1 }),
  ];
  return [fc, fc2, a, b, c, ...rest.map((make) => make())].map((s) => s.name);
}

function scoped(): S {
  return new mx.attribute.AttrScope({ ctx_group: "g1", __lr_mult__: "3" }).scope(() => {
    const x = V("x");
    return new mx.attribute.AttrScope({ ctx_group: "g2" }).scope(() =>
      sym.FullyConnected(x, { numHidden: 1, name: "y", attr: { __x__: "1" } }),
    );
  });
}

const w = () =>
  V("w", {
    shape: [1, 2],
    lrMult: 2,
    wdMult: 0,
    dtype: "float32",
    init: new init.One(),
    attr: { a: "b" },
    __mykey__: "v",
  });
const x = () => V("x");

const MADE: Record<string, () => S | object> = {
  names,
  composed: () => {
    const net1 = sym.FullyConnected(V("data"), { numHidden: 2, name: "n1" });
    const net2 = sym.FullyConnected(V("data2"), { numHidden: 2, name: "n2" });
    return net2({ data2: net1, name: "composed" });
  },
  scoped,
  scoped_attrs: () => scoped().attrDict(),
  prefixed: () =>
    new mx.name.Prefix("p_").scope(() =>
      sym.FullyConnected(sym.FullyConnected(x(), { numHidden: 1 }), { numHidden: 1, name: "z" }),
    ),
  layer: () => sym.FullyConnected(V("data"), { numHidden: 4, name: "f" }),
  attributes: () => sym.FullyConnected(V("data"), { numHidden: 4, name: "f", attr: { __x__: "1" } }).attrDict(),
  variable: w,
  variable_attrs: () => w().listAttr(),
  numbers: () =>
    x()
      .mul(1e-7)
      .add(1e20)
      .add(0.1)
      .add(1 / 3),
  tuples: () => sym.Convolution(V("data"), { kernel: [3, 3], numFilter: 8, pad: [1, 1], noBias: true, name: "c" }),
  nones: () => sym.slice(sym.sum(V("data"), { axis: [-1], keepdims: true }), { begin: [null, 1], end: [2, null] }),
  normalized: () => sym.BatchNorm(V("data"), { fixGamma: false, eps: 0.001, name: "bn" }),
  normalized_twice: () => {
    const states = { movingMean: V("m"), movingVar: V("v") };
    return sym.Group(["b1", "b2"].map((name) => sym.BatchNorm(x(), { ...states, name })));
  },
  recurrent: () => sym.RNN(V("data"), { mode: "lstm", stateSize: 2, numLayers: 1, stateOutputs: true, name: "r" }),
  recurrent_gru: () =>
    sym.RNN(V("data"), { mode: "gru", stateSize: 2, numLayers: 1, useSequenceLength: true, name: "r" }),
  parametric: () => sym.LeakyReLU(V("data"), { actType: "prelu", name: "p" }),
  many: () =>
    sym.concat(
      Array.from({ length: 12 }, (_, i) => V(`x${i}`)),
      { name: "many" },
    ),
  quoted: () => V('a"b\\c\td', { attr: { é: "ü\n" } }),
  drawn: () =>
    sym.Group([
      sym.random.uniform(-1, 2, { shape: [2, 3], name: "u" }),
      sym.random.gamma(V("a"), V("b"), { shape: 2, name: "g" }),
    ]),
  created: () =>
    sym.Group([
      sym.zeros([2, 0], { name: "z" }),
      sym.ones(3, { name: "o" }),
      sym.full([2], 1.5, { name: "f" }),
      sym.arange(2, 8, { step: 2, name: "r" }),
      sym.eye(3, 0, 1, { name: "e" }),
    ]),
  counted: () =>
    sym.Group([
      sym.Dropout(x()),
      sym.Pooling(x(), { kernel: [2, 2], poolType: "avg" }),
      sym.Pooling(x(), { kernel: [2, 2] }),
      sym.LRN(x(), { nsize: 3 }),
      sym.topk(x()),
      sym.topk(x(), { retTyp: "both" }),
      sym.topk(x(), { retTyp: "value" }),
      sym.topk(x(), { retTyp: "mask" }),
      sym.sort(x()),
      sym.L2Normalization(x()),
      sym.InstanceNorm(x()),
      sym.GroupNorm(x()),
      sym.LayerNorm(x(), { outputMeanVar: true }),
      sym.LeakyReLU(x(), { actType: "rrelu" }),
      sym.ROIPooling(x(), V("r"), { pooledSize: [2, 2], spatialScale: 1 }),
      sym.CTCLoss(x(), V("l")),
      sym.moments(x(), { axes: [0] }),
      sym.linalg.gelqf(x()),
      sym.linalg.syevd(x()),
      sym.linalg.slogdet(x()),
      sym.linalg.det(x()),
      sym.contrib.boxNms(x()),
      sym.BilinearSampler(x(), V("g")),
      sym.GridGenerator(x(), { transformType: "affine", targetShape: [2, 2] }),
      sym.softmax(x()),
      sym.argsort(x()),
      sym.invoke("_split_v2", [x()], { indices: "[0, 1, 3]", axis: 0, squeezeAxis: false, sections: 0 }),
      sym.SpatialTransformer(x(), V("l"), { transformType: "affine", samplerType: "bilinear", targetShape: [2, 2] }),
    ]),
  outputs: () =>
    [
      sym.RNN(x(), { mode: "lstm", stateSize: 2, numLayers: 1, stateOutputs: true, name: "r" }),
      sym.BatchNorm(x(), { outputMeanVar: true, name: "b" }),
      sym.LayerNorm(x(), { outputMeanVar: true, name: "l" }),
      sym.topk(x(), { retTyp: "both", name: "t" }),
      sym.linalg.gelqf(x(), { name: "g" }),
      sym.linalg.syevd(x(), { name: "s" }),
      sym.linalg.slogdet(x(), { name: "s" }),
      sym.moments(x(), { axes: [0], name: "m" }),
      sym.split(x(), { numOutputs: 1, name: "v" }),
      sym.split(x(), { numOutputs: 2, name: "v" }),
    ].map((s) => s.listOutputs()),
  operands: () =>
    sym.Group([
      sym.maximum(x(), V("y")),
      sym.maximum(x(), 4),
      sym.maximum(4, x()),
      sym.minimum(x(), 1.5),
      sym.hypot(x(), V("y")),
      sym.hypot(2, x()),
      sym.pow(x(), V("y")),
      sym.pow(x(), 2),
      sym.power(2, x()),
      sym.linspace(0, 1, 5),
      sym.linspace(0, 1, 5, { endpoint: false, dtype: "float64", name: "l" }),
    ]),
  parts: () =>
    sym.Group([
      x().slice({ begin: [1, null], end: [3, null], step: [2, 1] }),
      x().take(V("y")),
      x().take(V("y"), { axis: 1, mode: "wrap" }),
      sym.split(x(), { numOutputs: 4, name: "s" }).get("1:3"),
    ]),
  mixed: () =>
    sym.Group([
      sym.random.multinomial(x()),
      sym.random.multinomial(x(), { shape: [3], getProb: true, name: "m" }),
      sym.random.shuffle(x()),
      sym.random.randn(2, 3),
      sym.random.randn(2, { loc: 1, scale: 2, dtype: "float64" }),
    ]),
};

const NAMED = golden<Record<string, unknown>>("named");

describe("what MXNet makes of the same code", () => {
  test("every piece of code is here", () => {
    expect(Object.keys(MADE).sort()).toEqual(Object.keys(NAMED).sort());
  });

  for (const [name, make] of Object.entries(MADE)) {
    test(name, () => {
      const made = new mx.name.NameManager().scope(make);
      const found = made instanceof sym.Symbol ? made.toJSON() : made;
      expect(found).toEqual(NAMED[name]);
      if (made instanceof sym.Symbol) expect(sym.fromJSON(made.toJSON()).toJSON()).toBe(made.toJSON());
    });
  }
});

describe("symbols", () => {
  const data = V("data");
  const net = sym.FullyConnected(data, { numHidden: 2, name: "fc" });

  test("print as in Python", () => {
    expect(String(net)).toBe("<Symbol fc>");
    expect(String(sym.Group([data, net]))).toBe("<Symbol group [data, fc]>");
  });

  test("have parts", () => {
    const parts = sym.split(data, { numOutputs: 2, name: "sp" });
    expect([parts.length, parts.name, parts.get(0).name, ...[...parts].map((part) => part.listOutputs()[0])]).toEqual([
      2,
      "sp",
      "sp",
      "sp_output0",
      "sp_output1",
    ]);
    expect(parts.at(-1).listOutputs()).toEqual(["sp_output1"]);
    expect(net.getInternals().get("fc_weight").listArguments()).toEqual(["fc_weight"]);
    expect(net.getChildren()?.listOutputs()).toEqual(["data", "fc_weight", "fc_bias"]);
    expect(data.getChildren()).toBeNull();
    expect(sym.Group([data, net]).name).toBeNull();
    expect(parts.get("::-1").listOutputs()).toEqual(["sp_output1", "sp_output0"]);
    expect(parts.get("-1:").listOutputs()).toEqual(["sp_output1"]);
    expect(() => parts.get("2:")).toThrow("there are no outputs 2:; there are 2");
    expect(() => parts.get("::0")).toThrow(mx.MXNetError);
    expect(() => parts.get(0.5)).toThrow(TypeError);
    expect(() => parts.get(-3)).toThrow("there is no output -3; there are 2");
    expect(() => parts.get(2)).toThrow(mx.MXNetError);
    expect(() => parts.get("zz")).toThrow('Cannot find output that matches name "zz"');
    expect(() => sym.Group([data, data]).get("data")).toThrow('There are multiple outputs with name "data"');
  });

  test("count a variable once, and two of one name twice", () => {
    expect(data.add(data).listArguments()).toEqual(["data"]);
    const two = V("x").add(V("x"));
    expect(two.listArguments()).toEqual(["x", "x"]);
    expect(two.inferShape({ x: [2] })).toEqual([[[2], [2]], [[2]], []]);
  });

  test("take inputs by name, and leave out what comes before", () => {
    const b = V("b");
    for (const layer of [
      sym.FullyConnected(data, { bias: b, numHidden: 2, name: "l" }),
      sym.FullyConnected(data, null, b, { numHidden: 2, name: "l" }),
    ]) {
      expect(layer.listArguments()).toEqual(["data", "l_weight", "b"]);
    }
  });

  test("have no values", () => {
    for (const method of ["toArray", "asscalar", "copy", "detach", "backward", "addi"]) {
      const call = (): unknown => (net as unknown as Record<string, () => unknown>)[method]!();
      expect(call).toThrow(`Function ${method} is not implemented for Symbol and only available in NDArray.`);
    }
    expect(() => Number(net)).toThrow("not implemented for Symbol and only available in NDArray");
    expect(() => (net as unknown as number) > 1).toThrow(mx.MXNetError);
  });

  test("keep attributes that are set later", () => {
    const variable = V("q");
    variable._setAttr({ q: "1", lr_mult: "3" });
    expect([variable.attr("q"), variable.attr("lr_mult"), variable.attr("__lr_mult__"), variable.attr("no")]).toEqual([
      "1",
      "3",
      "3",
      null,
    ]);
  });

  test("stay as they were when they are composed", () => {
    const copy = net.compose({ data: sym.exp(V("other")), name: "copy" });
    expect([copy.name, net.name, net.listArguments()[0], copy.listArguments()[0]]).toEqual([
      "copy",
      "fc",
      "data",
      "other",
    ]);
    expect(new mx.name.Prefix("p_").scope(() => net.compose({ data: V("z"), name: "q" }).name)).toBe("q");
    expect(net(V("z")).listArguments()).toEqual(["z", "fc_weight", "fc_bias"]);
  });

  test("are freed", () => {
    const gone = V("gone");
    gone.dispose();
    expect(() => gone.name).toThrow("this Symbol was disposed");
  });

  test("of operators by name", () => {
    expect(
      sym
        .invoke("_plus_scalar", [data], { scalar: 2, name: "p" })
        .eval({ data: mx.nd.ones([1]) as NDArray })[0]
        ?.asscalar(),
    ).toBe(3);
    expect("Convolution" in sym).toBe(true);
    expect("NoSuchOperator" in sym).toBe(false);
  });
});

describe("errors", () => {
  const data = V("data");
  const cases: [string, () => unknown, RegExp][] = [
    [
      "a missing option",
      () => (sym.FullyConnected as (...args: unknown[]) => S)(data),
      /FullyConnected: .*numHidden.* is missing/,
    ],
    ["an unknown option", () => sym.FullyConnected(data, { numHidden: 1, foo: 3 } as never), /FullyConnected: .*foo/],
    [
      "an unknown input",
      () => sym.FullyConnected(data, { numHidden: 1, foo: V("w") } as never),
      /Keyword argument name foo not found/,
    ],
    [
      "several outputs as one input",
      () => sym.exp(sym.split(data, { numOutputs: 2 })),
      /Argument data is a tuple, single value is required/,
    ],
    ["too many inputs", () => sym.relu(data, data), /relu/],
    ["no inputs", () => sym.concat({ dim: 1 }), /Concat/i],
    [
      "a state that is computed",
      () => sym.BatchNorm(data, { movingMean: data.mul(2) }),
      /Mutation target can only be Variable/,
    ],
    ["an unknown variable", () => data.compose({ foo: V("q") }), /Keyword argument name foo not found/],
    ["a number as an input", () => sym.exp(3 as never), /exp: data must be a Symbol, got the number 3/],
    ["an empty group", () => sym.Group([]), /Expected a list of symbols as input/],
    ["a name that is none", () => V(3 as never), /Expect a string for variable `name`/],
    ["an option of a variable", () => V("w", { mykey: "v" } as never), /Attribute name=mykey is not supported/],
    ["an attribute that is no text", () => V("w", { attr: { a: 1 as never } }), /attribute a must be a text/],
    ["an operator", () => sym.invoke("Nope"), /Operator Nope is not registered/],
    ["the gradient", () => data.grad(["data"]), /bind the symbol and call backward/],
  ];
  for (const [what, run, message] of cases) {
    test(what, () => {
      expect(run).toThrow(message);
    });
  }
});
