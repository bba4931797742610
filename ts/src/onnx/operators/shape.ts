// Operators that move values: shapes, axes, parts, joins.
import type { Builder, Value } from "../builder.ts";
import { type Layer, product, range, type Translations } from "../layer.ts";

/** A place after every last one, and one before every first one. */
const [END, START] = [2 ** 31 - 1, -(2 ** 31)];

/** The value in the shape that is inferred for the output. */
const toOutShape = (layer: Layer, graph: Builder): Value => graph.reshape(layer.input(), layer.outShape());

function reshape(layer: Layer, graph: Builder): Value {
  const codes = layer.attrs.numbers("shape");
  // 0 and -1 mean the same in ONNX; the other codes, and reading from the end, are worked out here.
  const isPlain = codes.length > 0 && codes.every((code) => code >= -1) && !layer.attrs.bool("reverse");
  return isPlain ? graph.reshape(layer.input(), codes) : toOutShape(layer, graph);
}

function transpose(layer: Layer, graph: Builder): Value {
  const axes = layer.attrs.numbers("axes");
  const rank = layer.rank();
  const perm = axes.length > 0 ? axes.map((axis) => (axis < 0 ? axis + rank : axis)) : range(rank).reverse();
  return graph.transpose(layer.input(), perm);
}

function swapAxes(layer: Layer, graph: Builder): Value {
  const [a, b] = [layer.axis("dim1"), layer.axis("dim2")];
  return graph.transpose(
    layer.input(),
    range(layer.rank()).map((i) => (i === a ? b : i === b ? a : i)),
  );
}

function squeeze(layer: Layer, graph: Builder): Value {
  const axes = layer.attrs.numbers("axis");
  const out = layer.outShape();
  // With no axes at all left, MXNet keeps one.
  return axes.length === 0 || layer.rank() - axes.length < out.length
    ? graph.reshape(layer.input(), out)
    : graph.squeeze(layer.input(), axes);
}

function slice(layer: Layer, graph: Builder): Value {
  const [begins, ends, steps] = ["begin", "end", "step"].map((name) => layer.attrs.optionals(name)) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  const parts = range(Math.max(begins.length, ends.length)).map((axis) => {
    const step = steps[axis] ?? 1;
    return { axis, begin: begins[axis] ?? (step < 0 ? END : 0), end: ends[axis] ?? (step < 0 ? START : END), step };
  });
  return graph.slice(layer.input(), parts);
}

function sliceAxis(layer: Layer, graph: Builder): Value {
  const end = layer.attrs.number("end") ?? END;
  return graph.slice(layer.input(), [{ axis: layer.axis(), begin: layer.attrs.number("begin") ?? 0, end }]);
}

function sliceLike(layer: Layer, graph: Builder): Value {
  const [rank, like] = [layer.rank(), layer.shape(1)];
  const axes = layer.attrs.numbers("axes").map((axis) => (axis < 0 ? axis + rank : axis));
  const cutAxes = axes.length > 0 ? axes : range(rank);
  return graph.slice(
    layer.input(),
    cutAxes.map((axis) => ({ axis, begin: 0, end: like[axis] as number })),
  );
}

function reverse(layer: Layer, graph: Builder): Value {
  const axes = layer.attrs.numbers("axis");
  return graph.slice(
    layer.input(),
    axes.map((axis) => ({ axis, begin: END, end: START, step: -1 })),
  );
}

function split(layer: Layer, graph: Builder): Value[] {
  const axis = layer.axis();
  const squeezed = layer.attrs.bool("squeeze_axis");
  const sizes = range(layer.outputs).map((i) => (squeezed ? 1 : (layer.outShape(i)[axis] as number)));
  const parts = graph.calls("Split", [layer.input(), graph.ints(sizes)], sizes.length, { axis });
  return squeezed ? parts.map((part) => graph.squeeze(part, [axis])) : parts;
}

function stack(layer: Layer, graph: Builder): Value {
  const axis = layer.axis("axis", layer.rank() + 1);
  return graph.call(
    "Concat",
    layer.inputs.map((x) => graph.unsqueeze(x, [axis])),
    { axis },
  );
}

function tile(layer: Layer, graph: Builder): Value {
  const reps = layer.attrs.numbers("reps");
  const ones = (count: number): number[] => Array<number>(Math.max(0, count)).fill(1);
  const shape = [...ones(reps.length - layer.rank()), ...layer.shape()];
  const x = reps.length > layer.rank() ? graph.reshape(layer.input(), shape) : layer.input();
  return graph.call("Tile", [x, graph.ints([...ones(layer.rank() - reps.length), ...reps])]);
}

function repeat(layer: Layer, graph: Builder): Value {
  const all = layer.attrs.text("axis") === null;
  const axis = all ? 0 : layer.axis();
  const shape = all ? [product(layer.shape())] : layer.shape();
  const apart = [...shape.slice(0, axis + 1), 1, ...shape.slice(axis + 1)];
  const reps = apart.map((_, i) => (i === axis + 1 ? layer.int("repeats") : 1));
  return graph.reshape(graph.call("Tile", [graph.reshape(layer.input(), apart), graph.ints(reps)]), layer.outShape());
}

