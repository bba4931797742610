// Sums, means and the like along axes, and what orders values.
import type { Builder, Value } from "../builder.ts";
import { type Layer, range, type Translation, type Translations, wide } from "../layer.ts";

/** The axes that are reduced; none given are all. */
function axesOf(layer: Layer): number[] {
  const rank = layer.rank();
  const given = layer.attrs.numbers("axis").map((axis) => (axis < 0 ? axis + rank : axis));
  const axes = given.length > 0 ? given : range(rank);
  return layer.attrs.bool("exclude") ? range(rank).filter((axis) => !axes.includes(axis)) : axes;
}

/** Without axes, ONNX has one number where MXNet has a list of one. */
const shaped = (layer: Layer, graph: Builder, y: Value, rank: number): Value =>
  rank === 0 ? graph.reshape(y, layer.outShape()) : y;

const reduction =
  (op: string | ((layer: Layer) => string)): Translation =>
  (layer, graph) => {
    const axes = axesOf(layer);
    if (axes.length === 0) return layer.input();
    const keepdims = layer.attrs.bool("keepdims") ? 1 : 0;
    const [type, out] = [wide(layer.dtype()), layer.outDtype()];
    const x = graph.convert(layer.input(), layer.dtype(), type);
    const y = graph.convert(graph.reduce(typeof op === "string" ? op : op(layer), x, axes, keepdims), type, out);
    return shaped(layer, graph, y, keepdims ? layer.rank() : layer.rank() - axes.length);
  };

/** The input along one axis; all of it in a row where none is given. */
function row(layer: Layer, graph: Builder): { x: Value; axis: number; size: number; rank: number } {
  if (layer.attrs.text("axis") === null) {
    const size = layer.shape().reduce((n, d) => n * d, 1);
    return { x: graph.reshape(layer.input(), [size]), axis: 0, size, rank: 1 };
  }
  const axis = layer.axis();
  return { x: layer.input(), axis, size: layer.shape()[axis] as number, rank: layer.rank() };
}

const extreme =
  (op: string): Translation =>
  (layer, graph) => {
    const { x, axis, rank } = row(layer, graph);
    const keepdims = layer.attrs.bool("keepdims") ? 1 : 0;
    const y = graph.cast(graph.call(op, [x], { axis, keepdims }), layer.outDtype());
    return rank === layer.rank() && rank - 1 + keepdims > 0 ? y : graph.reshape(y, layer.outShape());
  };

/** The first values in order, and where they are. */
function ordered(layer: Layer, graph: Builder, count: (size: number) => number): [values: Value, places: Value] {
  const { x, axis, size } = row(layer, graph);
  const largest = layer.attrs.bool("is_ascend") ? 0 : 1;
  const attrs = { axis, largest, sorted: 1 };
  return graph.calls("TopK", [x, graph.ints([count(size)])], 2, attrs) as [Value, Value];
}

function topk(layer: Layer, graph: Builder): Value | Value[] {
  const k = layer.int("k");
  const kind = layer.attrs.text("ret_typ");
  if (kind === "mask") throw layer.refuse("ret_typ mask has no translation to ONNX");
  const [values, places] = ordered(layer, graph, (size) => (k < 1 ? size : k));
  if (kind === "value") return values;
  if (kind === "both") return [values, graph.cast(places, layer.outDtype(1))];
  return graph.cast(places, layer.outDtype());
}

function cumulativeSum(layer: Layer, graph: Builder): Value {
  const { x, axis } = row(layer, graph);
  const type = layer.outDtype() === "float16" ? "float32" : wide(layer.outDtype());
  const y = graph.call("CumSum", [graph.convert(x, layer.dtype(), type), graph.number(axis, "int64")]);
  return graph.convert(y, type, layer.outDtype());
}

export const reductions = (): Translations => ({
  sum: reduction("ReduceSum"),
  mean: reduction("ReduceMean"),
  prod: reduction("ReduceProd"),
  max: reduction("ReduceMax"),
  min: reduction("ReduceMin"),
  norm: reduction((layer) => (layer.int("ord") === 1 ? "ReduceL1" : "ReduceL2")),
  _np_cumsum: cumulativeSum,
  argmax: extreme("ArgMax"),
  argmin: extreme("ArgMin"),
  argmax_channel: (layer, graph) =>
    graph.cast(graph.call("ArgMax", [layer.input()], { axis: 1, keepdims: 0 }), layer.outDtype()),
  topk,
  sort: (layer, graph) => ordered(layer, graph, (size) => size)[0],
  argsort: (layer, graph) => graph.cast(ordered(layer, graph, (size) => size)[1], layer.outDtype()),
});
