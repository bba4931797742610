import { autograd, gluon, type NDArray, nd, random, runtime, scope, setThreads, sym } from "mxgrad";
import type { Contender, Convolution, Elementwise, Inference, Stream, Task, Training } from "../suite/contract.ts";
import {
  EPSILON,
  IMAGE,
  image,
  LEARNING_RATE,
  MOMENTUM,
  NETWORKS,
  type Node,
  normOf,
  STEPS,
  TRAINED,
  trainingData,
  weightOf,
} from "../suite/networks.ts";
import { shapesOf } from "../suite/shapes.ts";
import { product, values } from "../suite/values.ts";

const tensor = (seed: number, shape: readonly number[], scale = 1): NDArray =>
  nd.array(values(seed, product(shape), scale), { shape: [...shape] });
const numbers = (x: NDArray): Float32Array => x.toTypedArray() as Float32Array;

/** A task that makes one array. */
const making = (make: () => NDArray): Task => ({ run: () => make().dispose(), output: () => numbers(make()) });

function elementwise({ kind, shape }: Elementwise): Task {
  const x = tensor(1, shape);
  const row = tensor(2, [shape[1]]);
  const make: Record<Elementwise["kind"], () => NDArray> = {
    expAdd: () => scope(() => nd.exp(x).add(x)),
    tanh: () => nd.tanh(x),
    broadcastAdd: () => x.add(row),
    sum: () => x.sum(),
    softmax: () => nd.softmax(x),
  };
  return making(make[kind]);
}

function convolution(work: Convolution): Task {
  const { batch, channels, size, filters, kernel, stride, pad, groups } = work;
  const x = tensor(1, [batch, channels, size, size]);
  const w = tensor(2, [filters, channels / groups, kernel, kernel]);
  const options = {
    kernel: [kernel, kernel],
    stride: [stride, stride],
    pad: [pad, pad],
    numFilter: filters,
    numGroup: groups,
    noBias: true,
  };
  if (work.kind === "convolution") return making(() => nd.Convolution(x, w, null, options));
  x.attachGrad();
  w.attachGrad();
  const run = () => scope(() => autograd.record(() => nd.Convolution(x, w, null, options)).backward());
  const output = () => {
    run();
    return Float32Array.from([x, w].flatMap(({ grad }) => [...numbers(grad as NDArray)]));
  };
  return { run, output };
}

const stream = ({ kind, shape }: Stream): Task =>
  making(() => (kind === "uniform" ? random.uniform(0, 1, [...shape]) : random.normal(0, 1, [...shape])));

function training(work: Training): Task {
  const { input, x, labels, weights } = trainingData(work);
  const { Conv2D, MaxPool2D, Flatten, Dense, HybridSequential } = gluon.nn;
  const net = new HybridSequential();
  for (const layer of TRAINED[work.network].layers) {
    if (layer.type === "pool") net.add(new MaxPool2D(2, 2));
    else if (layer.type === "flatten") net.add(new Flatten());
    else {
      const activation = layer.relu ? "relu" : null;
      const [units, , kernel] = layer.weight as [number, number, number];
      net.add(layer.type === "conv" ? new Conv2D(units, kernel, { activation }) : new Dense(units, { activation }));
    }
  }
  net.initialize();
  const [data, target] = [nd.array(x, { shape: [...input] }), nd.array([...labels])];
  net(data).dispose();
  const parameters = [...net.collectParams().values()];
  parameters
    .filter(({ name }) => name.endsWith("weight"))
    .forEach((parameter, i) => {
      parameter.setData(nd.array(weights[i] as Float32Array, { shape: [...(parameter.shape as number[])] }));
    });
  net.hybridize();
  const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: LEARNING_RATE, momentum: MOMENTUM });
  const lossOf = new gluon.loss.SoftmaxCrossEntropyLoss();
  const step = (): NDArray => {
    const loss = autograd.record(() => lossOf(net(data), target)) as NDArray;
    loss.backward();
    trainer.step(work.batch);
    return loss;
  };
  return {
    run: () => scope(() => void step()),
    output: () => Array.from({ length: STEPS }, () => scope(() => step().mean().asscalar() as number)),
  };
}

