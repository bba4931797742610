// The graph of a block, made once and run from then on.
import { isRecording, isTraining } from "../autograd/index.ts";
import { MXNetError } from "../error.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import type { Executor } from "../symbol/bind.ts";
import { Program } from "../symbol/program.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import type { Parameter } from "./parameter.ts";

/** Shapes of inputs whose plans are kept. */
const MOST_PLANS = 8;

interface Planned {
  readonly executor: Executor;
  /** The arrays that it stands on: parameters, and inputs of its own. */
  readonly arrays: readonly NDArray[];
}

/** A symbol whose variables are the inputs and parameters of a block. */
export class CachedGraph {
  readonly symbol: GraphSymbol;
  readonly #program: Program;
  /** For each variable its place among the inputs, or its parameter. */
  readonly #sources: readonly (number | Parameter)[];
  readonly #plans: Map<string, Planned> = new Map();

  /**
   * @param inputs - the names of the inputs
   * @param parameter - the parameter of a name
   */
  constructor(symbol: GraphSymbol, inputs: readonly string[], parameter: (name: string) => Parameter) {
    this.symbol = symbol;
    this.#program = new Program(symbol);
    this.#sources = this.#program.inputs.map((name) => {
      const place = inputs.indexOf(name);
      return place >= 0 ? place : parameter(name);
    });
  }

  /** The outputs for some inputs. Prediction runs a plan that was made for their shapes; all else is run as it comes. */
  run(inputs: readonly NDArray[]): NDArray[] {
    this.#finishParameters(inputs);
    const arrays = this.#sources.map((source) => (typeof source === "number" ? at(inputs, source) : source.data()));
    return isRecording() || isTraining() ? this.#program.run(arrays) : this.#predict(arrays);
  }

  /** Gives parameters whose shapes are unknown those that follow from the inputs'. */
  #finishParameters(inputs: readonly NDArray[]): void {
    const deferred = this.#sources.some((source) => typeof source !== "number" && source.isDeferred);
    if (!deferred) return;
    const names = this.#program.inputs;
    const given = names.flatMap((name, i) => {
      const source = this.#sources[i];
      return typeof source === "number" ? [[name, at(inputs, source).shape] as const] : [];
    });
    const [args, , aux] = this.symbol.inferShape(Object.fromEntries(given));
    if (!args || !aux) throw new MXNetError("the shapes of parameters do not follow from those of the inputs");
    const shapes = new Map<string, readonly number[]>();
    this.symbol.listArguments().forEach((name, i) => {
      shapes.set(name, args[i] as number[]);
    });
    this.symbol.listAuxiliaryStates().forEach((name, i) => {
      shapes.set(name, aux[i] as number[]);
    });
    names.forEach((name, i) => {
      const source = this.#sources[i];
      if (typeof source === "number" || !source?.isDeferred) return;
      source.shape = shapes.get(name) as number[];
      source.finishDeferredInit();
    });
  }

  #predict(arrays: readonly NDArray[]): NDArray[] {
    const isInput = (i: number): boolean => typeof this.#sources[i] === "number";
    const key = arrays.map((x, i) => (isInput(i) ? `${x.shape}:${x.dtype}` : "")).join();
    let planned = this.#plans.get(key);
    if (planned?.arrays.some((x, i) => !isInput(i) && x !== arrays[i])) planned = undefined;
    this.#plans.delete(key);
    planned ??= this.#plan(arrays, isInput);
    // The last used come last; the first are let go.
    this.#plans.set(key, planned);
    for (const old of this.#plans.keys()) if (this.#plans.size > MOST_PLANS) this.#plans.delete(old);
    planned.arrays.forEach((x, i) => {
      if (isInput(i)) x.set(arrays[i] as NDArray);
    });
    return planned.executor.forward(false).map((y) => y.copy());
  }

  #plan(arrays: readonly NDArray[], isInput: (i: number) => boolean): Planned {
    return outsideScopes(() => {
      const own = arrays.map((x, i) => (isInput(i) ? x.copy() : x));
      const named = Object.fromEntries(this.#program.inputs.map((name, i) => [name, own[i] as NDArray]));
      const pick = (names: readonly string[]): NDArray[] => names.map((name) => named[name] as NDArray);
      const executor = this.symbol.bind(
        null,
        pick(this.symbol.listArguments()),
        null,
        "null",
        pick(this.symbol.listAuxiliaryStates()),
      );
      return { executor, arrays: own };
    });
  }
}

function at(inputs: readonly NDArray[], place: number): NDArray {
  const x = inputs[place];
  if (!x) throw new MXNetError(`the block takes at least ${place + 1} inputs, got ${inputs.length}`);
  return x;
}
