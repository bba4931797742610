// Activations, softmax and the outputs of networks.
import type { Builder, Value } from "../builder.ts";
import { type Layer, product, type Translations } from "../layer.ts";
import type { OnnxAttrs } from "../model.ts";

const identity = (layer: Layer): Value => layer.input();

/** An operator of the same meaning. */
const same =
  (op: string) =>
  (layer: Layer, graph: Builder): Value =>
    graph.call(op, [layer.input()]);

const ACTIVATIONS: Readonly<Record<string, string>> = {
  relu: "Relu",
  sigmoid: "Sigmoid",
  tanh: "Tanh",
  softrelu: "Softplus",
  softsign: "Softsign",
};

function activation(layer: Layer, graph: Builder): Value {
  const kind = layer.attrs.text("act_type");
  const op = ACTIVATIONS[kind ?? ""];
  if (!op) throw layer.refuse(`act_type ${kind} has no translation to ONNX`);
  return graph.call(op, [layer.input()]);
}

function leakyRelu(layer: Layer, graph: Builder): Value {
  const number = (name: string): number => layer.attrs.number(name) as number;
  const [x, dtype] = [layer.input(), layer.dtype()];
  const kind = layer.attrs.text("act_type");
  switch (kind) {
    case "leaky":
      return graph.call("LeakyRelu", [x], { alpha: { float: number("slope") } });
    case "rrelu":
      // Slopes are random while training; else their mean is taken.
      return graph.call("LeakyRelu", [x], { alpha: { float: (number("lower_bound") + number("upper_bound")) / 2 } });
    case "elu":
      return graph.call("Elu", [x], { alpha: { float: number("slope") } });
    case "selu":
      return graph.call("Selu", [x]);
    case "prelu": {
      const slopes = layer.shape(1);
      const wide = layer.rank() > 2 && slopes.length === 1;
      const gamma = wide
        ? graph.reshape(layer.input(1), [
            -1,
            ...layer
              .shape()
              .slice(2)
              .map(() => 1),
          ])
        : layer.input(1);
      return graph.call("PRelu", [x, gamma]);
    }
    case "gelu": {
      const part = graph.call("Erf", [graph.call("Mul", [x, graph.number(Math.SQRT1_2, dtype)])]);
      const half = graph.call("Mul", [x, graph.number(0.5, dtype)]);
      return graph.call("Mul", [half, graph.call("Add", [part, graph.number(1, dtype)])]);
    }
    default:
      throw layer.refuse(`act_type ${kind} has no translation to ONNX`);
  }
}

/** Softmax along an axis, of what is divided by the temperature. */
const softmax =
  (op: "Softmax" | "LogSoftmax", negative = false) =>
  (layer: Layer, graph: Builder): Value => {
    if (layer.attrs.bool("use_length")) throw layer.refuse("lengths have no translation to ONNX");
    const temperature = (layer.attrs.number("temperature") ?? 1) * (negative ? -1 : 1);
    let x = layer.input();
    if (temperature !== 1) x = graph.call("Div", [x, graph.number(temperature, layer.dtype())]);
    const y = graph.call(op, [x], { axis: layer.int("axis") });
    return graph.convert(y, layer.dtype(), layer.outDtype());
  };

/** Softmax over all but the first axis together. */
function flatSoftmax(layer: Layer, graph: Builder): Value {
  const shape = layer.shape();
  if (shape.length === 2) return graph.call("Softmax", [layer.input()], { axis: 1 });
  const flat = graph.reshape(layer.input(), [shape[0] as number, product(shape.slice(1))]);
  return graph.reshape(graph.call("Softmax", [flat], { axis: 1 }), shape);
}

/** Softmax whose attributes say along which axis. */
const softmaxWhere =
  (axisOf: (layer: Layer) => number | null) =>
  (layer: Layer, graph: Builder): Value => {
    const axis = axisOf(layer);
    return axis === null ? flatSoftmax(layer, graph) : graph.call("Softmax", [layer.input()], { axis });
  };

function dropout(layer: Layer, graph: Builder): Value {
  if (layer.attrs.text("mode") === "always") throw layer.refuse("mode always has no translation to ONNX");
  return graph.call("Dropout", [layer.input(), graph.number(layer.attrs.number("p") as number, "float32")]);
}

function hardSigmoid(layer: Layer, graph: Builder): Value {
  const attrs: OnnxAttrs = {
    alpha: { float: layer.attrs.number("alpha") as number },
    beta: { float: layer.attrs.number("beta") as number },
  };
  return graph.call("HardSigmoid", [layer.input()], attrs);
}

export const activations = (): Translations => ({
  Activation: activation,
  LeakyReLU: leakyRelu,
  hard_sigmoid: hardSigmoid,
  softmax: softmax("Softmax"),
  softmin: softmax("Softmax", true),
  log_softmax: softmax("LogSoftmax"),
  SoftmaxOutput: softmaxWhere(({ attrs }) =>
    attrs.bool("multi_output") ? 1 : attrs.bool("preserve_shape") ? -1 : null,
  ),
  SoftmaxActivation: softmaxWhere(({ attrs }) => (attrs.text("mode") === "channel" ? 1 : -1)),
  Dropout: dropout,
  LinearRegressionOutput: identity,
  MAERegressionOutput: identity,
  LogisticRegressionOutput: same("Sigmoid"),
  SVMOutput: identity,
  MakeLoss: identity,
  make_loss: identity,
  BlockGrad: identity,
  _copy: identity,
  _identity_with_attr_like_rhs: identity,
});
