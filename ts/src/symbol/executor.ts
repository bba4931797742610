// Executors: graphs on arrays.
import { MXNetError } from "../error.ts";
import { describe, expectNDArray } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { notePressure, outsideScopes, relieve } from "../runtime/cell.ts";
import { scratch } from "../runtime/memory.ts";
import { disposeSymbol } from "../runtime/symbols.ts";
import * as wasm from "../runtime/wasm.ts";
import { type Bindings, reshaped } from "./bind.ts";
import { freeExecutor, Handle, pass } from "./handle.ts";
import type { GraphSymbol } from "./symbol.ts";

/** Arrays by name. */
export type ArrayDict = Record<string, NDArray>;

/** Is told of the values of a graph: name and array. */
export type MonitorCallback = (name: string, value: NDArray) => void;

/** How `reshape` runs. */
export interface ReshapeOptions {
  /** Lets the shapes of arguments that are not named change. */
  partialShaping?: boolean | undefined;
  /** Lets arrays grow. */
  allowUpSizing?: boolean | undefined;
}

function dict<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  if (new Set(names).size < names.length) throw new MXNetError(`Duplicate names detected, [${names.join(", ")}]`);
  return Object.fromEntries(names.map((name, i) => [name, values[i] as T]));
}

/**
 * A symbol on arrays: `forward` computes the outputs, `backward` the gradients. Made by `bind` and `simpleBind`.
 *
 * @example
 * ```ts
 * const y = sym.FullyConnected(sym.Variable("x"), { numHidden: 2, noBias: true, name: "fc" });
 * const executor = y.simpleBind(null, { shapes: { x: [1, 3] } });
 * executor.argDict.fc_weight.set(0.5);
 * console.log(executor.forward(true, { x: nd.ones([1, 3]) })[0].toArray()); // [ [ 1.5, 1.5 ] ]
 * executor.backward(nd.ones([1, 2]));
 * console.log(executor.gradDict.x.toArray()); // [ [ 1, 1, 1 ] ]
 * ```
 */
export class Executor {
  readonly #handle: Handle;
  readonly #bindings: Bindings;
  #fold = true;
  /** The arguments' arrays, in the order of `listArguments`. */
  readonly argArrays: NDArray[];
  /** Their gradients; null where none is computed. */
  readonly gradArrays: (NDArray | null)[];
  /** The auxiliary states' arrays. */
  readonly auxArrays: NDArray[];
  /** The outputs: the same arrays after every forward. */
  readonly outputs: NDArray[];

  /** @internal */
  constructor(bindings: Bindings) {
    const { symbol, args, grads, reqs, aux } = bindings;
    this.#bindings = bindings;
    this.argArrays = [...args];
    this.gradArrays = [...grads];
    this.auxArrays = [...aux];
    // Asked before: whatever calls the core can make memory grow, and the scratch words move.
    const count = symbol.length;
    pass([...args.map((x) => x.handle), ...grads.map((x) => x?.handle ?? 0), ...aux.map((x) => x.handle)]);
    this.#handle = new Handle(this, "Executor", wasm.executor_new(symbol.handle, reqs, aux.length), freeExecutor);
    const handles = Array.from(scratch().slice(0, count));
    this.outputs = outsideScopes(() => handles.map((handle) => NDArray.fromHandle(handle)));
  }

  /** The symbol. */
  get symbol(): GraphSymbol {
    return this.#bindings.symbol;
  }

