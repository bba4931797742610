// A network from a checkpoint, run on inputs of any size.
import { model, type NDArray, type sym } from "mxgrad";

/** A checkpoint: the path before `-symbol.json` and `-0001.params`, or what is in these files. */
export type Checkpoint = string | { readonly symbol: string; readonly params: Uint8Array };

export class Network {
  #executor: sym.Executor;

  private constructor(executor: sym.Executor) {
    this.#executor = executor;
  }

  /** Loads a checkpoint whose input has this shape, up to the number of examples and their size. */
  static async load(checkpoint: Checkpoint, shape: readonly number[]): Promise<Network> {
    const [symbol, args, aux] =
      typeof checkpoint === "string"
        ? await model.loadCheckpoint(checkpoint, 1)
        : await model.loadCheckpoint(checkpoint);
    const executor = symbol.simpleBind(null, { gradReq: "null", shapes: { data: shape } });
    executor.copyParamsFrom(args, aux);
    return new Network(executor);
  }

  /** The outputs for an input; they hold until the next call. */
  run(data: NDArray): NDArray[] {
    if (String(data.shape) !== String(this.#executor.argDict["data"]?.shape)) {
      this.#executor = this.#executor.reshape({ data: data.shape }, { partialShaping: true, allowUpSizing: true });
    }
    return this.#executor.forward(false, { data });
  }
}
