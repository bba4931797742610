import { MXNetError } from "../error.ts";
import * as nd from "../nd/index.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { Block } from "./block.ts";
import { DeferredInitializationError } from "./parameter.ts";

/** Values of a block's own parameters, by the names of its fields. */
export type ParameterValues = { readonly [field: string]: NDArray };

/** The functions that a `hybridForward` computes with. */
export type Functions = typeof nd;

/**
 * A block whose computation is a function of its inputs and its own parameters: `hybridForward(F, ...inputs, params)`,
 * where F is `nd`. Parameters whose shapes are unknown get them from `inferShape` at the first call.
 *
 * @example
 * ```ts
 * class Scale extends gluon.HybridBlock {
 *   factor = this.params.get("factor", { shape: [1], init: "ones" });
 *   override hybridForward(F: gluon.Functions, x: NDArray, { factor }: gluon.ParameterValues) {
 *     return F.broadcastMul(x, factor!);
 *   }
 * }
 * ```
 */
export abstract class HybridBlock<Inputs extends unknown[] = NDArray[], Output = NDArray> extends Block<
  Inputs,
  Output
> {
  override forward(...inputs: never[]): unknown {
    return this.hybridForward(nd, ...inputs, this.paramValues(inputs) as never);
  }

  /** The computation; the last argument has the values of this block's own parameters by field. */
  hybridForward(_F: Functions, ..._inputs: never[]): unknown {
    throw new MXNetError(`${this.constructor.name} has neither a hybridForward nor a forward`);
  }

  /** Adds a block, which must be a HybridBlock, too. */
  override registerChild(block: Block, name?: string): void {
    if (block instanceof Block && !(block instanceof HybridBlock)) {
      throw new MXNetError(
        `Children of HybridBlock must also be HybridBlock, but ${block} has type ${block.constructor.name}. If you are using Sequential, please try HybridSequential instead.`,
      );
    }
    super.registerChild(block, name);
  }

  /** Sets the unknown dimensions of this block's parameters, from what its first call gets. */
  inferShape(..._inputs: never[]): void {}

  /** The values of this block's own parameters; those that are deferred are made now. */
  protected paramValues(inputs: readonly unknown[]): ParameterValues {
    const params = this.fieldParams();
    const values: { [field: string]: NDArray } = {};
    try {
      for (const [field, param] of params) values[field] = param.data();
    } catch (error) {
      if (!(error instanceof DeferredInitializationError)) throw error;
      this.inferShape(...(inputs as never[]));
      for (const [field, param] of params) {
        param.finishDeferredInit();
        values[field] = param.data();
      }
    }
    return values;
  }
}
