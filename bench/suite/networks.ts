// Networks as plain lists, so that every contender builds the same.
import type { Inference, Training } from "./contract.ts";
import { product, values } from "./values.ts";

/** A layer of a network that is trained: convolutions and pooling without padding. */
export type Layer =
  | { readonly type: "conv"; readonly weight: readonly number[]; readonly relu: boolean }
  | { readonly type: "pool" }
  | { readonly type: "flatten" }
  | { readonly type: "dense"; readonly weight: readonly number[]; readonly relu: boolean };

const dense = (inputs: number, units: number, relu = true): Layer => ({ type: "dense", weight: [units, inputs], relu });
const conv = (channels: number, filters: number, kernel: number): Layer => ({
  type: "conv",
  weight: [filters, channels, kernel, kernel],
  relu: true,
});

/** The input of one example, and the layers. */
export const TRAINED: Readonly<
  Record<Training["network"], { readonly input: readonly number[]; readonly layers: readonly Layer[] }>
> = {
  mlp: { input: [784], layers: [dense(784, 128), dense(128, 64), dense(64, 10, false)] },
  lenet: {
    input: [1, 28, 28],
    layers: [
      conv(1, 20, 5),
      { type: "pool" },
      conv(20, 50, 5),
      { type: "pool" },
      { type: "flatten" },
      dense(800, 500),
      dense(500, 10, false),
    ],
  },
};

export const LEARNING_RATE = 0.01;
export const MOMENTUM = 0.9;
/** Steps whose losses are compared. */
export const STEPS = 3;

/** The batch, the labels, and the weight of every layer that has one; biases start at 0. */
export function trainingData({ network, batch }: Training): {
  input: readonly number[];
  x: Float32Array<ArrayBuffer>;
  labels: readonly number[];
  weights: readonly Float32Array<ArrayBuffer>[];
} {
  const { input, layers } = TRAINED[network];
  const shapes = layers.flatMap((layer) => ("weight" in layer ? [layer.weight] : []));
  const shape = [batch, ...input];
  return {
    input: shape,
    x: values(1, product(shape)),
    labels: Array.from({ length: batch }, (_, i) => i % 10),
    weights: shapes.map((s, i) => values(10 + i, product(s), Math.sqrt(3 / product(s.slice(1))))),
  };
}

/** A node of a network; `from` is the node it reads, -1 for the image. A convolution has a batch norm behind it. */
export type Node =
  | {
      readonly type: "conv";
      readonly from: number;
      readonly weight: readonly [filters: number, perGroup: number, kernel: number, kernel: number];
      readonly stride: number;
      readonly pad: number;
      readonly groups: number;
      readonly relu: boolean;
    }
  | {
      readonly type: "maxPool";
      readonly from: number;
      readonly kernel: number;
      readonly stride: number;
      readonly pad: number;
    }
  | { readonly type: "addRelu"; readonly from: number; readonly other: number }
  | { readonly type: "meanPool"; readonly from: number }
  | { readonly type: "dense"; readonly from: number; readonly weight: readonly [units: number, inputs: number] };

export type ConvNode = Extract<Node, { type: "conv" }>;

class Builder {
  readonly nodes: Node[] = [];
  channels = 3;

  /** The number of the newest node. */
  get last(): number {
    return this.nodes.length - 1;
  }

  conv(
    filters: number,
    kernel: number,
    stride: number,
    { depthwise = false, relu = true, from = this.last } = {},
  ): this {
    const groups = depthwise ? this.channels : 1;
    const weight = [filters, this.channels / groups, kernel, kernel] as const;
    this.nodes.push({ type: "conv", from, weight, stride, pad: kernel >> 1, groups, relu });
    this.channels = filters;
    return this;
  }

  head(): readonly Node[] {
    this.nodes.push({ type: "meanPool", from: this.last });
    this.nodes.push({ type: "dense", from: this.last, weight: [1000, this.channels] });
    return this.nodes;
  }
}

function mobilenet(): readonly Node[] {
  const net = new Builder().conv(32, 3, 2);
  const blocks: [filters: number, stride: number][] = [
    [64, 1],
    [128, 2],
    [128, 1],
    [256, 2],
    [256, 1],
    [512, 2],
    ...Array.from({ length: 5 }, (): [number, number] => [512, 1]),
    [1024, 2],
    [1024, 1],
  ];
  for (const [filters, stride] of blocks) net.conv(net.channels, 3, stride, { depthwise: true }).conv(filters, 1, 1);
  return net.head();
}

function resnet18(): readonly Node[] {
  const net = new Builder().conv(64, 7, 2);
  net.nodes.push({ type: "maxPool", from: net.last, kernel: 3, stride: 2, pad: 1 });
  for (const filters of [64, 64, 128, 128, 256, 256, 512, 512]) {
    const [input, channels] = [net.last, net.channels];
    const stride = filters === channels ? 1 : 2;
    const other = net.conv(filters, 3, stride).conv(filters, 3, 1, { relu: false }).last;
    let from = input;
    if (stride === 2) {
      net.channels = channels;
      from = net.conv(filters, 1, 2, { relu: false, from: input }).last;
    }
    net.nodes.push({ type: "addRelu", from, other });
  }
  return net.head();
}

export const NETWORKS: Readonly<Record<Inference["network"], () => readonly Node[]>> = { mobilenet, resnet18 };
export const IMAGE: readonly number[] = [1, 3, 224, 224];
export const EPSILON = 1e-5;

/** The image that goes through. */
export const image = (): Float32Array<ArrayBuffer> => values(1, product(IMAGE));

/** Weights of a convolution or dense layer that keep activations in range. */
export const weightOf = (node: Extract<Node, { weight: unknown }>, i: number): Float32Array<ArrayBuffer> =>
  values(100 + i, product(node.weight), Math.sqrt(6 / product(node.weight.slice(1))));

/** Parameters of the batch norm behind a convolution. */
export function normOf(
  node: ConvNode,
  i: number,
): Record<"gamma" | "beta" | "mean" | "variance", Float32Array<ArrayBuffer>> {
  const draw = (k: number, scale: number, offset: number) =>
    values(1000 + 10 * i + k, node.weight[0], scale).map((v) => v + offset);
  return { gamma: draw(0, 0.2, 0.8), beta: draw(1, 0.1, 0), mean: draw(2, 0.1, 0), variance: draw(3, 0.3, 1) };
}

/** Weight and bias with the batch norm in them: what deployed models of libraries without that step have. */
export function folded(
  node: ConvNode,
  i: number,
): { weight: Float32Array<ArrayBuffer>; bias: Float32Array<ArrayBuffer> } {
  const { gamma, beta, mean, variance } = normOf(node, i);
  const factor = gamma.map((g, f) => g / Math.sqrt((variance[f] as number) + EPSILON));
  const each = product(node.weight.slice(1));
  return {
    weight: weightOf(node, i).map((w, at) => w * (factor[Math.floor(at / each)] as number)),
    bias: beta.map((b, f) => b - (mean[f] as number) * (factor[f] as number)),
  };
}