function pad(layer: Layer, graph: Builder): Value {
  const widths = layer.attrs.numbers("pad_width");
  const pads = [...widths.filter((_, i) => i % 2 === 0), ...widths.filter((_, i) => i % 2 === 1)];
  const value = graph.number(layer.attrs.number("constant_value") ?? 0, layer.dtype());
  return graph.call("Pad", [layer.input(), graph.ints(pads), value], { mode: layer.attrs.text("mode") ?? "constant" });
}

/** Bilinear interpolation is, in MXNet, a deconvolution of each channel by itself, whose weights are an input. */
function smoothUpSampling(layer: Layer, graph: Builder): Value {
  const scale = layer.int("scale");
  const pad = Math.ceil((scale - 1) / 2);
  return graph.call("ConvTranspose", [layer.input(), layer.input(1)], {
    kernel_shape: layer.shape(1).slice(2),
    strides: [scale, scale],
    pads: [pad, pad, pad, pad],
    group: layer.shape()[1] as number,
  });
}

function upSampling(layer: Layer, graph: Builder): Value {
  if (layer.attrs.text("sample_type") === "bilinear") return smoothUpSampling(layer, graph);
  const [height, width] = layer.outShape().slice(2) as [number, number];
  const large = layer.inputs.map((x, i) => {
    const [, , h, w] = layer.shape(i) as [number, number, number, number];
    const scales = graph.constant([1, 1, height / h, width / w], "float32");
    return graph.call("Resize", [x, null, scales], {
      mode: "nearest",
      coordinate_transformation_mode: "asymmetric",
      nearest_mode: "floor",
    });
  });
  if (large.length === 1) return large[0] as Value;
  return layer.attrs.text("multi_input_mode") === "sum"
    ? graph.call("Sum", large)
    : graph.call("Concat", large, { axis: 1 });
}

function crop(layer: Layer, graph: Builder): Value {
  const [from, to] = [layer.shape(), layer.outShape()];
  const offset = layer.attrs.numbers("offset");
  const begin = (i: number): number =>
    layer.attrs.bool("center_crop") ? Math.floor((from[i]! - to[i]!) / 2) : (offset[i - 2] ?? 0);
  return graph.slice(
    layer.input(),
    [2, 3].map((axis) => ({ axis, begin: begin(axis), end: begin(axis) + to[axis]! })),
  );
}

/** One number everywhere. */
const filled =
  (value: (layer: Layer) => number) =>
  (layer: Layer, graph: Builder): Value =>
    graph.call("Expand", [graph.number(value(layer), layer.outDtype()), graph.ints(layer.outShape())]);

function arange(layer: Layer, graph: Builder): Value {
  // One bound alone is the end.
  const start = layer.attrs.number("stop") === null ? 0 : (layer.attrs.number("start") ?? 0);
  const step = layer.attrs.number("step") ?? 1;
  const count = product(layer.outShape());
  if (count > 1 << 24) throw layer.refuse(`a list of ${count} numbers is too long to be stored`);
  const values = range(count).map((i) => start + step * Math.floor(i / layer.int("repeat")));
  return graph.constant(values, layer.outDtype());
}

const expand = (layer: Layer, graph: Builder): Value =>
  graph.call("Expand", [layer.input(), graph.ints(layer.outShape())]);

const blocks =
  (op: string) =>
  (layer: Layer, graph: Builder): Value =>
    graph.call(op, [layer.input()], { blocksize: layer.int("block_size") });

export const shapes = (): Translations => ({
  Reshape: reshape,
  reshape_like: toOutShape,
  Flatten: (layer, graph) => graph.call("Flatten", [layer.input()], { axis: 1 }),
  expand_dims: (layer, graph) => graph.unsqueeze(layer.input(), [layer.int("axis")]),
  squeeze,
  transpose,
  SwapAxis: swapAxes,
  broadcast_to: expand,
  broadcast_axis: expand,
  broadcast_like: expand,
  slice,
  slice_axis: sliceAxis,
  slice_like: sliceLike,
  reverse,
  Concat: (layer, graph) => graph.call("Concat", layer.inputs, { axis: layer.axis("dim") }),
  stack,
  SliceChannel: split,
  _split_v2: split,
  tile,
  repeat,
  Pad: pad,
  Crop: crop,
  UpSampling: upSampling,
  depth_to_space: blocks("DepthToSpace"),
  space_to_depth: blocks("SpaceToDepth"),
  _zeros: filled(() => 0),
  _ones: filled(() => 1),
  _full: filled((layer) => layer.attrs.number("value") ?? 0),
  zeros_like: filled(() => 0),
  ones_like: filled(() => 1),
  _arange: arange,
  shape_array: (layer, graph) => graph.ints(layer.shape()),
  size_array: (layer, graph) => graph.ints([product(layer.shape())]),
});
