// Blocks of symbols: models that come from files.
import { MXNetError } from "../error.ts";
import { readAnywhere } from "../files/anywhere.ts";
import { DTYPES, type DType } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import type { Context, NDArray } from "../nd/ndarray.ts";
import { GraphSymbol } from "../symbol/symbol.ts";
import { fromJSON, Group } from "../symbol/variable.ts";
import { CachedGraph } from "./cached-graph.ts";
import { HybridBlock } from "./hybrid-block.ts";
import type { ParameterOptions } from "./parameter.ts";
import { ParameterDict } from "./parameter-dict.ts";

/** A model's files by their contents. */
export interface SymbolBlockFiles {
  /** The symbol's JSON. */
  readonly symbol: string | Uint8Array;
  /** The bytes of a .params file; without it parameters have no values yet. */
  readonly params?: Uint8Array | null | undefined;
}

/** How `SymbolBlock.imports` takes parameters. */
export interface ImportOptions {
  /** Whether parameters that the file lacks get no values (`initialize` makes some). */
  readonly allowMissing?: boolean | undefined;
  /** Whether arrays of the file that have no parameter are ignored. */
  readonly ignoreExtra?: boolean | undefined;
}

const isSymbol = (x: unknown): x is GraphSymbol => x instanceof GraphSymbol;
const names = (value: unknown): value is string[] => Array.isArray(value) && value.every((x) => typeof x === "string");

/**
 * A block that computes a symbol: a model out of files, or a part of one, that can be run and trained as any other block.
 *
 * @example
 * ```ts
 * const data = sym.Variable("data");
 * const net = new gluon.SymbolBlock(sym.FullyConnected(data, { numHidden: 2, name: "fc" }), data);
 * net.initialize();
 * console.log(net(nd.ones([1, 3])).shape, [...net.collectParams().keys()]); // [ 1, 2 ] [ 'fc_weight', 'fc_bias' ]
 * ```
 */
export class SymbolBlock extends HybridBlock {
  static override readonly name: string = "SymbolBlock";
  readonly #symbol: GraphSymbol;
  readonly #graph: CachedGraph;
  readonly #inputs: readonly string[];

  /**
   * @param outputs - the outputs
   * @param inputs - the variables that inputs stand for; all others are parameters
   * @param params - parameters to share
   */
  constructor(
    outputs: GraphSymbol | readonly GraphSymbol[],
    inputs: GraphSymbol | readonly GraphSymbol[],
    params: ParameterDict | null = null,
  ) {
    super({ prefix: "", params: new ParameterDict("", params) });
    const list = [outputs].flat() as GraphSymbol[];
    if (list.length === 0 || !list.every(isSymbol)) {
      throw new TypeError(`SymbolBlock: outputs must be Symbols, got ${describe(outputs)}`);
    }
    const variables = [inputs].flat() as GraphSymbol[];
    if (!variables.every(isSymbol)) {
      throw new TypeError(`SymbolBlock: inputs must be Symbols, got ${describe(inputs)}`);
    }
    this.#symbol = list.length === 1 ? (list[0] as GraphSymbol) : Group(list);
    this.#inputs = variables.flatMap((variable) => variable.listOutputs());
    const states = new Set(this.#symbol.listAuxiliaryStates());
    const all = this.#symbol.listInputs();
    for (const name of this.#inputs) {
      if (!all.includes(name)) {
        throw new MXNetError(
          `SymbolBlock: the input ${name} is no variable of the symbol, which has ${all.join(", ")}`,
        );
      }
    }
    const attrs = this.#symbol.attrDict();
    for (const name of all) {
      if (!this.#inputs.includes(name)) this.params.get(name, options(attrs[name] ?? {}, states.has(name)));
    }
    this.#graph = new CachedGraph(this.#symbol, this.#inputs, (name) => this.params.at(name));
  }

  /**
   * A model from files that MXNet's or this library's `export`, `saveCheckpoint` or Module wrote.
   *
   * @param files - the path or URL of the symbol's JSON, or the contents of the files
   * @param inputs - the names of the variables that inputs stand for
   * @param params - the path or URL of the parameters, or their bytes
   * @throws MXNetError for files that cannot be read, and for missing and surplus parameters
   * @example
   * ```ts
   * const files = mx.model.saveCheckpoint(null, 0, sym.exp(sym.Variable("data")), {}, {});
   * const net = await gluon.SymbolBlock.imports(files, ["data"]);
   * console.log(net(nd.zeros([2])).toArray()); // [ 1, 1 ]
   * ```
   */
  static async imports(
    files: string | SymbolBlockFiles,
    inputs: string | readonly string[],
    params: string | Uint8Array | null = null,
    _ctx: Context | null = null,
    options: ImportOptions = {},
  ): Promise<SymbolBlock> {
    const wanted = typeof inputs === "string" ? [inputs] : inputs;
    if (!names(wanted)) throw new TypeError(`imports: inputs must be names, got ${describe(inputs)}`);
    const text = typeof files === "string" ? await readAnywhere(files, "imports") : files.symbol;
    const json = typeof text === "string" ? text : new TextDecoder().decode(text);
    const given = params ?? (typeof files === "string" ? null : files.params) ?? null;
    const bytes = typeof given === "string" ? await readAnywhere(given, "imports") : given;
    const symbol = fromJSON(json);
    const internals = symbol.getInternals();
    const block = new SymbolBlock(
      symbol,
      wanted.map((name) => internals.get(name)),
    );
    if (bytes !== null) {
      block.collectParams().load(bytes, { castDtype: true, dtypeSource: "saved", ...options });
    }
    return block;
  }

  override forward(...inputs: never[]): unknown {
    const given = inputs as readonly unknown[];
    if (given.length !== this.#inputs.length) {
      throw new MXNetError(
        `SymbolBlock: got ${given.length} inputs, expected ${this.#inputs.length}: ${this.#inputs.join(", ")}`,
      );
    }
    if (given.some(isSymbol)) {
      return this.#symbol.compose(Object.fromEntries(this.#inputs.map((name, i) => [name, given[i] as GraphSymbol])));
    }
    const outputs = this.#graph.run(given as readonly NDArray[]);
    return outputs.length === 1 ? outputs[0] : outputs;
  }

  /** @internal */
  protected override symbolicForward(inputs: readonly unknown[]): unknown {
    return this.forward(...(inputs as never[]));
  }

  override toString(): string {
    return `SymbolBlock(${this.#inputs.join(", ")} -> ${this.#symbol.listOutputs().join(", ")})`;
  }
}

/** What a variable's attributes say of its parameter. */
function options(attrs: Readonly<Record<string, string>>, isState: boolean): ParameterOptions {
  const {
    __shape__: shape,
    __dtype__: dtype,
    __lr_mult__: lrMult = "1",
    __wd_mult__: wdMult = "1",
    __init__: init,
  } = attrs as { readonly [hidden: `__${string}__`]: string | undefined };
  return {
    allowDeferredInit: true,
    gradReq: isState ? "null" : "write",
    differentiable: !isState,
    dtype: DTYPES[Number(dtype ?? 0)] as DType,
    shape: shape ? (shape.match(/-?\d+/g) ?? []).map(Number) : null,
    lrMult: Number(lrMult),
    wdMult: Number(wdMult),
    init: init ?? null,
  };
}
