// Functions of one or two values, element by element.
import type { DType } from "../../nd/dtype.ts";
import type { Builder, Value } from "../builder.ts";
import { type Layer, type Translation, type Translations, wide } from "../layer.ts";

const isFloat = (type: DType): boolean => type.startsWith("float");

/** Functions of whole numbers, too. */
const WHOLE = new Set(["abs", "sign", "negative", "square"]);
/** What leaves whole numbers as they are. */
const ROUNDING = new Set(["ceil", "floor", "trunc", "fix", "round", "rint"]);

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
  relu: "Relu",
  sigmoid: "Sigmoid",
  softsign: "Softsign",
};

/** A formula: of the value, with a way to call operators and to write numbers in the value's type. */
type Formula = (x: Value, call: (op: string, ...inputs: Value[]) => Value, number: (value: number) => Value) => Value;

/** The number with the sign of x whose magnitude is made of x's. */
const signed =
  (magnitude: Formula): Formula =>
  (x, call, number) =>
    call("Mul", call("Sign", x), magnitude(call("Abs", x), call, number));
const cubeRoot: Formula = (x, call, number) => signed((y) => call("Pow", y, number(1 / 3)))(x, call, number);

/** Functions that are written in several operators. */
const formulas = (): Readonly<Record<string, Formula>> => ({
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
});

/** How a function of two values is written; what gives truth values is turned into numbers. */
interface Binary {
  readonly write: (a: Value, b: Value, graph: Builder, isFloat: boolean) => Value;
  readonly isTruth?: boolean;
  /** Whether it is there for floating numbers only. */
  readonly isFloat?: boolean;
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

const twoValued = (): Readonly<Record<string, Binary>> => ({
  add: { write: call("Add") },
  sub: { write: call("Sub") },
  mul: { write: call("Mul") },
  div: { write: call("Div") },
  power: { write: call("Pow") },
  maximum: { write: call("Max") },
  minimum: { write: call("Min") },
  mod: {
    // The remainder has the divisor's sign, which ONNX has for whole numbers only, and is 0 for the divisor 0.
    write: (a, b, graph, isFloat) => {
      if (!isFloat) return graph.call("Mod", [a, b]);
      const whole = graph.call("Floor", [graph.call("Div", [a, b])]);
      const rest = graph.call("Sub", [a, graph.call("Mul", [whole, b])]);
      const zero = graph.call("Sub", [b, b]);
      return graph.call("Where", [graph.call("Equal", [b, zero]), zero, rest]);
    },
  },
  hypot: {
    write: (a, b, graph) =>
      graph.call("Sqrt", [graph.call("Add", [graph.call("Mul", [a, a]), graph.call("Mul", [b, b])])]),
    isFloat: true,
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
});

/** The type that a function of two values is computed in. */
const computed = ({ isFloat: floating }: Binary, type: DType): DType =>
  floating && !isFloat(type) ? "float32" : wide(type);

function finished(layer: Layer, graph: Builder, { write, isTruth }: Binary, type: DType, a: Value, b: Value): Value {
  const y = write(a, b, graph, isFloat(type));
  return isTruth ? graph.cast(y, layer.outDtype()) : graph.convert(y, type, layer.outDtype());
}

const ofTwo =
  (binary: Binary): Translation =>
  (layer, graph) => {
    const type = computed(binary, layer.dtype());
    const [a, b] = [0, 1].map((i) => graph.convert(layer.input(i), layer.dtype(i), type)) as [Value, Value];
    return finished(layer, graph, binary, type, a, b);
  };

/** With a number as the second operand, or the first. */
const ofScalar =
  (binary: Binary, reflected: boolean): Translation =>
  (layer, graph) => {
    const type = computed(binary, binary.isTruth ? layer.dtype() : layer.outDtype());
    const x = graph.convert(layer.input(), layer.dtype(), type);
    const scalar = graph.number(layer.attrs.number("scalar") ?? 1, type);
    return reflected
      ? finished(layer, graph, binary, type, scalar, x)
      : finished(layer, graph, binary, type, x, scalar);
  };

/** The names under which MXNet has a function of two values. */
function binaries(): [string, Translation][] {
  return Object.entries(twoValued()).flatMap(([name, binary]): [string, Translation][] => {
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

/** The sum of all inputs; ONNX has it for floating numbers only. */
const sum: Translation = (layer, graph) => {
  const [type, out] = [wide(layer.dtype()), layer.outDtype()];
  if (isFloat(type)) return graph.call("Sum", layer.inputs);
  const inputs = layer.inputs.map((x, i) => graph.convert(x, layer.dtype(i), type));
  return graph.convert(
    inputs.reduce((all, x) => graph.call("Add", [all, x])),
    type,
    out,
  );
};

/** A function of one value, computed in a type that it is there for. */
const ofOne =
  (name: string, formula: Formula): Translation =>
  (layer, graph) => {
    const dtype = layer.dtype();
    if (!isFloat(dtype) && ROUNDING.has(name)) return layer.input();
    const type = isFloat(dtype) ? dtype : WHOLE.has(name) ? wide(dtype) : "float32";
    const y = formula(
      graph.convert(layer.input(), dtype, type),
      (op, ...inputs) => graph.call(op, inputs),
      (value) => graph.number(value, type),
    );
    return graph.convert(y, type, layer.outDtype());
  };

/** All functions of elements. */
export function elementwise(): Translations {
  const named = Object.entries(UNARY).map(([name, op]): [string, Formula] => [name, (x, call) => call(op, x)]);
  const unary = [...named, ...Object.entries(formulas())].map(
    ([name, formula]) => [name, ofOne(name, formula)] as const,
  );
  return {
    ...Object.fromEntries([...unary, ...binaries()]),
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
