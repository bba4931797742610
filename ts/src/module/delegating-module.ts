import type { DataDesc } from "../io/data-desc.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { BaseModule } from "./base-module.ts";

/** A module made of others: inputs are those of one, outputs those of one. */
export abstract class DelegatingModule extends BaseModule {
  /** The module that gets the inputs; `call` is what asks for it. */
  protected abstract head(call: string): BaseModule;
  /** The module whose outputs are given. */
  protected abstract tail(call: string): BaseModule;

  get symbol(): GraphSymbol | null {
    return this.tail("symbol").symbol;
  }

  get dataNames(): readonly string[] {
    return this.head("dataNames").dataNames;
  }

  get outputNames(): readonly string[] {
    return this.tail("outputNames").outputNames;
  }

  get dataShapes(): readonly DataDesc[] {
    return this.head("dataShapes").dataShapes;
  }

  get outputShapes(): [name: string, shape: number[]][] {
    return this.tail("outputShapes").outputShapes;
  }

  getOutputs(): NDArray[] {
    return this.tail("getOutputs").getOutputs();
  }

  getInputGrads(): NDArray[] {
    return this.head("getInputGrads").getInputGrads();
  }
}
