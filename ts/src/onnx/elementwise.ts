// Functions of elements, and sums and the like over axes.
import { longs, type Operation } from "./builder.ts";
import type { Translation } from "./layers.ts";
import { ELEMENT } from "./model.ts";

/** Operators that ONNX has under another name. */
const SAME: Readonly<Record<string, string>> = {
  ...{ relu: "Relu", sigmoid: "Sigmoid", tanh: "Tanh", softsign: "Softsign", exp: "Exp", log: "Log", sqrt: "Sqrt" },
  ...{ abs: "Abs", negative: "Neg", ceil: "Ceil", floor: "Floor", reciprocal: "Reciprocal", sign: "Sign", erf: "Erf" },
  ...{ sin: "Sin", cos: "Cos", tan: "Tan", arcsin: "Asin", arccos: "Acos", arctan: "Atan", sinh: "Sinh", cosh: "Cosh" },
  ...{ arcsinh: "Asinh", arccosh: "Acosh", arctanh: "Atanh", rint: "Round" },
  ...{ _copy: "Identity", BlockGrad: "Identity", MakeLoss: "Identity", make_loss: "Identity", Dropout: "Identity" },
  ...{ LinearRegressionOutput: "Identity", MAERegressionOutput: "Identity", LogisticRegressionOutput: "Sigmoid" },
};

/** Operators of two tensors. */
const PAIRS: Readonly<Record<string, string>> = {
  ...{ elemwise_add: "Add", elemwise_sub: "Sub", elemwise_mul: "Mul", elemwise_div: "Div", _grad_add: "Add" },
  ...{ broadcast_add: "Add", broadcast_sub: "Sub", broadcast_mul: "Mul", broadcast_div: "Div" },
  ...{ _power: "Pow", broadcast_power: "Pow", _maximum: "Max", broadcast_maximum: "Max" },
  ...{ _minimum: "Min", broadcast_minimum: "Min" },
};

/** Operators of a tensor and a number; those of the second list have the number in front. */
const SCALARS: Readonly<Record<string, string>> = {
  ...{ _plus_scalar: "Add", _minus_scalar: "Sub", _mul_scalar: "Mul", _div_scalar: "Div", _power_scalar: "Pow" },
  ...{ _maximum_scalar: "Max", _minimum_scalar: "Min" },
};
const REVERSED: Readonly<Record<string, string>> = {
  _rminus_scalar: "Sub",
  _rdiv_scalar: "Div",
  _rpower_scalar: "Pow",
};

const COMPARISONS: Readonly<Record<string, string>> = {
  ...{
    equal: "Equal",
    greater: "Greater",
    greater_equal: "GreaterOrEqual",
    lesser: "Less",
    lesser_equal: "LessOrEqual",
  },
};

const REDUCTIONS: Readonly<Record<string, string>> = {
  ...{ sum: "ReduceSum", mean: "ReduceMean", max: "ReduceMax", min: "ReduceMin", prod: "ReduceProd" },
};

/** A number of the type of the first input. */
function scalarOf(operation: Operation): string {
  const value = operation.build.floats(operation.attrs.number("scalar", 0));
  const dtype = operation.dtype(0);
  return dtype === "float32" ? value : operation.add("Cast", [value], { to: BigInt(ELEMENT[dtype]) });
}

/** What ONNX answers with truth values, as numbers. */
function comparison(name: string, operation: Operation, inputs: readonly string[]): void {
  operation.out("Cast", [operation.add(name, inputs)], { to: BigInt(ELEMENT[operation.dtype(0)]) });
}

/** The axes that go away. */
function axesOf({ attrs }: Operation, ndim: number): number[] {
  const given = attrs.ints("axis")?.map((axis) => (axis < 0 ? axis + ndim : axis));
  const all = Array.from({ length: ndim }, (_, i) => i);
  if (!given) return all;
  return attrs.bool("exclude", false) ? all.filter((axis) => !given.includes(axis)) : given;
}

function reduction(name: string): Translation {
  return (operation) => {
    const ndim = operation.shape(0).length;
    const axes = axesOf(operation, ndim);
    const keepdims = operation.attrs.bool("keepdims", false);
    // Nothing is left but a number, which here has one dimension.
    const keep = keepdims || axes.length === ndim;
    const x = operation.in(0);
    const reduce = name === "ReduceSum" ? [x, operation.build.ints(axes)] : [x];
    const attributes = { axes: name === "ReduceSum" ? undefined : longs(axes), keepdims: keep ? 1n : 0n };
    if (keep === keepdims) operation.out(name, reduce, attributes);
    else operation.out("Reshape", [operation.add(name, reduce, attributes), operation.build.ints([1])]);
  };
}

