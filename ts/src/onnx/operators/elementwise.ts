// Functions of one or two values, element by element.
import type { Builder, Value } from "../builder.ts";
import type { Layer, Translation, Translations } from "../layer.ts";

/** Functions that ONNX has under another name. */
const UNARY: Readonly<Record<string, string>> = {
  abs: "Abs",
  sign: "Sign",
  ceil: "Ceil",
  floor: "Floor",
  negative: "Neg",
  reciprocal: "Reciprocal",
  sqrt: "Sqrt",
  exp: "Exp",
  log: "Log",
  sin: "Sin",
  cos: "Cos",
  tan: "Tan",
  arcsin: "Asin",
  arccos: "Acos",
  arctan: "Atan",
  sinh: "Sinh",
  cosh: "Cosh",
  tanh: "Tanh",
  arcsinh: "Asinh",
  arccosh: "Acosh",
  arctanh: "Atanh",
  erf: "Erf",
  _softrelu: "Softplus",
};

/** A formula: of the value, with a way to call operators and to write numbers in the value's type. */
type Formula = (x: Value, call: (op: string, ...inputs: Value[]) => Value, number: (value: number) => Value) => Value;

/** The number with the sign of x whose magnitude is made of x's. */
const signed =
  (magnitude: Formula): Formula =>
  (x, call, number) =>
    call("Mul", call("Sign", x), magnitude(call("Abs", x), call, number));
const cubeRoot: Formula = signed((x, call, number) => call("Pow", x, number(1 / 3)));

/** Functions that are written in several operators. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  square: (x, call) => call("Mul", x, x),
  rsqrt: (x, call) => call("Reciprocal", call("Sqrt", x)),
  cbrt: cubeRoot,
  rcbrt: (x, call, number) => call("Reciprocal", cubeRoot(x, call, number)),
  expm1: (x, call, number) => call("Sub", call("Exp", x), number(1)),
  log1p: (x, call, number) => call("Log", call("Add", x, number(1))),
  log2: (x, call, number) => call("Mul", call("Log", x), number(Math.LOG2E)),
  log10: (x, call, number) => call("Mul", call("Log", x), number(Math.LOG10E)),
  degrees: (x, call, number) => call("Mul", x, number(180 / Math.PI)),
  radians: (x, call, number) => call("Mul", x, number(Math.PI / 180)),
  trunc: signed((x, call) => call("Floor", x)),
  fix: signed((x, call) => call("Floor", x)),
  // ONNX rounds halves to even numbers; here they go away from zero, or down.
  round: signed((x, call, number) => {
    const floor = call("Floor", x);
    const isUp = call("GreaterOrEqual", call("Sub", x, floor), number(0.5));
    return call("Where", isUp, call("Add", floor, number(1)), floor);
  }),
  rint: (x, call) => {
    const [floor, ceil] = [call("Floor", x), call("Ceil", x)];
    return call("Where", call("LessOrEqual", call("Sub", x, floor), call("Sub", ceil, x)), floor, ceil);
  },
};

/** How a function of two values is written; what gives truth values is turned into numbers. */
interface Binary {
  readonly write: (a: Value, b: Value, graph: Builder, isFloat: boolean) => Value;
  readonly isTruth?: boolean;
}

const call =
  (op: string) =>
  (a: Value, b: Value, graph: Builder): Value =>
    graph.call(op, [a, b]);
const truth = (op: string): Binary => ({ write: call(op), isTruth: true });
const logical = (op: string): Binary => ({
  write: (a, b, graph) => graph.call(op, [graph.cast(a, "bool"), graph.cast(b, "bool")]),
  isTruth: true,
});

