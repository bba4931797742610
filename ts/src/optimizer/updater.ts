// Optimizers with their states.
import { MXNetError } from "../error.ts";
import { array } from "../nd/create.ts";
import { NDArray } from "../nd/ndarray.ts";
import { load, type NDArrayDict, save } from "../nd/params.ts";
import { Callable } from "../runtime/callable.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { scope } from "../scope.ts";
import type { Optimizer, OptimizerState } from "./optimizer.ts";

const META = "optimizer";

/** A state's structure: its arrays as numbers of the saved list. */
type Layout = number | null | readonly Layout[];

interface Meta {
  format: 1;
  optimizer: string;
  lr: number;
  numUpdate: number;
  counts: [index: number, count: number][];
  states: [index: number, layout: Layout][];
  progress: number[];
}

export interface Updater {
  /** Updates a weight in place; its state is made at the first time. */
  (index: number, grad: NDArray, weight: NDArray): void;
}

/**
 * Applies an optimizer to weights by index, and keeps their states.
 *
 * @example
 * ```ts
 * const updater = new optimizer.Updater(new optimizer.SGD({ learningRate: 0.5 }));
 * const weight = nd.ones([2]);
 * updater(0, nd.ones([2]), weight);
 * console.log(weight.toArray()); // [ 0.5, 0.5 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class Updater extends Callable {
  readonly optimizer: Optimizer;
  #states: Map<number, OptimizerState> = new Map();

  constructor(optimizer: Optimizer) {
    super();
    this.optimizer = optimizer;
  }

  /** @internal */
  override _call(index: number, grad: NDArray, weight: NDArray): void {
    this.update(index, grad, weight);
  }

  /** Updates a weight in place; its state is made at the first time. */
  update(index: number, grad: NDArray, weight: NDArray): void {
    let state = this.#states.get(index);
    if (state === undefined) {
      state = outsideScopes(() => this.optimizer.createStateMultiPrecision(index, weight));
      this.#states.set(index, state);
    }
    const kept = state;
    scope(() => this.optimizer.updateMultiPrecision(index, weight, grad, kept));
  }

  /** The states, the counts of updates and the learning rate as bytes, in a format of this library. */
  getStates(): Uint8Array {
    const arrays: NDArray[] = [];
    const layout = (state: OptimizerState): Layout =>
      state === null ? null : state instanceof NDArray ? arrays.push(state) - 1 : state.map(layout);
    const meta: Meta = {
      format: 1,
      optimizer: this.optimizer.constructor.name,
      lr: this.optimizer.lr,
      numUpdate: this.optimizer.numUpdate,
      counts: [...this.optimizer.updateCounts],
      states: [...this.#states].map(([index, state]) => [index, layout(state)]),
      progress: this.optimizer.progress,
    };
    return scope(() => {
      const dict: NDArrayDict = { [META]: array(new TextEncoder().encode(JSON.stringify(meta))) };
      arrays.forEach((x, i) => {
        dict[`state${i}`] = x;
      });
      return save(null, dict);
    });
  }

  /**
   * Takes over what `getStates` gave.
   *
   * @throws MXNetError for other bytes, and for states of another optimizer
   */
  setStates(bytes: Uint8Array): void {
    const dict = outsideScopes(() => load(bytes));
    const written = Array.isArray(dict) ? undefined : dict[META];
    if (!written || Array.isArray(dict)) throw new MXNetError("loadStates: these are no optimizer states");
    const meta = JSON.parse(new TextDecoder().decode(written.toTypedArray() as Uint8Array)) as Meta;
    written.dispose();
    const name = this.optimizer.constructor.name;
    if (meta.optimizer !== name)
      throw new MXNetError(`loadStates: the states are those of ${meta.optimizer}, not ${name}`);
    const build = (layout: Layout): OptimizerState =>
      layout === null ? null : typeof layout === "number" ? (dict[`state${layout}`] as NDArray) : layout.map(build);
    this.#states = new Map(meta.states.map(([index, layout]) => [index, build(layout)]));
    this.optimizer.lr = meta.lr;
    this.optimizer.numUpdate = meta.numUpdate;
    this.optimizer.progress = meta.progress;
    this.optimizer.updateCounts.clear();
    for (const [index, count] of meta.counts) this.optimizer.updateCounts.set(index, count);
  }
}
