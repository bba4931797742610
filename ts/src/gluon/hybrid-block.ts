import { MXNetError } from "../error.ts";
import { encodeParams, fileName } from "../model/checkpoint.ts";
import { writeFile } from "../nd/files.ts";
import * as nd from "../nd/index.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { sym } from "../symbol/index.ts";
import { Prefix } from "../symbol/name.ts";
import { GraphSymbol } from "../symbol/symbol.ts";
import { Group, Variable } from "../symbol/variable.ts";
import { Block } from "./block.ts";
import { CachedGraph } from "./cached-graph.ts";
import { DeferredInitializationError } from "./parameter.ts";
import { flattenNest, type Nest, regroup } from "./structure.ts";

/** Values of a block's own parameters, by the names of its fields. */
export type ParameterValues = { readonly [field: string]: NDArray };

/** The functions that a `hybridForward` computes with. */
export type Functions = typeof nd;

/** What `export` gives when the path is null: the contents of both files. */
export interface Exported {
  /** The symbol's JSON. */
  readonly symbol: string;
  /** The bytes of a .params file. */
  readonly params: Uint8Array;
}

/** A block's graph, and how its outputs are put together. */
interface Traced {
  readonly inputs: Nest<number>;
  readonly graph: CachedGraph;
  readonly outputs: Nest<number>;
}

