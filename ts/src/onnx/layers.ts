// Layers: what has parameters, and what goes with them.
import { longs, type Operation } from "./builder.ts";

export type Translation = (operation: Operation) => void;

/** Windows: kernel, strides, padding and dilation of as many dimensions as the kernel has. */
function windows({ attrs }: Operation): { kernel: number[]; stride: number[]; pads: number[]; dilate: number[] } {
  const kernel = attrs.ints("kernel") ?? attrs.fail("it has no kernel");
  const filled = (name: string, preset: number): number[] => attrs.ints(name) ?? kernel.map(() => preset);
  const pad = filled("pad", 0);
  return { kernel, stride: filled("stride", 1), pads: [...pad, ...pad], dilate: filled("dilate", 1) };
}

function channelsFirst({ attrs }: Operation): void {
  const layout = attrs.text("layout", "None");
  if (layout !== "None" && !layout.startsWith("NC")) attrs.fail(`layout ${layout} is not supported`);
}

function convolution(operation: Operation): void {
  channelsFirst(operation);
  const { attrs, inputs } = operation;
  const { kernel, stride, pads, dilate } = windows(operation);
  operation.out("Conv", inputs.slice(0, attrs.bool("no_bias", false) ? 2 : 3), {
    kernel_shape: longs(kernel),
    strides: longs(stride),
    pads: longs(pads),
    dilations: longs(dilate),
    group: BigInt(attrs.number("num_group", 1)),
  });
}

function deconvolution(operation: Operation): void {
  channelsFirst(operation);
  const { attrs, inputs } = operation;
  if (attrs.ints("target_shape")?.some((size) => size > 0)) attrs.fail("target_shape is not supported");
  const { kernel, stride, pads, dilate } = windows(operation);
  operation.out("ConvTranspose", inputs.slice(0, attrs.bool("no_bias", true) ? 2 : 3), {
    kernel_shape: longs(kernel),
    strides: longs(stride),
    pads: longs(pads),
    dilations: longs(dilate),
    output_padding: longs(attrs.ints("adj") ?? kernel.map(() => 0)),
    group: BigInt(attrs.number("num_group", 1)),
  });
}

function fullyConnected(operation: Operation): void {
  const { attrs } = operation;
  const bias = attrs.bool("no_bias", false) ? [] : [operation.in(2)];
  if (attrs.bool("flatten", true)) {
    const flat =
      operation.shape(0).length === 2 ? operation.in(0) : operation.add("Flatten", [operation.in(0)], { axis: 1n });
    operation.out("Gemm", [flat, operation.in(1), ...bias], { transB: 1n });
    return;
  }
  const turned = operation.add("Transpose", [operation.in(1)], { perm: [1n, 0n] });
  if (bias.length === 0) operation.out("MatMul", [operation.in(0), turned]);
  else operation.out("Add", [operation.add("MatMul", [operation.in(0), turned]), ...bias]);
}

function batchNorm(operation: Operation): void {
  const { attrs } = operation;
  if (operation.axis("axis", 1) !== 1) attrs.fail("an axis other than 1 is not supported");
  const channels = operation.shape(0)[1] as number;
  const gamma = attrs.bool("fix_gamma", true)
    ? operation.build.floats(Array<number>(channels).fill(1))
    : operation.in(1);
  operation.out("BatchNormalization", [operation.in(0), gamma, operation.in(2), operation.in(3), operation.in(4)], {
    epsilon: attrs.number("eps", 1e-3),
  });
}

function pooling(operation: Operation): void {
  channelsFirst(operation);
  const { attrs } = operation;
  const kind = attrs.text("pool_type", "max");
  if (!["max", "avg", "lp"].includes(kind)) attrs.fail(`pool_type ${kind} is not supported`);
  const p = kind === "lp" ? { p: BigInt(attrs.number("p_value", 2)) } : {};
  if (attrs.bool("global_pool", false)) {
    const name = { max: "GlobalMaxPool", avg: "GlobalAveragePool", lp: "GlobalLpPool" }[kind] as string;
    operation.out(name, [operation.in(0)], p);
    return;
  }
  const convention = attrs.text("pooling_convention", "valid");
  if (!["valid", "full"].includes(convention)) attrs.fail(`pooling_convention ${convention} is not supported`);
  if (kind === "lp" && convention === "full") attrs.fail("pooling_convention full is not supported for lp");
  const { kernel, stride, pads } = windows(operation);
  operation.out({ max: "MaxPool", avg: "AveragePool", lp: "LpPool" }[kind] as string, [operation.in(0)], {
    kernel_shape: longs(kernel),
    strides: longs(stride),
    pads: longs(pads),
    ceil_mode: convention === "full" ? 1n : undefined,
    count_include_pad: kind === "avg" ? (attrs.bool("count_include_pad", true) ? 1n : 0n) : undefined,
    ...p,
  });
}

const ACTIVATIONS: Readonly<Record<string, string>> = {
  relu: "Relu",
  sigmoid: "Sigmoid",
  tanh: "Tanh",
  softrelu: "Softplus",
  softsign: "Softsign",
};

