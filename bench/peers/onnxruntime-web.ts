import type * as Ort from "onnxruntime-web/wasm";
import type { Contender, Convolution, Elementwise, Inference, Stream, Task } from "../suite/contract.ts";
import { EPSILON, IMAGE, image, NETWORKS, type Node, normOf, weightOf } from "../suite/networks.ts";
import { shapesOf } from "../suite/shapes.ts";
import { product, values } from "../suite/values.ts";
import { ModelBuilder, type Sizes } from "./onnx.ts";

/** The build for pages has no threads in Node; bundlers do not see this one. */
const IN_NODE: string = "onnxruntime-web";
let ort: typeof Ort;

const tensor = (seed: number, shape: readonly number[]): Ort.Tensor =>
  new ort.Tensor("float32", values(seed, product(shape)), shape);

type Build = (model: ModelBuilder) => string;

/** The session of a model, and a call of it. */
async function session(build: Build, inputs: Readonly<Record<string, Sizes>>, output: Sizes) {
  const builder = new ModelBuilder();
  const name = build(builder);
  const made = await ort.InferenceSession.create(builder.model(inputs, name, output));
  const call = async (feeds: Record<string, Ort.Tensor>) =>
    ((await made.run(feeds)) as Record<string, Ort.Tensor>)[name];
  return { made, call };
}

async function running(build: Build, feeds: Record<string, [seed: number, shape: readonly number[]]>, output: Sizes) {
  const shapes = Object.fromEntries(Object.entries(feeds).map(([name, [, shape]]) => [name, shape]));
  const tensors = Object.fromEntries(Object.entries(feeds).map(([name, given]) => [name, tensor(...given)]));
  const { made, call } = await session(build, shapes, output);
  const task: Task = {
    run: () => call(tensors),
    output: async () => ((await call(tensors)) as Ort.Tensor).data,
    close: () => void made.release(),
  };
  return task;
}

function elementwise({ kind, shape }: Elementwise): Promise<Task> {
  const build: Record<Elementwise["kind"], Build> = {
    expAdd: (model) => model.node("Add", [model.node("Exp", ["x"]), "x"]),
    tanh: (model) => model.node("Tanh", ["x"]),
    broadcastAdd: (model) => model.node("Add", ["x", "row"]),
    sum: (model) => model.node("ReduceSum", ["x"], { keepdims: 0 }),
    softmax: (model) => model.node("Softmax", ["x"], { axis: -1 + shape.length }),
  };
  const row: Record<string, [number, number[]]> = kind === "broadcastAdd" ? { row: [2, [shape[1]]] } : {};
  return running(build[kind], { x: [1, shape], ...row }, kind === "sum" ? [] : shape);
}

const stream = ({ kind, shape }: Stream): Promise<Task> =>
  running((model) => model.node(kind === "uniform" ? "RandomUniform" : "RandomNormal", [], { shape }), {}, shape);

const convolutionOf = (kernel: number, stride: number, pad: number, groups: number) => ({
  kernel_shape: [kernel, kernel],
  strides: [stride, stride],
  pads: [pad, pad, pad, pad],
  group: groups,
});

function convolution({ batch, channels, size, filters, kernel, stride, pad, groups }: Convolution): Promise<Task> {
  const weight = [filters, channels / groups, kernel, kernel];
  const build: Build = (model) => {
    const w = model.constant(values(2, product(weight)), weight);
    return model.node("Conv", ["x", w], convolutionOf(kernel, stride, pad, groups));
  };
  return running(build, { x: [1, [batch, channels, size, size]] }, ["n", "c", "h", "w"]);
}

function layer(model: ModelBuilder, node: Node, i: number, from: string, other: string | undefined): string {
  switch (node.type) {
    case "maxPool": {
      const { group: _, ...window } = convolutionOf(node.kernel, node.stride, node.pad, 1);
      return model.node("MaxPool", [from], window);
    }
    case "meanPool":
      return model.node("Flatten", [model.node("GlobalAveragePool", [from])]);
    case "addRelu":
      return model.node("Relu", [model.node("Add", [from, other as string])]);
    case "dense":
      return model.node("Gemm", [from, model.constant(weightOf(node, i), node.weight)], { transB: 1 });
    case "conv": {
      const w = model.constant(weightOf(node, i), node.weight);
      const y = model.node("Conv", [from, w], convolutionOf(node.weight[2], node.stride, node.pad, node.groups));
      const { gamma, beta, mean, variance } = normOf(node, i);
      const norm = [gamma, beta, mean, variance].map((v) => model.constant(v, [v.length]));
      const normed = model.node("BatchNormalization", [y, ...norm], { epsilon: { float: EPSILON } });
      return node.relu ? model.node("Relu", [normed]) : normed;
    }
  }
}

async function inference({ network }: Inference): Promise<Task> {
  const build: Build = (model) => {
    const names: string[] = [];
    NETWORKS[network]().forEach((node, i) => {
      const other = "other" in node ? names[node.other] : undefined;
      names.push(layer(model, node, i, names[node.from] ?? "x", other));
    });
    return names.at(-1) as string;
  };
  const { made, call } = await session(build, { x: IMAGE }, [1, 1000]);
  const feeds = { x: new ort.Tensor("float32", image(), IMAGE) };
  return {
    run: () => call(feeds),
    output: async () => ((await call(feeds)) as Ort.Tensor).data,
    close: () => void made.release(),
  };
}

const untrained = "the package runs models; it has no gradients";

export const contender: Contender = {
  async start(threads, files) {
    ort = files ? await import("onnxruntime-web/wasm") : ((await import(IN_NODE)) as typeof Ort);
    if (files) ort.env.wasm.wasmPaths = files;
    ort.env.wasm.numThreads = threads;
  },
  missing: { convolutionGradient: untrained, chain: untrained, training: untrained },
  makers: {
    product: ({ m, k, n }) =>
      running((model) => model.node("MatMul", ["a", "b"]), { a: [1, [m, k]], b: [2, [k, n]] }, [m, n]),
    expAdd: elementwise,
    tanh: elementwise,
    broadcastAdd: elementwise,
    sum: elementwise,
    softmax: elementwise,
    uniform: stream,
    normal: stream,
    convolution,
    inference,
    async shapes({ fresh }) {
      const build: Build = (model) => model.node("Tanh", [model.node("MatMul", ["x", "w"])]);
      const { made, call } = await session(build, { x: ["m", "k"], w: ["k", "n"] }, ["m", "n"]);
      let count = 0;
      let inputs: { x: Ort.Tensor; w: Ort.Tensor }[] = [];
      const make = () => {
        const { x, w } = shapesOf(fresh ? count++ : 0);
        return { x: tensor(1, x), w: tensor(2, w) };
      };
      return {
        supply(runs) {
          inputs = Array.from({ length: runs }, make);
        },
        run: () => call(inputs.pop() as { x: Ort.Tensor; w: Ort.Tensor }),
        output: async () => ((await call(make())) as Ort.Tensor).data,
        close: () => void made.release(),
      };
    },
  },
};