const BINARY: Readonly<Record<string, Binary>> = {
  add: { write: call("Add") },
  sub: { write: call("Sub") },
  mul: { write: call("Mul") },
  div: { write: call("Div") },
  power: { write: call("Pow") },
  maximum: { write: call("Max") },
  minimum: { write: call("Min") },
  mod: {
    // The remainder has the divisor's sign; ONNX has that for whole numbers only.
    write: (a, b, graph, isFloat) => {
      if (!isFloat) return graph.call("Mod", [a, b]);
      const whole = graph.call("Floor", [graph.call("Div", [a, b])]);
      return graph.call("Sub", [a, graph.call("Mul", [whole, b])]);
    },
  },
  hypot: {
    write: (a, b, graph) =>
      graph.call("Sqrt", [graph.call("Add", [graph.call("Mul", [a, a]), graph.call("Mul", [b, b])])]),
  },
  equal: truth("Equal"),
  not_equal: { write: (a, b, graph) => graph.call("Not", [graph.call("Equal", [a, b])]), isTruth: true },
  greater: truth("Greater"),
  greater_equal: truth("GreaterOrEqual"),
  lesser: truth("Less"),
  lesser_equal: truth("LessOrEqual"),
  logical_and: logical("And"),
  logical_or: logical("Or"),
  logical_xor: logical("Xor"),
};

const finished = (layer: Layer, graph: Builder, { write, isTruth }: Binary, a: Value, b: Value): Value => {
  const y = write(a, b, graph, layer.dtype().startsWith("float"));
  return isTruth ? graph.cast(y, layer.outDtype()) : y;
};

const ofTwo =
  (binary: Binary): Translation =>
  (layer, graph) =>
    finished(layer, graph, binary, layer.input(), layer.input(1));

/** With a number as the second operand, or the first. */
const ofScalar =
  (binary: Binary, reflected: boolean): Translation =>
  (layer, graph) => {
    const x = graph.convert(layer.input(), layer.dtype(), binary.isTruth ? layer.dtype() : layer.outDtype());
    const type = binary.isTruth ? layer.dtype() : layer.outDtype();
    const scalar = graph.number(layer.attrs.number("scalar") ?? 1, type);
    return reflected ? finished(layer, graph, binary, scalar, x) : finished(layer, graph, binary, x, scalar);
  };

/** The names under which MXNet has a function of two values. */
function binaries(): [string, Translation][] {
  return Object.entries(BINARY).flatMap(([name, binary]): [string, Translation][] => {
    const isBasic = ["add", "sub", "mul", "div"].includes(name);
    const both = ofTwo(binary);
    const short = { add: "plus", sub: "minus" }[name] ?? name;
    const scalars: [string, Translation][] = [[`_${short}_scalar`, ofScalar(binary, false)]];
    if (["sub", "div", "mod", "power"].includes(name)) scalars.push([`_r${short}_scalar`, ofScalar(binary, true)]);
    return [[isBasic ? `elemwise_${name}` : `_${name}`, both], [`broadcast_${name}`, both], ...scalars];
  });
}

function clip(layer: Layer, graph: Builder): Value {
  const limit = (name: string): Value => graph.number(layer.attrs.number(name) as number, layer.dtype());
  return graph.call("Clip", [layer.input(), limit("a_min"), limit("a_max")]);
}

/** The sum of all inputs. */
const sum: Translation = (layer, graph) => graph.call("Sum", layer.inputs);

/** All functions of elements. */
export function elementwise(): Translations {
  const unary = Object.entries(UNARY).map(([name, op]): [string, Translation] => [
    name,
    (layer, graph) => graph.call(op, [layer.input()]),
  ]);
  const formulas = Object.entries(FORMULAS).map(([name, formula]): [string, Translation] => [
    name,
    (layer, graph) =>
      formula(
        layer.input(),
        (op, ...inputs) => graph.call(op, inputs),
        (value) => graph.number(value, layer.dtype()),
      ),
  ]);
  return {
    ...Object.fromEntries([...unary, ...formulas, ...binaries()]),
    logical_not: (layer, graph) => graph.cast(graph.call("Not", [graph.cast(layer.input(), "bool")]), layer.outDtype()),
    Cast: (layer, graph) => graph.convert(layer.input(), layer.dtype(), layer.outDtype()),
    amp_cast: (layer, graph) => graph.convert(layer.input(), layer.dtype(), layer.outDtype()),
    clip,
    add_n: sum,
    _grad_add: sum,
    _contrib_div_sqrt_dim: (layer, graph) =>
      graph.call("Div", [layer.input(), graph.number(Math.sqrt(layer.shape().at(-1) as number), layer.dtype())]),
  };
}