/**
 * A block whose computation is a function of its inputs and its own parameters: `hybridForward(F, ...inputs, params)`,
 * where F is `nd`, or `sym` while the block's graph is made. Parameters whose shapes are unknown get them from `inferShape`
 * at the first call.
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
  #active = false;
  #traced: Traced | undefined;
  /** How the last call's inputs were put together, which `export` asks for. */
  #lastInputs: Nest<number> | undefined;

  /**
   * From now on the block's graph is made once, by calling `hybridForward` with symbols, and run as a whole: prediction by a
   * plan that allocates nothing after the first call with a shape, training on the tape as before.
   *
   * @param active - false to go back
   * @example
   * ```ts
   * const net = new gluon.nn.HybridSequential().add(new gluon.nn.Dense(4, { activation: "relu" }), new gluon.nn.Dense(2));
   * net.initialize();
   * net.hybridize();
   * console.log(net(nd.ones([3, 5])).shape); // [ 3, 2 ]
   * ```
   */
  hybridize(active = true): void {
    if (typeof active !== "boolean")
      throw new TypeError(`hybridize: active must be true or false, got ${describe(active)}`);
    this.#active = active;
    this.#traced = undefined;
    for (const child of this.children.values()) (child as HybridBlock).hybridize(active);
  }

  override forward(...inputs: never[]): unknown {
    const given = inputs as unknown[];
    if (given.some(holdsSymbol)) return this.symbolicForward(given);
    // Most calls have one array: they make nothing for the sake of `export`.
    const single = given.length === 1 && isArray(given[0]);
    const [arrays, structure] = single ? [given as NDArray[], SINGLE] : flattenNest(given, isArray);
    this.#lastInputs = structure;
    if (this.#active) return this.#run(arrays, structure);
    return this.callHybridForward(nd, inputs, this.paramValues(inputs));
  }

  /** @internal Calls `hybridForward`. */
  protected callHybridForward(F: Functions, inputs: readonly unknown[], params: ParameterValues): unknown {
    return this.hybridForward(F, ...(inputs as never[]), params as never);
  }

  /** The computation; the last argument has the values of this block's own parameters by field. */
  hybridForward(_F: Functions, ..._inputs: never[]): unknown {
    throw new MXNetError(`${this.constructor.name} has neither a hybridForward nor a forward`);
  }

  /** @internal The block on symbols. */
  protected symbolicForward(inputs: readonly unknown[]): unknown {
    if (this.hybridForward === HybridBlock.prototype.hybridForward) {
      throw new MXNetError(`${this.constructor.name} has no hybridForward: it cannot be run on symbols`);
    }
    const params = Object.fromEntries([...this.fieldParams()].map(([field, param]) => [field, param.var()]));
    const run = (): unknown =>
      this.callHybridForward(sym as unknown as Functions, inputs, params as unknown as ParameterValues);
    return this.namesNothing ? run() : new Prefix(this.prefix).scope(run);
  }

  /** The graph for inputs that are put together so. */
  #trace(inputs: Nest<number>): Traced {
    let count = 0;
    regroup(inputs, () => count++);
    const names = count === 1 ? ["data"] : Array.from({ length: count }, (_, i) => `data${i}`);
    const variables = regroup(inputs, (place) => Variable(names[place] as string)) as unknown[];
    const [outputs, structure] = flattenNest([this.symbolicForward(variables)], isSymbol);
    const symbol = outputs.length === 1 ? (outputs[0] as GraphSymbol) : Group(outputs);
    const params = this.collectParams();
    return { inputs, graph: new CachedGraph(symbol, names, (name) => params.at(name)), outputs: structure };
  }

  #run(arrays: readonly NDArray[], structure: Nest<number>): unknown {
    const known = this.#traced?.inputs;
    const same = known === structure || (known && JSON.stringify(known) === JSON.stringify(structure));
    if (!this.#traced || !same) this.#traced = this.#trace(structure);
    const { graph, outputs } = this.#traced;
    const values = graph.run(arrays);
    return (regroup(outputs, (place) => values[place] as NDArray) as unknown[])[0];
  }

  /**
   * Writes the block's graph and parameters as MXNet does, `PATH-symbol.json` and `PATH-0000.params`, for
   * `SymbolBlock.imports`, `model.loadCheckpoint` and MXNet itself. Blocks of several inputs are called once before.
   *
   * @param path - what the files' names begin with; null for their contents
   * @param epoch - the number in the name of the parameters' file
   * @throws MXNetError while there are parameters without values, and for blocks without a `hybridForward`
   * @example
   * ```ts
   * const net = new gluon.nn.Dense(2, { inUnits: 3 });
   * net.initialize();
   * const { symbol, params } = net.export(null);
   * const same = await gluon.SymbolBlock.imports({ symbol, params }, ["data"]);
   * console.log(same(nd.ones([1, 3])).shape); // [ 1, 2 ]
   * ```
   */
  export(path: string, epoch?: number): void;
  export(path: null): Exported;
  export(path: string | null, epoch = 0): Exported | undefined {
    if (path !== null && typeof path !== "string") {
      throw new TypeError(`export: the path must be a text or null, got ${describe(path)}`);
    }
    if (!Number.isInteger(epoch) || epoch < 0) {
      throw new TypeError(`export: the epoch must be a whole number, got ${describe(epoch)}`);
    }
    const { symbol } = (this.#traced ?? this.#trace(this.#lastInputs ?? SINGLE)).graph;
    const params = this.collectParams();
    const values = (names: readonly string[]): NDArrayDict =>
      Object.fromEntries(names.map((name) => [name, params.at(name).data()]));
    const args = symbol.listArguments().filter((name) => params.has(name));
    const bytes = encodeParams(values(args), values(symbol.listAuxiliaryStates()));
    const json = symbol.toJSON();
    if (path === null) return { symbol: json, params: bytes };
    writeFile(`${path}-symbol.json`, new TextEncoder().encode(json), "export");
    writeFile(fileName(path, epoch, "params"), bytes, "export");
    return undefined;
  }

  /** Adds a block, which must be a HybridBlock, too. */
  override registerChild(block: Block, name?: string): void {
    if (block instanceof Block && !(block instanceof HybridBlock)) {
      throw new MXNetError(
        `Children of HybridBlock must also be HybridBlock, but ${block} has type ${block.constructor.name}. If you are using Sequential, please try HybridSequential instead.`,
      );
    }
    this.#traced = undefined;
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

/** How the inputs of a call with one array are put together. */
const SINGLE: Nest<number> = [0];

const isArray = (x: unknown): x is NDArray => x instanceof NDArray;
const isSymbol = (x: unknown): x is GraphSymbol => x instanceof GraphSymbol;

function holdsSymbol(x: unknown): boolean {
  return isSymbol(x) || (Array.isArray(x) && x.some(holdsSymbol));
}