function argument(name: string): Translation {
  return (operation) => {
    const { attrs, build } = operation;
    const whole = attrs.maybe("axis") === null;
    const x = whole ? operation.add("Reshape", [operation.in(0), build.ints([-1])]) : operation.in(0);
    const axis = whole ? 0 : operation.axis("axis", 0);
    const keep = whole || attrs.bool("keepdims", false);
    operation.out("Cast", [operation.add(name, [x], { axis: BigInt(axis), keepdims: keep ? 1n : 0n })], { to: 1n });
  };
}

function softmax(name: string): Translation {
  return (operation) => {
    const { attrs, build } = operation;
    if (attrs.bool("use_length", false)) attrs.fail("use_length is not supported");
    const temperature = attrs.maybe("temperature");
    const x = temperature ? operation.add("Div", [operation.in(0), build.floats(temperature)]) : operation.in(0);
    operation.out(name, [x], { axis: BigInt(operation.axis("axis", -1)) });
  };
}

/** Softmax over an axis, or over all axes but the first. */
function classes(operation: Operation, axis: number | null): void {
  const shape = operation.shape(0);
  if (axis !== null || shape.length === 2) {
    operation.out("Softmax", [operation.in(0)], { axis: BigInt(axis ?? 1) });
    return;
  }
  const flat = operation.add("Softmax", [operation.add("Flatten", [operation.in(0)], { axis: 1n })], { axis: 1n });
  operation.out("Reshape", [flat, operation.build.ints(shape)]);
}

function clip(operation: Operation): void {
  const [least, most] = ["a_min", "a_max"].map((name) => operation.build.floats(operation.attrs.number(name, 0)));
  operation.out("Clip", [operation.in(0), least as string, most as string]);
}

function hardSigmoid(operation: Operation): void {
  const { attrs } = operation;
  operation.out("HardSigmoid", [operation.in(0)], {
    alpha: attrs.number("alpha", 0.2),
    beta: attrs.number("beta", 0.5),
  });
}

function norm(operation: Operation): void {
  const order = operation.attrs.number("ord", 2);
  if (order !== 1 && order !== 2) operation.attrs.fail(`ord ${order} is not supported`);
  reduction(order === 1 ? "ReduceL1" : "ReduceL2")(operation);
}

const table = <T>(names: Readonly<Record<string, T>>, make: (value: T) => Translation): [string, Translation][] =>
  Object.entries(names).map(([name, value]) => [name, make(value)]);

/** Functions of elements and reductions by MXNet's names. */
export const elementwise = (): Readonly<Record<string, Translation>> => ({
  ...Object.fromEntries([
    ...table(SAME, (name) => (operation) => operation.out(name, [operation.in(0)])),
    ...table(PAIRS, (name) => (operation) => operation.out(name, [operation.in(0), operation.in(1)])),
    ...table(SCALARS, (name) => (operation) => operation.out(name, [operation.in(0), scalarOf(operation)])),
    ...table(REVERSED, (name) => (operation) => operation.out(name, [scalarOf(operation), operation.in(0)])),
    ...Object.entries(COMPARISONS).flatMap(([name, op]): [string, Translation][] => [
      [`broadcast_${name}`, (operation) => comparison(op, operation, [operation.in(0), operation.in(1)])],
      [`_${name}`, (operation) => comparison(op, operation, [operation.in(0), operation.in(1)])],
      [`_${name}_scalar`, (operation) => comparison(op, operation, [operation.in(0), scalarOf(operation)])],
    ]),
    ...table(REDUCTIONS, reduction),
  ]),
  argmax: argument("ArgMax"),
  argmin: argument("ArgMin"),
  norm,
  clip,
  hard_sigmoid: hardSigmoid,
  square: (operation) => operation.out("Mul", [operation.in(0), operation.in(0)]),
  rsqrt: (operation) => operation.out("Reciprocal", [operation.add("Sqrt", [operation.in(0)])]),
  add_n: (operation) => operation.out("Sum", operation.inputs),
  softmax: softmax("Softmax"),
  log_softmax: softmax("LogSoftmax"),
  SoftmaxOutput: (operation) => {
    const { attrs } = operation;
    const last = operation.shape(0).length - 1;
    classes(operation, attrs.bool("multi_output", false) ? 1 : attrs.bool("preserve_shape", false) ? last : null);
  },
  SoftmaxActivation: (operation) =>
    classes(operation, operation.attrs.text("mode", "instance") === "channel" ? 1 : null),
  Cast: (operation) => {
    const dtype = operation.attrs.text("dtype", "") as keyof typeof ELEMENT;
    const to = ELEMENT[dtype] ?? operation.attrs.fail(`dtype ${dtype} is not supported`);
    operation.out("Cast", [operation.in(0)], { to: BigInt(to) });
  },
});