/** A node of a network as a symbol; names carry the number of the node. */
function nodeSymbol(node: Node, i: number, [from, other]: readonly sym.Symbol[]): sym.Symbol {
  const data = from as sym.Symbol;
  if (node.type === "maxPool") {
    const { kernel, stride, pad } = node;
    return sym.Pooling(data, { kernel: [kernel, kernel], stride: [stride, stride], pad: [pad, pad], poolType: "max" });
  }
  if (node.type === "meanPool") return sym.Pooling(data, { kernel: [1, 1], globalPool: true, poolType: "avg" });
  if (node.type === "dense") return sym.FullyConnected(data, { numHidden: node.weight[0], noBias: true, name: `${i}` });
  if (node.type === "addRelu") return sym.relu(data.add(other as sym.Symbol));
  const { weight, stride, pad, groups } = node;
  const convolved = sym.Convolution(data, {
    kernel: [weight[2], weight[3]],
    stride: [stride, stride],
    pad: [pad, pad],
    numFilter: weight[0],
    numGroup: groups,
    noBias: true,
    name: `${i}`,
  });
  const normed = sym.BatchNorm(convolved, { eps: EPSILON, fixGamma: false, name: `${i}` }) as sym.Symbol;
  return node.relu ? sym.relu(normed) : normed;
}

function inference({ network }: Inference): Task {
  const nodes = NETWORKS[network]();
  const data = sym.Variable("data");
  const symbols: sym.Symbol[] = [];
  nodes.forEach((node, i) => {
    const inputs = [node.from, ...("other" in node ? [node.other] : [])];
    symbols.push(
      nodeSymbol(
        node,
        i,
        inputs.map((at) => symbols[at] ?? data),
      ),
    );
  });
  const net = new gluon.SymbolBlock(symbols.at(-1) as sym.Symbol, data);
  net.initialize();
  const x = nd.array(image(), { shape: [...IMAGE] });
  net(x).dispose();
  const parameters = net.collectParams();
  const set = (name: string, v: Float32Array, shape: readonly number[]) =>
    parameters.at(name).setData(nd.array(v, { shape: [...shape] }));
  nodes.forEach((node, i) => {
    if (!("weight" in node)) return;
    set(`${i}_weight`, weightOf(node, i), node.weight);
    if (node.type === "dense") return;
    const { gamma, beta, mean, variance } = normOf(node, i);
    const all = { gamma, beta, moving_mean: mean, moving_var: variance };
    for (const [name, v] of Object.entries(all)) set(`${i}_${name}`, v, [v.length]);
  });
  net.hybridize();
  return making(() => net(x) as NDArray);
}

/** The library itself. */
export const contender: Contender = {
  async start(threads) {
    random.seed(1);
    const got = await setThreads(threads);
    if (got !== threads) throw new Error(`${got} of ${threads} threads: ${runtime.features().reason}`);
  },
  makers: {
    product({ m, k, n }) {
      const [a, b] = [tensor(1, [m, k]), tensor(2, [k, n])];
      return making(() => nd.dot(a, b));
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
      x.attachGrad();
      const run = () =>
        scope(() =>
          autograd
            .record(() => {
              let y = x;
              for (let i = 0; i < adds; i++) y = y.add(x);
              return y;
            })
            .backward(),
        );
      const output = () => {
        run();
        return numbers(x.grad as NDArray);
      };
      return { run, output };
    },
    training,
    inference,
    shapes({ fresh }) {
      let made = 0;
      let inputs: [NDArray, NDArray][] = [];
      const make = (): [NDArray, NDArray] => {
        const { x, w } = shapesOf(fresh ? made++ : 0);
        return [tensor(1, x), tensor(2, w)];
      };
      const compute = ([x, w]: [NDArray, NDArray]) => scope(() => nd.tanh(nd.dot(x, w)));
      return {
        supply(runs) {
          for (const pair of inputs) for (const array of pair) array.dispose();
          inputs = Array.from({ length: runs }, make);
        },
        run: () => compute(inputs.pop() as [NDArray, NDArray]).dispose(),
        output: () => numbers(compute(make())),
      };
    },
  },
};
