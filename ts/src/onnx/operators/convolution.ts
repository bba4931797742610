// What looks at windows of images: convolutions, poolings, interpolation.
import type { Builder, Value } from "../builder.ts";
import { type Layer, product, range, type Translations } from "../layer.ts";
import type { OnnxAttrs } from "../model.ts";

/** A list of one number for each axis of a window; the same everywhere by default. */
function perAxis(layer: Layer, name: string, axes: number, otherwise: number): number[] {
  const given = layer.attrs.numbers(name);
  return given.length > 0 ? given : Array<number>(axes).fill(otherwise);
}

const isChannelsLast = (layer: Layer): boolean => layer.attrs.text("layout")?.endsWith("C") ?? false;

/** Moves the last axis, of channels, behind the first. */
const toChannelsFirst = (rank: number): number[] => [0, rank - 1, ...range(rank - 1, 1)];
const toChannelsLast = (rank: number): number[] => [0, ...range(rank, 2), 1];

/** Runs what wants channels first on what has them where the layout says. */
function channelsFirst(layer: Layer, graph: Builder, run: (x: Value, order: (w: Value) => Value) => Value): Value {
  if (!isChannelsLast(layer)) return run(layer.input(), (w) => w);
  const rank = layer.rank();
  const order = (x: Value): Value => graph.transpose(x, toChannelsFirst(rank));
  return graph.transpose(run(order(layer.input()), order), toChannelsLast(rank));
}

/** The sizes of the window's axes. */
function spatial(layer: Layer, shape: readonly number[]): number[] {
  return isChannelsLast(layer) ? shape.slice(1, -1) : shape.slice(2);
}

function convolution(layer: Layer, graph: Builder): Value {
  const kernel = layer.attrs.numbers("kernel");
  const pad = perAxis(layer, "pad", kernel.length, 0);
  const attrs = {
    kernel_shape: kernel,
    strides: perAxis(layer, "stride", kernel.length, 1),
    dilations: perAxis(layer, "dilate", kernel.length, 1),
    pads: [...pad, ...pad],
    group: layer.int("num_group"),
  };
  return channelsFirst(layer, graph, (x, order) =>
    graph.call("Conv", [x, order(layer.input(1)), ...layer.inputs.slice(2, 3)], attrs),
  );
}

function deconvolution(layer: Layer, graph: Builder): Value {
  const kernel = layer.attrs.numbers("kernel");
  const strides = perAxis(layer, "stride", kernel.length, 1);
  const dilations = perAxis(layer, "dilate", kernel.length, 1);
  let pad = perAxis(layer, "pad", kernel.length, 0);
  let adj = perAxis(layer, "adj", kernel.length, 0);
  const target = layer.attrs.numbers("target_shape");
  if (target.some((size) => size !== 0)) {
    const sizes = spatial(layer, layer.shape());
    // What is computed besides the target is cut off evenly; the odd one is added at the end.
    const surplus = kernel.map(
      (k, i) => strides[i]! * (sizes[i]! - 1) + dilations[i]! * (k - 1) + 1 - (target[i] as number),
    );
    adj = surplus.map((n) => n % 2);
    pad = surplus.map((n) => Math.floor((n + 1) / 2));
  }
  const attrs = {
    kernel_shape: kernel,
    strides,
    dilations,
    pads: [...pad, ...pad],
    output_padding: adj,
    group: layer.int("num_group"),
  };
  return channelsFirst(layer, graph, (x, order) =>
    graph.call("ConvTranspose", [x, order(layer.input(1)), ...layer.inputs.slice(2, 3)], attrs),
  );
}

const GLOBAL: Readonly<Record<string, string>> = { max: "GlobalMaxPool", avg: "GlobalAveragePool", lp: "GlobalLpPool" };
const WINDOWED: Readonly<Record<string, string>> = {
  max: "MaxPool",
  avg: "AveragePool",
  sum: "AveragePool",
  lp: "LpPool",
};

function pooling(layer: Layer, graph: Builder): Value {
  const kind = layer.attrs.text("pool_type") ?? "max";
  const power: OnnxAttrs = kind === "lp" ? { p: layer.int("p_value") } : {};
  return channelsFirst(layer, graph, (x) => {
    const sizes = spatial(layer, layer.shape());
    const times = (mean: Value, count: number): Value => graph.call("Mul", [mean, graph.number(count, layer.dtype())]);
    if (layer.attrs.bool("global_pool")) {
      if (kind === "sum") return times(graph.call("GlobalAveragePool", [x]), product(sizes));
      return graph.call(GLOBAL[kind] as string, [x], power);
    }
    const kernel = layer.attrs.numbers("kernel");
    const strides = perAxis(layer, "stride", kernel.length, 1);
    const before = perAxis(layer, "pad", kernel.length, 0);
    const out = spatial(layer, layer.outShape());
    /** How far the last windows reach over the end of what is there. */
    const after = kernel.map((k, i) => Math.max(before[i]!, (out[i]! - 1) * strides[i]! + k - sizes[i]! - before[i]!));
    const reaches = after.some((n, i) => n > before[i]!);
    const attrs: OnnxAttrs = { kernel_shape: kernel, strides, ...power };
    const counts = kind === "sum" || (kind === "avg" && layer.attrs.text("count_include_pad") !== "False");
    if (kind === "avg" && counts && reaches) {
      // The mean of a window that reaches over the padding is that of the part inside it: a sum by a count.
      return average(layer, graph, x, { kernel, strides, before, after });
    }
    const pooled = graph.call(WINDOWED[kind] as string, [x], {
      ...attrs,
      pads: [...before, ...after],
      count_include_pad: counts ? 1 : undefined,
    });
    return kind === "sum" ? times(pooled, product(kernel)) : pooled;
  });
}

interface Windows {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Means of windows of which some reach over the padding: padding counts, what is beyond does not. */
function average(layer: Layer, graph: Builder, x: Value, { kernel, strides, before, after }: Windows): Value {
  const outside = [0, 0, ...before, 0, 0, ...before];
  const padded = graph.call("Pad", [x, graph.ints(outside), graph.number(0, layer.dtype())]);
  return graph.call("AveragePool", [padded], {
    kernel_shape: kernel,
    strides,
    pads: [...before.map(() => 0), ...after.map((n, i) => n - before[i]!)],
    count_include_pad: 0,
  });
}

/** Means of as many equal parts as the output has places. */
function adaptive(layer: Layer, graph: Builder): Value {
  const [from, to] = [layer.shape().slice(2), layer.outShape().slice(2)];
  if (to.every((size) => size === 1)) return graph.call("GlobalAveragePool", [layer.input()]);
  if (!from.every((size, i) => size % to[i]! === 0)) throw layer.refuse("the parts have several sizes");
  const kernel = from.map((size, i) => size / to[i]!);
  return graph.call("AveragePool", [layer.input()], { kernel_shape: kernel, strides: kernel });
}

/** Bilinear interpolation to a size, with corners on corners or not. */
function bilinearResize(layer: Layer, graph: Builder): Value {
  const corners = layer.attrs.bool("align_corners");
  return graph.call("Resize", [layer.input(), null, null, graph.ints(layer.outShape())], {
    mode: "linear",
    coordinate_transformation_mode: corners ? "align_corners" : "pytorch_half_pixel",
  });
}

export const convolutions = (): Translations => ({
  Convolution: convolution,
  Deconvolution: deconvolution,
  Pooling: pooling,
  _contrib_AdaptiveAvgPooling2D: adaptive,
  _contrib_BilinearResize2D: bilinearResize,
});
