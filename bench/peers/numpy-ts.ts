import * as np from "numpy-ts";
import type { Contender, Stream, Task } from "../suite/contract.ts";
import { shapesOf } from "../suite/shapes.ts";
import { product, values } from "../suite/values.ts";

const tensor = (seed: number, shape: readonly number[]): np.NDArray =>
  np.array(values(seed, product(shape))).reshape(...shape);
const making = (make: () => np.NDArray): Task => ({ run: () => make().dispose(), output: () => make().data });

/** Computes with what came before, and frees that. */
function using<T>(f: (x: np.NDArray) => T, x: np.NDArray): T {
  const y = f(x);
  x.dispose();
  return y;
}

function softmax(x: np.NDArray): np.NDArray {
  const shifted = using((most) => np.subtract(x, most), x.max(1, true));
  const exps = using(np.exp, shifted);
  const sums = exps.sum(1, true);
  const y = using((e) => np.divide(e, sums), exps);
  sums.dispose();
  return y;
}

const stream = ({ kind, shape }: Stream): Task =>
  making(() => (kind === "uniform" ? np.random.uniform(0, 1, [...shape]) : np.random.normal(0, 1, [...shape])));

const [none, still] = ["it has no convolutions", "it has no gradients"];

export const contender: Contender = {
  start(threads) {
    if (threads > 1) throw new Error("it has one thread");
  },
  missing: { convolution: none, inference: none, convolutionGradient: still, chain: still, training: still },
  makers: {
    product({ m, k, n }) {
      const [a, b] = [tensor(1, [m, k]), tensor(2, [k, n])];
      return making(() => np.matmul(a, b));
    },
    expAdd({ shape }) {
      const x = tensor(1, shape);
      return making(() => using((e) => np.add(e, x), np.exp(x)));
    },
    tanh({ shape }) {
      const x = tensor(1, shape);
      return making(() => np.tanh(x));
    },
    broadcastAdd({ shape }) {
      const [x, row] = [tensor(1, shape), tensor(2, [shape[1]])];
      return making(() => np.add(x, row));
    },
    sum({ shape }) {
      const x = tensor(1, shape);
      return { run: () => np.sum(x), output: () => [np.sum(x)] };
    },
    softmax({ shape }) {
      const x = tensor(1, shape);
      return making(() => softmax(x));
    },
    uniform: stream,
    normal: stream,
    shapes({ fresh }) {
      let made = 0;
      let inputs: [np.NDArray, np.NDArray][] = [];
      const make = (): [np.NDArray, np.NDArray] => {
        const { x, w } = shapesOf(fresh ? made++ : 0);
        return [tensor(1, x), tensor(2, w)];
      };
      const compute = ([x, w]: [np.NDArray, np.NDArray]) => using(np.tanh, np.matmul(x, w));
      return {
        supply(runs) {
          for (const pair of inputs) for (const array of pair) array.dispose();
          inputs = Array.from({ length: runs }, make);
        },
        run: () => compute(inputs.pop() as [np.NDArray, np.NDArray]).dispose(),
        output: () => compute(make()).data,
      };
    },
  },
};
