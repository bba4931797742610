// Values taken by their places.
import type { Builder, Value } from "../builder.ts";
import { type Layer, product, range, type Translations } from "../layer.ts";

/** Places as ONNX wants them, inside of the axis as MXNet's mode says. */
function places(layer: Layer, graph: Builder, i: number, size: number, mode = layer.attrs.text("mode")): Value {
  const whole = graph.convert(layer.input(i), layer.dtype(i), "int64");
  if (mode === "wrap") return graph.call("Mod", [whole, graph.number(size, "int64")]);
  return graph.call("Clip", [whole, graph.number(0, "int64"), graph.number(size - 1, "int64")]);
}

function take(layer: Layer, graph: Builder): Value {
  const axis = layer.axis();
  return graph.call("Gather", [layer.input(), places(layer, graph, 1, layer.shape()[axis] as number)], { axis });
}

function pick(layer: Layer, graph: Builder): Value {
  const all = layer.attrs.text("axis") === null;
  const shape = all ? [product(layer.shape())] : layer.shape();
  const axis = all ? 0 : layer.axis();
  const x = all ? graph.reshape(layer.input(), shape) : layer.input();
  const index = graph.reshape(
    places(layer, graph, 1, shape[axis] as number),
    shape.map((size, i) => (i === axis ? 1 : size)),
  );
  return graph.reshape(graph.call("GatherElements", [x, index], { axis }), layer.outShape());
}

function oneHot(layer: Layer, graph: Builder): Value {
  const values = [layer.attrs.number("off_value") ?? 0, layer.attrs.number("on_value") ?? 1];
  const depth = graph.number(layer.int("depth"), "int64");
  const index = graph.convert(layer.input(), layer.dtype(), "int64");
  // Negative places, which ONNX counts from the end, are outside.
  const isBefore = graph.call("Less", [index, graph.number(0, "int64")]);
  const inside = graph.call("Where", [isBefore, depth, index]);
  // Runtimes have it for few types.
  const y = graph.call("OneHot", [inside, depth, graph.constant(values, "float32")]);
  return graph.convert(y, "float32", layer.outDtype());
}

/** MXNet has the coordinates along the first axis of the places, ONNX along the last. */
function gatherNd(layer: Layer, graph: Builder): Value {
  const rank = layer.rank(1);
  const index = graph.convert(layer.input(1), layer.dtype(1), "int64");
  return graph.call("GatherND", [layer.input(), graph.transpose(index, [...range(rank, 1), 0])]);
}

function where(layer: Layer, graph: Builder): Value {
  let condition = graph.cast(layer.input(), "bool");
  // A list chooses whole rows.
  if (layer.rank() < layer.rank(1)) {
    condition = graph.reshape(condition, [
      -1,
      ...layer
        .shape(1)
        .slice(1)
        .map(() => 1),
    ]);
  }
  return graph.call("Where", [condition, layer.input(1), layer.input(2)]);
}

export const indexing = (): Translations => ({
  Embedding: (layer, graph) =>
    graph.call("Gather", [layer.input(1), places(layer, graph, 0, layer.int("input_dim"), "clip")], { axis: 0 }),
  take,
  pick,
  one_hot: oneHot,
  gather_nd: gatherNd,
  where,
});