  /** The arguments' arrays by name. */
  get argDict(): ArrayDict {
    return dict(this.#bindings.argNames, this.argArrays);
  }

  /** Their gradients by name; null where none is computed. */
  get gradDict(): Record<string, NDArray | null> {
    return dict(this.#bindings.argNames, this.gradArrays);
  }

  /** The auxiliary states' arrays by name. */
  get auxDict(): ArrayDict {
    return dict(this.#bindings.auxNames, this.auxArrays);
  }

  /** The outputs by name. */
  get outputDict(): ArrayDict {
    return dict(this.symbol.listOutputs(), this.outputs);
  }

  /**
   * Computes the outputs.
   *
   * @param isTrain - whether for training: operators behave so, and what backward needs is kept
   * @param inputs - arrays to copy into arguments first, by name
   * @throws MXNetError for names that there are not, and other shapes than were bound
   */
  forward(isTrain = false, inputs: Readonly<Record<string, NDArray>> = {}): NDArray[] {
    const args = Object.keys(inputs).length > 0 ? this.argDict : {};
    for (const [name, value] of Object.entries(inputs)) {
      expectNDArray(value, "Executor.forward", name);
      const target = Object.hasOwn(args, name) ? args[name] : undefined;
      if (!target) throw new MXNetError(`Unknown argument ${name}`);
      if (String(target.shape) !== String(value.shape)) {
        throw new MXNetError(
          `Shape not match! Argument ${name}, need: (${target.shape.join(", ")}), received: (${value.shape.join(", ")})`,
        );
      }
    }
    for (const [name, value] of Object.entries(inputs)) copyInto(args[name] as NDArray, value);
    relieve();
    notePressure(wasm.executor_forward(this.#handle.value, isTrain));
    return this.outputs;
  }

  /**
   * Computes the gradients of the arguments and stores them as `gradReq` says.
   *
   * @param outGrads - the gradients of the outputs, in order or by name; losses need none
   * @throws MXNetError when a head that is no loss has no gradient
   */
  backward(
    outGrads: NDArray | readonly (NDArray | null)[] | Readonly<Record<string, NDArray>> | null = null,
    isTrain = true,
  ): void {
    const grads = this.#headGrads(outGrads);
    relieve();
    pass(grads.map((grad) => grad?.handle ?? 0));
    notePressure(wasm.executor_backward(this.#handle.value, grads.length, isTrain));
  }

  #headGrads(given: unknown): (NDArray | null)[] {
    if (given === null || given === undefined) return [];
    let list = given instanceof NDArray ? [given] : given;
    if (typeof list === "object" && !Array.isArray(list)) {
      const named = list as Record<string, NDArray>;
      list = this.symbol.listOutputs().map((name) => named[name] ?? null);
    }
    if (!Array.isArray(list)) {
      throw new TypeError(`Executor.backward: outGrads must be NDArrays, got ${describe(given)}`);
    }
    list.forEach((grad, i) => {
      if (grad !== null && grad !== undefined) expectNDArray(grad, "Executor.backward", `outGrads[${i}]`);
    });
    return list;
  }

  /**
   * An executor for other shapes, which shares the arrays whose shapes stay.
   *
   * @param shapes - new shapes of arguments by name
   */
  reshape(shapes: Readonly<Record<string, readonly number[]>>, options: ReshapeOptions = {}): Executor {
    return new Executor(reshaped(this.#bindings, shapes, options));
  }

  /**
   * Copies parameters into arguments and auxiliary states.
   *
   * @param allowExtraParams - whether names that there are not are passed over
   */
  copyParamsFrom(
    argParams: Readonly<Record<string, NDArray>>,
    auxParams: Readonly<Record<string, NDArray>> | null = null,
    allowExtraParams = false,
  ): void {
    const copy = (params: Readonly<Record<string, NDArray>>, targets: ArrayDict, what: string): void => {
      for (const [name, value] of Object.entries(params)) {
        expectNDArray(value, "copyParamsFrom", name);
        if (Object.hasOwn(targets, name)) copyInto(targets[name] as NDArray, value);
        else if (!allowExtraParams) throw new MXNetError(`Find name "${name}" that is not in the ${what}`);
      }
    };
    copy(argParams, this.argDict, "arguments");
    if (auxParams) copy(auxParams, this.auxDict, "auxiliary states");
  }

  /**
   * Whether predictions fold batch normalisations into the convolutions and fully connected layers before them, which is
   * faster and changes results by rounding only. They do unless this is set to false.
   */
  get foldBatchNorm(): boolean {
    return this.#fold;
  }

  set foldBatchNorm(fold: boolean) {
    if (typeof fold !== "boolean") throw new TypeError(`foldBatchNorm must be a boolean, got ${describe(fold)}`);
    this.#fold = fold;
    wasm.executor_fold(this.#handle.value, fold);
  }

  /** Tells a function of the value of every operator during forward; null ends that. */
  setMonitorCallback(callback: MonitorCallback | null, _monitorAll = false): void {
    wasm.executor_monitor(
      this.#handle.value,
      callback ? (name: string, handle: number) => callback(name, NDArray.fromHandle(handle)) : undefined,
    );
  }

  /** Frees the executor at once; the collector does it otherwise. Its arrays stay. */
  dispose(): void {
    this.#handle.dispose();
  }

  /** @internal `using` disposes the executor. */
  [disposeSymbol](): void {
    this.dispose();
  }
}

/** Copies values, in the target's type. */
export function copyInto(target: NDArray, value: NDArray): void {
  if (target === value) return;
  if (String(target.shape) !== String(value.shape)) {
    throw new MXNetError(`cannot copy an array of shape (${value.shape}) into one of shape (${target.shape})`);
  }
  target.set(value);
}
