import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Contender, Convolution, Elementwise, Inference, Stream, Task, Training } from "../suite/contract.ts";
import {
  folded,
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

// The backend computes before a call returns, so that nothing has to be waited for. It knows channels in the last axis only.
const tensor = (seed: number, shape: readonly number[]): tf.Tensor =>
  tf.tensor(values(seed, product(shape)), [...shape]);
const making = (make: () => tf.Tensor): Task => ({
  run: () => make().dispose(),
  output: () => make().data(),
});

const channelsLast = (v: Float32Array, shape: readonly number[]): tf.Tensor =>
  tf.tidy(() => tf.transpose(tf.tensor(v, [...shape]), [0, 2, 3, 1]));
const channelsFirst = (x: tf.Tensor): tf.Tensor => tf.transpose(x, [0, 3, 1, 2]);
/** Filters, with the channels of a group; depthwise ones have one. */
const filterOf = (v: Float32Array, shape: readonly number[], depthwise: boolean): tf.Tensor =>
  tf.tidy(() => tf.transpose(tf.tensor(v, [...shape]), depthwise ? [2, 3, 0, 1] : [2, 3, 1, 0]));

function elementwise({ kind, shape }: Elementwise): Task {
  const x = tensor(1, shape);
  const row = tensor(2, [shape[1]]);
  const make: Record<Elementwise["kind"], () => tf.Tensor> = {
    expAdd: () => tf.tidy(() => tf.add(tf.exp(x), x)),
    tanh: () => tf.tanh(x),
    broadcastAdd: () => tf.add(x, row),
    sum: () => tf.sum(x),
    softmax: () => tf.softmax(x),
  };
  return making(make[kind]);
}

function convolution(work: Convolution): Task {
  const { batch, channels, size, filters, kernel, stride, pad, groups } = work;
  const [image, weight] = [
    [batch, channels, size, size],
    [filters, channels / groups, kernel, kernel],
  ];
  const x = channelsLast(values(1, product(image)), image);
  const w = filterOf(values(2, product(weight)), weight, groups > 1);
  const strides: [number, number] = [stride, stride];
  const convolve = groups > 1 ? tf.depthwiseConv2d : tf.conv2d;
  if (work.kind === "convolution") {
    const make = () => convolve(x, w, strides, pad);
    return { run: () => make().dispose(), output: () => channelsFirst(make()).data() };
  }
  const gradient = tf.grads((a, b) => tf.sum(convolve(a as tf.Tensor, b as tf.Tensor, strides, pad)));
  return {
    run: () => tf.tidy(() => void gradient([x, w])),
    output() {
      const [dx, dw] = gradient([x, w]) as [tf.Tensor, tf.Tensor];
      return [...channelsFirst(dx).dataSync(), ...tf.transpose(dw, [3, 2, 0, 1]).dataSync()];
    },
  };
}

const stream = ({ kind, shape }: Stream): Task =>
  making(() => (kind === "uniform" ? tf.randomUniform([...shape], 0, 1) : tf.randomNormal([...shape], 0, 1)));

/** The network's logits; parameters are weights and biases in turns. */
function forward({ network, batch }: Training, params: readonly tf.Tensor[], x: tf.Tensor): tf.Tensor {
  let [y, at] = [x, 0];
  for (const layer of TRAINED[network].layers) {
    if (layer.type === "pool") y = tf.maxPool(y, [2, 2], [2, 2], "valid");
    else if (layer.type === "flatten") y = tf.reshape(channelsFirst(y), [batch, -1]);
    else {
      const [w, b] = params.slice(at, at + 2) as [tf.Tensor, tf.Tensor];
      at += 2;
      y = tf.add(layer.type === "conv" ? tf.conv2d(y, w, [1, 1], "valid") : tf.matMul(y, w, false, true), b);
      if (layer.relu) y = tf.relu(y);
    }
  }
  return y;
}

function training(work: Training): Task {
  const { input, x, labels, weights } = trainingData(work);
  const shapes = TRAINED[work.network].layers.flatMap((layer) => ("weight" in layer ? [layer.weight] : []));
  const data = input.length === 4 ? channelsLast(x, input) : tf.tensor(x, [...input]);
  const target = tf.oneHot(Int32Array.from(labels), 10);
  const params = shapes.flatMap((shape, i) => {
    const v = weights[i] as Float32Array;
    const weight = shape.length === 4 ? filterOf(v, shape, false) : tf.tensor(v, [...shape]);
    return [tf.variable(weight), tf.variable(tf.zeros([shape[0] as number]))];
  });
  const optimizer = tf.train.momentum(LEARNING_RATE, MOMENTUM);
  const lossOf = () => tf.losses.softmaxCrossEntropy(target, forward(work, params, data));
  return {
    run: () => optimizer.minimize(lossOf, false),
    output: () => Array.from({ length: STEPS }, () => optimizer.minimize(lossOf, true)?.dataSync()[0] as number),
    close: () => tf.dispose([data, target, ...params]),
  };
}

function compute(node: Node, from: tf.Tensor, other: tf.Tensor | undefined, [w, b]: readonly tf.Tensor[]): tf.Tensor {
  switch (node.type) {
    case "maxPool":
      return tf.maxPool(from, [node.kernel, node.kernel], [node.stride, node.stride], node.pad);
    case "meanPool":
      return tf.mean(from, [1, 2]);
    case "addRelu":
      return tf.relu(tf.add(from, other as tf.Tensor));
    case "dense":
      return tf.matMul(from, w as tf.Tensor, false, true);
    case "conv": {
      const convolve = node.groups > 1 ? tf.fused.depthwiseConv2d : tf.fused.conv2d;
      const activation = node.relu ? "relu" : "linear";
      const strides: [number, number] = [node.stride, node.stride];
      return convolve({ x: from, filter: w as tf.Tensor, strides, pad: node.pad, bias: b as tf.Tensor, activation });
    }
  }
}

function inference({ network }: Inference): Task {
  const nodes = NETWORKS[network]();
  const weights = nodes.map((node, i): tf.Tensor[] => {
    if (!("weight" in node)) return [];
    if (node.type === "dense") return [tf.tensor(weightOf(node, i), [...node.weight])];
    const { weight, bias } = folded(node, i);
    return [filterOf(weight, node.weight, node.groups > 1), tf.tensor(bias, [bias.length])];
  });
  const x = channelsLast(image(), [1, 3, 224, 224]);
  const make = () =>
    tf.tidy(() => {
      const outputs: tf.Tensor[] = [];
      nodes.forEach((node, i) => {
        const other = "other" in node ? outputs[node.other] : undefined;
        outputs.push(compute(node, outputs[node.from] ?? x, other, weights[i] as tf.Tensor[]));
      });
      return outputs.at(-1) as tf.Tensor;
    });
  return { ...making(make), close: () => tf.dispose([x, weights]) };
}

export const contender: Contender = {
  async start(threads, files) {
    if (files) setWasmPaths(files);
    if (threads > 1 && !(await tf.env().getAsync("WASM_HAS_MULTITHREAD_SUPPORT")))
      throw new Error("it has threads in browsers only");
    setThreadsCount(threads);
    if (!(await tf.setBackend("wasm"))) throw new Error("the backend did not start");
  },
  makers: {
    product({ m, k, n }) {
      const [a, b] = [tensor(1, [m, k]), tensor(2, [k, n])];
      return making(() => tf.matMul(a, b));
    },
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
      const gradient = tf.grads((z) => {
        let y = z as tf.Tensor;
        for (let i = 0; i < adds; i++) y = tf.add(y, z as tf.Tensor);
        return tf.sum(y);
      });
      const call = () => gradient([x])[0] as tf.Tensor;
      return { run: () => tf.tidy(() => void call()), output: () => call().data() };
    },
    training,
    inference,
    shapes({ fresh }) {
      let made = 0;
      let inputs: [tf.Tensor, tf.Tensor][] = [];
      const make = (): [tf.Tensor, tf.Tensor] => {
        const { x, w } = shapesOf(fresh ? made++ : 0);
        return [tensor(1, x), tensor(2, w)];
      };
      const call = ([x, w]: [tf.Tensor, tf.Tensor]) => tf.tidy(() => tf.tanh(tf.matMul(x, w)));
      return {
        supply(runs) {
          tf.dispose(inputs);
          inputs = Array.from({ length: runs }, make);
        },
        run: () => call(inputs.pop() as [tf.Tensor, tf.Tensor]).dispose(),
        output: () => call(make()).data(),
      };
    },
  },
};
