// Normalizations.
import type { Builder, Value } from "../builder.ts";
import { type Layer, range, type Translation, type Translations } from "../layer.ts";

const epsilon = (layer: Layer): { epsilon: { float: number } } => ({
  epsilon: { float: layer.attrs.number("eps") as number },
});

/** A shape of ones that has its size along one axis. */
const along = (rank: number, axis: number, size: number): number[] => range(rank).map((i) => (i === axis ? size : 1));

function batchNorm(layer: Layer, graph: Builder): Value {
  const [axis, rank, dtype] = [layer.axis(), layer.rank(), layer.dtype()];
  const channels = layer.shape()[axis] as number;
  const parameters = [1, 2, 3, 4].map((i) =>
    i === 1 && layer.attrs.bool("fix_gamma")
      ? graph.repeated(1, channels, dtype)
      : graph.convert(layer.input(i), layer.dtype(i), dtype),
  );
  // Swapping two axes undoes itself.
  const perm = range(rank).map((i) => (i === 1 ? axis : i === axis ? 1 : i));
  const y = graph.call("BatchNormalization", [graph.transpose(layer.input(), perm), ...parameters], {
    ...epsilon(layer),
    momentum: { float: layer.attrs.number("momentum") as number },
  });
  return graph.transpose(y, perm);
}

/** Batch normalization of an axis that is always the second. */
const secondAxisNorm: Translation = (layer, graph) => {
  const parameters = range(5, 1).map((i) => layer.input(i));
  if (layer.attrs.bool("fix_gamma")) parameters[0] = graph.repeated(1, layer.shape()[1] as number, layer.dtype());
  return graph.call("BatchNormalization", [layer.input(), ...parameters], epsilon(layer));
};

/** The values by their root mean square, or root of the sum of squares, along axes. */
function byRoot(
  layer: Layer,
  graph: Builder,
  x: Value,
  op: "ReduceSum" | "ReduceMean",
  axes: readonly number[],
): Value {
  const squares = graph.reduce(op, graph.call("Mul", [x, x]), axes);
  const eps = graph.number(layer.attrs.number("eps") as number, layer.dtype());
  return graph.call("Div", [x, graph.call("Sqrt", [graph.call("Add", [squares, eps])])]);
}

/** Times gamma, plus beta: one each for every place along an axis. */
function affine(layer: Layer, graph: Builder, x: Value, axis: number): Value {
  const rank = layer.rank();
  const [gamma, beta] = [1, 2].map((i) =>
    axis === rank - 1 ? layer.input(i) : graph.reshape(layer.input(i), along(rank, axis, -1)),
  ) as [Value, Value];
  return graph.call("Add", [graph.call("Mul", [x, gamma]), beta]);
}

function layerNorm(layer: Layer, graph: Builder): Value {
  const axis = layer.axis();
  const centred = graph.call("Sub", [layer.input(), graph.reduce("ReduceMean", layer.input(), [axis])]);
  return affine(layer, graph, byRoot(layer, graph, centred, "ReduceMean", [axis]), axis);
}

function groupNorm(layer: Layer, graph: Builder): Value {
  const [shape, groups, dtype] = [layer.shape(), layer.int("num_groups"), layer.dtype()];
  const grouped = graph.reshape(layer.input(), [shape[0] as number, groups, -1]);
  const perGroup = layer.shape(1)[0] === groups;
  const [gamma, beta] = perGroup
    ? [layer.input(1), layer.input(2)]
    : [1, 0].map((value) => graph.repeated(value, groups, dtype));
  const y = graph.reshape(
    graph.call("InstanceNormalization", [grouped, gamma as Value, beta as Value], epsilon(layer)),
    shape,
  );
  return perGroup ? y : affine(layer, graph, y, 1);
}

function l2Normalization(layer: Layer, graph: Builder): Value {
  const rank = layer.rank();
  const axes = { instance: range(rank, 1), channel: [1], spatial: range(rank, 2) };
  return byRoot(layer, graph, layer.input(), "ReduceSum", axes[layer.attrs.text("mode") as keyof typeof axes]);
}

export const normalizations = (): Translations => ({
  BatchNorm: batchNorm,
  _contrib_BatchNormWithReLU: (layer, graph) => graph.call("Relu", [batchNorm(layer, graph)]),
  _contrib_SyncBatchNorm: secondAxisNorm,
  LayerNorm: layerNorm,
  GroupNorm: groupNorm,
  InstanceNorm: (layer, graph) =>
    graph.call("InstanceNormalization", [layer.input(), layer.input(1), layer.input(2)], epsilon(layer)),
  L2Normalization: l2Normalization,
  LRN: (layer, graph) =>
    graph.call("LRN", [layer.input()], {
      size: layer.int("nsize"),
      alpha: { float: layer.attrs.number("alpha") as number },
      beta: { float: layer.attrs.number("beta") as number },
      bias: { float: layer.attrs.number("knorm") as number },
    }),
});