function activation(operation: Operation): void {
  const kind = operation.attrs.text("act_type", "");
  operation.out(ACTIVATIONS[kind] ?? operation.attrs.fail(`act_type ${kind} is not supported`), [operation.in(0)]);
}

function leakyRelu(operation: Operation): void {
  const { attrs } = operation;
  const x = operation.in(0);
  const kind = attrs.text("act_type", "leaky");
  const slope = attrs.number("slope", 0.25);
  if (kind === "leaky") operation.out("LeakyRelu", [x], { alpha: slope });
  else if (kind === "elu") operation.out("Elu", [x], { alpha: slope });
  else if (kind === "selu") operation.out("Selu", [x]);
  else if (kind === "prelu") {
    // One slope for each channel, over all dimensions behind it.
    const ones = operation
      .shape(0)
      .slice(2)
      .map(() => 1);
    const shape = operation.build.ints([-1, ...ones]);
    operation.out("PRelu", [x, operation.add("Reshape", [operation.in(1), shape])]);
  } else if (kind === "gelu") {
    const { build } = operation;
    const erf = operation.add("Erf", [operation.add("Div", [x, build.floats(Math.SQRT2)])]);
    const part = operation.add("Mul", [operation.add("Add", [erf, build.floats(1)]), build.floats(0.5)]);
    operation.out("Mul", [x, part]);
  } else attrs.fail(`act_type ${kind} is not supported`);
}

function embedding(operation: Operation): void {
  const indices = operation.add("Cast", [operation.in(0)], { to: 7n });
  operation.out("Gather", [operation.in(1), indices], { axis: 0n });
}

function layerNorm(operation: Operation): void {
  const { attrs, build } = operation;
  const ndim = operation.shape(0).length;
  const axis = operation.axis("axis", -1);
  const axes = { axes: [BigInt(axis)], keepdims: 1n };
  const centred = operation.add("Sub", [operation.in(0), operation.add("ReduceMean", [operation.in(0)], axes)]);
  const variance = operation.add("ReduceMean", [operation.add("Mul", [centred, centred])], axes);
  const eps = build.floats(attrs.number("eps", 1e-5));
  const deviation = operation.add("Sqrt", [operation.add("Add", [variance, eps])]);
  const shape = build.ints(Array.from({ length: ndim - axis }, (_, i) => (i === 0 ? -1 : 1)));
  const [gamma, beta] = [1, 2].map((i) => operation.add("Reshape", [operation.in(i), shape])) as [string, string];
  const scaled = operation.add("Mul", [operation.add("Div", [centred, deviation]), gamma]);
  operation.out("Add", [scaled, beta]);
}

function l2Normalization(operation: Operation): void {
  const { attrs, build } = operation;
  const ndim = operation.shape(0).length;
  const mode = attrs.text("mode", "instance");
  const all = Array.from({ length: ndim - 1 }, (_, i) => i + 1);
  const axes =
    { instance: all, channel: [1], spatial: all.slice(1) }[mode] ?? attrs.fail(`mode ${mode} is not supported`);
  const squares = operation.add("Mul", [operation.in(0), operation.in(0)]);
  const sum = operation.add("ReduceSum", [squares, build.ints(axes)], { keepdims: 1n });
  const norm = operation.add("Sqrt", [operation.add("Add", [sum, build.floats(attrs.number("eps", 1e-10))])]);
  operation.out("Div", [operation.in(0), norm]);
}

function upSampling(operation: Operation): void {
  const { attrs, build, inputs } = operation;
  const kind = attrs.text("sample_type", "");
  if (kind !== "nearest" || inputs.length !== 1) attrs.fail("only nearest samples of one input are supported");
  const scale = attrs.number("scale", 1);
  operation.out("Resize", [operation.in(0), "", build.floats([1, 1, scale, scale])], {
    mode: "nearest",
    coordinate_transformation_mode: "asymmetric",
    nearest_mode: "floor",
  });
}

/** Layers by MXNet's names. */
export const LAYERS: Readonly<Record<string, Translation>> = {
  Convolution: convolution,
  Deconvolution: deconvolution,
  FullyConnected: fullyConnected,
  BatchNorm: batchNorm,
  Pooling: pooling,
  Activation: activation,
  LeakyReLU: leakyRelu,
  Embedding: embedding,
  LayerNorm: layerNorm,
  InstanceNorm: (operation) =>
    operation.out("InstanceNormalization", operation.inputs, { epsilon: operation.attrs.number("eps", 1e-3) }),
  L2Normalization: l2Normalization,
  LRN: (operation) =>
    operation.out("LRN", [operation.in(0)], {
      alpha: operation.attrs.number("alpha", 1e-4),
      beta: operation.attrs.number("beta", 0.75),
      bias: operation.attrs.number("knorm", 2),
      size: BigInt(operation.attrs.number("nsize", 0)),
    }),
  UpSampling: upSampling,
  ROIPooling: (operation) =>
    operation.out("MaxRoiPool", operation.inputs, {
      pooled_shape: longs(operation.attrs.ints("pooled_size") ?? []),
      spatial_scale: operation.attrs.number("spatial_scale", 1),
    }),
};
