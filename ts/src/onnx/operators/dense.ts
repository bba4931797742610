// Products of matrices.
import type { Builder, Value } from "../builder.ts";
import { type Layer, product, range, type Translations } from "../layer.ts";

/** Swaps the last two axes where an attribute says so. */
function maybeTransposed(layer: Layer, graph: Builder, i: number, attr: string): Value {
  const rank = layer.rank(i);
  if (!layer.attrs.bool(attr)) return layer.input(i);
  return graph.transpose(layer.input(i), [...range(rank - 2), rank - 1, rank - 2]);
}

function fullyConnected(layer: Layer, graph: Builder): Value {
  const [x, weight, bias] = [layer.input(), layer.input(1), layer.inputs[2]];
  const rank = layer.rank();
  if (layer.attrs.bool("flatten") || rank === 2) {
    const flat = rank === 2 ? x : graph.call("Flatten", [x], { axis: 1 });
    return graph.call("Gemm", bias ? [flat, weight, bias] : [flat, weight], { transB: 1 });
  }
  const y = graph.call("MatMul", [x, graph.transpose(weight, [1, 0])]);
  return bias ? graph.call("Add", [y, bias]) : y;
}

/** Sums over the last axis of one and the first of the other; or over the first and the last, as attributes say. */
function dot(layer: Layer, graph: Builder): Value {
  const side = (i: number, first: boolean): Value => {
    const shape = layer.shape(i);
    const summed = (first ? shape[0] : shape.at(-1)) as number;
    const other = product(shape) / summed;
    const x =
      shape.length === 2 ? layer.input(i) : graph.reshape(layer.input(i), first ? [summed, other] : [other, summed]);
    return first === (i === 0) ? graph.transpose(x, [1, 0]) : x;
  };
  const y = graph.call("MatMul", [side(0, layer.attrs.bool("transpose_a")), side(1, !layer.attrs.bool("transpose_b"))]);
  return layer.rank() === 2 && layer.rank(1) === 2 ? y : graph.reshape(y, layer.outShape());
}

const batchDot = (layer: Layer, graph: Builder): Value =>
  graph.call("MatMul", [
    maybeTransposed(layer, graph, 0, "transpose_a"),
    maybeTransposed(layer, graph, 1, "transpose_b"),
  ]);

/** A value times an attribute. */
function scaled(layer: Layer, graph: Builder, x: Value, attr: string): Value {
  const factor = layer.attrs.number(attr) ?? 1;
  return factor === 1 ? x : graph.call("Mul", [x, graph.number(factor, layer.dtype())]);
}

/** The product by alpha, and the third matrix by beta if there is one. */
function gemm(layer: Layer, graph: Builder): Value {
  if (layer.int("axis") !== -2) throw layer.refuse(`axis ${layer.int("axis")} has no counterpart`);
  const y = scaled(layer, graph, batchDot(layer, graph), "alpha");
  return layer.op === "_linalg_gemm" ? graph.call("Add", [y, scaled(layer, graph, layer.input(2), "beta")]) : y;
}

export const products = (): Translations => ({
  FullyConnected: fullyConnected,
  dot,
  batch_dot: batchDot,
  _linalg_gemm: gemm,
  _linalg_gemm2: gemm,
});
