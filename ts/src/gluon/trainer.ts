// Updating parameters.
import { MXNetError } from "../error.ts";
import { isPlainObject } from "../init/arguments.ts";
import { readFile, writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import { create, type Optimizer, Updater } from "../optimizer/index.ts";
import * as wasm from "../runtime/wasm.ts";
import { scope } from "../scope.ts";
import { Parameter, unrecorded } from "./parameter.ts";
import { ParameterDict } from "./parameter-dict.ts";

/** Whose parameters a Trainer updates. */
export type Trainable = ParameterDict | readonly Parameter[] | Readonly<Record<string, Parameter>>;

/** What `Trainer` takes besides parameters and optimizer. */
export interface TrainerOptions {
  /** Accepted for MXNet's sake: there is one device. */
  kvstore?: string | null | undefined;
  /** Accepted for MXNet's sake; true is refused. */
  updateOnKvstore?: boolean | null | undefined;
}

/**
 * Applies an optimizer to parameters.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.Dense(1);
 * net.initialize();
 * const [x, y] = [nd.ones([4, 2]), nd.zeros([4, 1])];
 * const lossFn = new gluon.loss.L2Loss();
 * const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.1 });
 * const loss = autograd.record(() => lossFn(net(x), y));
 * loss.backward();
 * trainer.step(4);
 * ```
 */
export class Trainer {
  readonly #params: readonly Parameter[];
  readonly #updater: Updater;
  /** The optimizer's own factor of gradients, before the size of the batch. */
  readonly #scale: number;

  /**
   * @param params - what `collectParams` gives, or a list
   * @param optimizer - a name, or an optimizer (then without options)
   * @param optimizerParams - what the optimizer takes
   */
  constructor(
    params: Trainable,
    optimizer: string | Optimizer,
    optimizerParams: object | null = null,
    options: TrainerOptions = {},
  ) {
    if (options.updateOnKvstore) throw new MXNetError("Trainer: there is no kvstore to update parameters on");
    this.#params = list(params);
    if (typeof optimizer !== "string" && optimizerParams && Object.keys(optimizerParams).length > 0) {
      throw new MXNetError("optimizer_params must be None if optimizer is an instance of Optimizer instead of str");
    }
    const made = create(optimizer, optimizerParams ?? {});
    made.paramDict = { ...this.#params };
    this.#updater = new Updater(made);
    this.#scale = made.rescaleGrad;
  }

  /** The optimizer. */
  get optimizer(): Optimizer {
    return this.#updater.optimizer;
  }

  /** The current learning rate. */
  get learningRate(): number {
    return this.optimizer.learningRate;
  }

  /**
   * Sets the learning rate.
   *
   * @throws MXNetError if the optimizer has a schedule
   */
  setLearningRate(lr: number): void {
    this.optimizer.setLearningRate(lr);
  }

  /**
   * Updates the parameters, with gradients divided by the size of the batch. Call it after `backward`.
   *
   * @param batchSize - the number of samples
   * @param ignoreStaleGrad - whether parameters that backward did not reach since the last step are skipped
   * @throws MXNetError if backward did not reach a parameter since the last step
   */
  step(batchSize: number, ignoreStaleGrad = false): void {
    this.update(batchSize, ignoreStaleGrad);
  }

  /** Sums gradients over devices: there is one, and nothing to do. */
  allreduceGrads(): void {}

  /** As `step`, after `allreduceGrads`. */
  update(batchSize: number, ignoreStaleGrad = false): void {
    if (!(batchSize > 0)) throw new MXNetError(`Trainer: batchSize is ${batchSize}, expected a positive number`);
    this.optimizer.rescaleGrad = this.#scale / batchSize;
    unrecorded(() =>
      scope(() => {
        const trained = this.#params
          .map((param, index) => ({ param, index }))
          .filter(({ param }) => param.gradReq !== "null");
        // All are checked before any is changed.
        const fresh = trained.filter(({ param }) => isFresh(param, ignoreStaleGrad));
        for (const { param, index } of fresh) {
          const weight = param.data();
          wasm.set_fresh_grad(weight.handle, false);
          this.#updater.update(index, param.grad(), weight);
        }
      }),
    );
  }

  /**
   * Saves the states of the optimizer (momentum and the like), the counts of updates and the learning rate. The format is
   * this library's own: MXNet's is a pickle of Python objects.
   *
   * @param path - the file; null for the bytes
   */
  saveStates(path: string): void;
  saveStates(path?: null): Uint8Array;
  saveStates(path: string | null = null): Uint8Array | undefined {
    const bytes = this.#updater.getStates();
    if (path === null) return bytes;
    writeFile(path, bytes, "saveStates");
    return undefined;
  }

  /**
   * Loads what `saveStates` saved.
   *
   * @param source - a path or the bytes
   */
  loadStates(source: string | Uint8Array): void {
    this.#updater.setStates(typeof source === "string" ? readFile(source, "loadStates") : source);
  }
}

function list(params: unknown): Parameter[] {
  const refuse = (got: string): never => {
    throw new MXNetError(`First argument must be a list or dict of Parameters, got ${got}.`);
  };
  let found: unknown[];
  // By name, as in MXNet: the order is that of optimizer states.
  if (params instanceof ParameterDict) {
    found = [...params.keys()].sort().map((name) => params.at(name));
  } else if (isPlainObject(params)) {
    found = Object.keys(params)
      .sort()
      .map((name) => params[name]);
  } else {
    found = Array.isArray(params) ? params : refuse(describe(params));
  }
  for (const param of found) if (!(param instanceof Parameter)) refuse(`list of ${describe(param)}`);
  return found as Parameter[];
}

function isFresh(param: Parameter, ignoreStaleGrad: boolean): boolean {
  if (wasm.fresh_grad(param.data().handle)) return true;
  if (ignoreStaleGrad) return false;
  throw new MXNetError(
    `Gradient of Parameter \`${param.name}\` on context cpu(0) has not been updated by backward since last \`step\`. This could mean a bug in your model that made it only use a subset of the Parameters (Blocks) for this iteration. If you are intentionally only using a subset, call step with ignore_stale_grad=True to suppress this warning and skip updating of Parameters with stale gradient`,
  );
}
