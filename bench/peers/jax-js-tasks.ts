import { type Array as Arr, grad, jit, lax, nn, numpy as np, random, valueAndGrad } from "@jax-js/jax";
import type { Convolution, Elementwise, Inference, Makers, Stream, Task, Training } from "../suite/contract.ts";
import {
  folded,
  IMAGE,
  image,
  LEARNING_RATE,
  MOMENTUM,
  NETWORKS,
  type Node,
  STEPS,
  TRAINED,
  trainingData,
  weightOf,
} from "../suite/networks.ts";
import { shapesOf } from "../suite/shapes.ts";
import { product, values } from "../suite/values.ts";

// An array belongs to whoever it is given to: what is used again is given as `ref`.
const array = (v: Float32Array, shape: readonly number[]): Arr => np.array(v, { shape: [...shape] });
const tensor = (seed: number, shape: readonly number[]): Arr => array(values(seed, product(shape)), shape);
const zeros = (shape: readonly number[]): Arr => array(new Float32Array(product(shape)), shape);

/** A compiled function and its inputs; arrays are lazy, so a run waits for the result. */
function compiled(f: (...xs: Arr[]) => Arr, inputs: readonly Arr[]): Task {
  const fast = jit(f);
  const call = () => fast(...inputs.map((x) => x.ref));
  return {
    async run() {
      const y = call();
      await y.blockUntilReady();
      y.dispose();
    },
    output: () => call().data(),
    close() {
      for (const x of inputs) x.dispose();
    },
  };
}

function elementwise({ kind, shape }: Elementwise): Task {
  const functions: Record<Elementwise["kind"], (...xs: Arr[]) => Arr> = {
    expAdd: (x) => np.exp((x as Arr).ref).add(x as Arr),
    tanh: (x) => np.tanh(x as Arr),
    broadcastAdd: (x, row) => (x as Arr).add(row as Arr),
    sum: (x) => (x as Arr).sum(),
    softmax: (x) => nn.softmax(x as Arr, 1),
  };
  const row = kind === "broadcastAdd" ? [tensor(2, [shape[1]])] : [];
  return compiled(functions[kind], [tensor(1, shape), ...row]);
}

type Window = Pick<Convolution, "stride" | "pad" | "groups">;

function convolve(x: Arr, w: Arr, { stride, pad, groups }: Window): Arr {
  const padding: [number, number][] = [
    [pad, pad],
    [pad, pad],
  ];
  return lax.convGeneralDilated(x, w, [stride, stride], padding, { featureGroupCount: groups });
}

function convolution(work: Convolution): Task {
  const { batch, channels, size, filters, kernel, groups } = work;
  const inputs = [
    tensor(1, [batch, channels, size, size]),
    tensor(2, [filters, channels / groups, kernel, kernel]),
  ] as const;
  if (work.kind === "convolution") return compiled((x, w) => convolve(x as Arr, w as Arr, work), inputs);
  const fast = jit(grad((x: Arr, w: Arr) => convolve(x, w, work).sum(), { argnums: [0, 1] }));
  const call = () => fast(...inputs.map((x) => x.ref));
  return {
    async run() {
      for (const y of call()) {
        await y.blockUntilReady();
        y.dispose();
      }
    },
    async output() {
      const parts = await Promise.all(call().map((y) => y.data()));
      return parts.flatMap((part) => [...part]);
    },
  };
}

/** The largest of each 2x2 square; quicker than `reduceWindow`, and it has a gradient. */
function pool(x: Arr, [batch, channels, size]: readonly number[]): Arr {
  const half = (size as number) / 2;
  return np.max(x.reshape([batch as number, channels as number, half, 2, half, 2]), [3, 5]);
}

/** The network's logits; parameters are weights and biases in turns. */
function forward({ network, batch }: Training, params: readonly Arr[], x: Arr): Arr {
  let [y, at, size, channels] = [x, 0, 28, 1];
  for (const layer of TRAINED[network].layers) {
    if (layer.type === "pool") {
      y = pool(y, [batch, channels, size]);
      size /= 2;
    } else if (layer.type === "flatten") y = y.reshape([batch, channels * size * size]);
    else {
      const [w, b] = [params[at] as Arr, params[at + 1] as Arr];
      at += 2;
      if (layer.type === "conv") {
        [channels, size] = [layer.weight[0] as number, size - (layer.weight[2] as number) + 1];
        y = convolve(y, w, { stride: 1, pad: 0, groups: 1 }).add(b.reshape([1, channels, 1, 1]));
      } else y = np.matmul(y, w.transpose()).add(b);
      if (layer.relu) y = nn.relu(y);
    }
  }
  return y;
}

function training(work: Training): Task {
  const { input, x, labels, weights } = trainingData(work);
  const shapes = TRAINED[work.network].layers.flatMap((layer) => ("weight" in layer ? [layer.weight] : []));
  const data = array(x, input);
  const onehot = Float32Array.from({ length: work.batch * 10 }, (_, i) =>
    labels[Math.floor(i / 10)] === i % 10 ? 1 : 0,
  );
  const target = array(onehot, [work.batch, 10]);
  let params = shapes.flatMap((shape, i) => [array(weights[i] as Float32Array, shape), zeros([shape[0] as number])]);
  let velocity = shapes.flatMap((shape) => [zeros(shape), zeros([shape[0] as number])]);
  const lossOf = (ps: Arr[], images: Arr, wanted: Arr): Arr =>
    nn
      .logSoftmax(forward(work, ps, images))
      .mul(wanted)
      .sum()
      .mul(-1 / work.batch);
  const step = jit((ps: Arr[], vs: Arr[], images: Arr, wanted: Arr): [Arr[], Arr[], Arr] => {
    const [loss, gradients] = valueAndGrad(lossOf)(
      ps.map((p) => p.ref),
      images,
      wanted,
    );
    const moved = vs.map((v, i) => v.mul(MOMENTUM).sub((gradients[i] as Arr).mul(LEARNING_RATE)));
    return [ps.map((p, i) => p.add((moved[i] as Arr).ref)), moved, loss];
  });
  const run = async (): Promise<Arr> => {
    const [ps, vs, loss] = step(params, velocity, data.ref, target.ref);
    for (const made of [...ps, ...vs]) await made.blockUntilReady();
    [params, velocity] = [ps, vs];
    return loss;
  };
  return {
    run: async () => (await run()).dispose(),
    async output() {
      const losses: number[] = [];
      for (let i = 0; i < STEPS; i++) losses.push((await (await run()).data())[0] as number);
      return losses;
    },
    close() {
      for (const x of [...params, ...velocity, data, target]) x.dispose();
    },
  };
}

function compute(node: Node, from: Arr, other: Arr | undefined, [w, b]: readonly (Arr | undefined)[]): Arr {
  switch (node.type) {
    case "maxPool": {
      const { kernel, stride, pad } = node;
      const edges: [number, number][] = [0, 0, pad, pad].map((width) => [width, width]);
      // What it reads comes out of relu, so that zeros at the edges are as good as anything small.
      return lax.reduceWindow(np.pad(from, edges), (x) => np.max(x), [kernel, kernel], [stride, stride]);
    }
    case "meanPool":
      return from.mean([2, 3]);
    case "addRelu":
      return nn.relu(from.add(other as Arr));
    case "dense":
      return np.matmul(from, (w as Arr).transpose());
    case "conv": {
      const y = convolve(from, w as Arr, node).add((b as Arr).reshape([1, node.weight[0], 1, 1]));
      return node.relu ? nn.relu(y) : y;
    }
  }
}

function inference({ network }: Inference): Task {
  const nodes = NETWORKS[network]();
  const weights = nodes.map((node, i): Arr[] => {
    if (!("weight" in node)) return [];
    if (node.type === "dense") return [array(weightOf(node, i), node.weight)];
    const { weight, bias } = folded(node, i);
    return [array(weight, node.weight), array(bias, [bias.length])];
  });
  const uses = nodes.map((_, i) => nodes.filter((n) => n.from === i || ("other" in n && n.other === i)).length);
  const f = (x: Arr, ...given: Arr[]): Arr => {
    const outputs: Arr[] = [];
    const left = [...uses];
    // The last use of an array takes it.
    const take = (i: number): Arr => {
      if (i < 0) return x;
      left[i] = (left[i] as number) - 1;
      return left[i] === 0 ? (outputs[i] as Arr) : (outputs[i] as Arr).ref;
    };
    let at = 0;
    nodes.forEach((node, i) => {
      const count = (weights[i] as Arr[]).length;
      const other = "other" in node ? take(node.other) : undefined;
      outputs.push(compute(node, take(node.from), other, given.slice(at, at + count)));
      at += count;
    });
    return outputs.at(-1) as Arr;
  };
  return compiled(f as (...xs: Arr[]) => Arr, [array(image(), IMAGE), ...weights.flat()]);
}

const stream = ({ kind, shape }: Stream): Task =>
  compiled((key) => random[kind as "uniform" | "normal"](key as Arr, [...shape]), [random.key(1)]);

export const makers: Makers = {
  product: ({ m, k, n }) => compiled((a, b) => np.matmul(a as Arr, b as Arr), [tensor(1, [m, k]), tensor(2, [k, n])]),
  expAdd: elementwise,
  tanh: elementwise,
  broadcastAdd: elementwise,
  sum: elementwise,
  softmax: elementwise,
  convolution,
  convolutionGradient: convolution,
  uniform: stream,
  normal: stream,
  chain({ adds, size }) {
    const x = tensor(1, [size]);
    // Not compiled: the workload is to record anew.
    const slope = grad((z: Arr) => {
      let y = z.ref;
      for (let i = 0; i < adds; i++) y = y.add(z.ref);
      z.dispose();
      return y.sum();
    });
    return {
      async run() {
        const y = slope(x.ref);
        await y.blockUntilReady();
        y.dispose();
      },
      output: () => slope(x.ref).data(),
    };
  },
  training,
  inference,
  shapes({ fresh }) {
    let made = 0;
    let inputs: [Arr, Arr][] = [];
    const make = (): [Arr, Arr] => {
      const { x, w } = shapesOf(fresh ? made++ : 0);
      return [tensor(1, x), tensor(2, w)];
    };
    const fast = jit((x: Arr, w: Arr) => np.tanh(np.matmul(x, w)));
    return {
      supply(runs) {
        for (const pair of inputs) for (const x of pair) x.dispose();
        inputs = Array.from({ length: runs }, make);
      },
      async run() {
        const y = fast(...(inputs.pop() as [Arr, Arr]));
        await y.blockUntilReady();
        y.dispose();
      },
      output: () => fast(...make()).data(),
    };
  },
};
