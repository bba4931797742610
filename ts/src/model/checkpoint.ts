// Symbols with their parameters, in files as MXNet's: PREFIX-symbol.json and PREFIX-0001.params.
import { MXNetError } from "../error.ts";
import { readAnywhere } from "../files/anywhere.ts";
import { isPlainObject } from "../init/arguments.ts";
import { writeFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { load, type NDArrayDict, save } from "../nd/params.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { fromJSON } from "../symbol/variable.ts";

/** A symbol with its parameters as files hold them. */
export interface Checkpoint {
  /** The symbol's JSON; null if there is none. */
  readonly symbol: string | null;
  /** The bytes of a .params file. */
  readonly params: Uint8Array;
  /** What `saveOptimizerStates` gives, if it was asked for. */
  readonly states?: Uint8Array | undefined;
}

/** Arrays by name. */
export type Params = Readonly<Record<string, NDArray>>;

/** What `loadCheckpoint` takes instead of a prefix. */
export interface CheckpointSource {
  /** The symbol's JSON, as text or bytes. */
  readonly symbol: string | Uint8Array | ArrayBuffer;
  /** The bytes of a .params file. */
  readonly params: Uint8Array | ArrayBuffer;
  /** What `saveOptimizerStates` gave. */
  readonly states?: Uint8Array | null | undefined;
}

/** The name of a checkpoint's file: `PREFIX-0001.params`. */
export function fileName(prefix: string, epoch: number, ending: "params" | "states"): string {
  if (!Number.isInteger(epoch)) throw new TypeError(`checkpoint: the epoch must be an integer, got ${describe(epoch)}`);
  return `${prefix}-${epoch < 0 ? "-" : ""}${String(Math.abs(epoch)).padStart(epoch < 0 ? 3 : 4, "0")}.${ending}`;
}

/** Parameters under the names that they have in files. */
export function encodeParams(argParams: Params, auxParams: Params): Uint8Array {
  const named = (params: Params, kind: string): [string, NDArray][] =>
    Object.entries(params).map(([name, x]) => [`${kind}:${name}`, x]);
  return save(null, new Map([...named(argParams, "arg"), ...named(auxParams, "aux")]));
}

/** Parameters out of a .params file. Names without `arg:` or `aux:` are refused, or left out. */
export function decodeParams(
  bytes: Uint8Array | ArrayBuffer,
  action: string,
  strict: boolean,
): [NDArrayDict, NDArrayDict] {
  const loaded = load(bytes);
  const found: [NDArrayDict, NDArrayDict] = [{}, {}];
  if (Array.isArray(loaded)) {
    if (loaded.length > 0) throw new MXNetError(`${action}: the parameters have no names`);
    return found;
  }
  for (const [full, x] of Object.entries(loaded)) {
    const [kind, name] = [full.slice(0, 4), full.slice(4)];
    if (kind === "arg:") found[0][name] = x;
    else if (kind === "aux:") found[1][name] = x;
    else if (strict)
      throw new MXNetError(`${action}: Invalid param file: the name ${full} begins with neither arg: nor aux:`);
  }
  return found;
}

/** What `saveCheckpoint` takes besides. */
export interface SaveCheckpointOptions {
  /** Where the line goes that names the file; `console.info` by default. */
  log?: ((line: string) => void) | undefined;
}

/**
 * Saves a symbol with its parameters: `PREFIX-symbol.json` and `PREFIX-0001.params`, which MXNet can load.
 *
 * @param prefix - of the files; null for their contents
 * @param symbol - may be null: then the parameters are saved alone
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 1, name: "fc" });
 * const saved = mx.model.saveCheckpoint(null, 1, net, { fc_weight: nd.ones([1, 2]), fc_bias: nd.zeros([1]) }, {});
 * const [symbol, argParams] = await mx.model.loadCheckpoint(saved);
 * console.log(symbol.listArguments(), Object.keys(argParams));
 * // [ 'data', 'fc_weight', 'fc_bias' ] [ 'fc_weight', 'fc_bias' ]
 * ```
 */
export function saveCheckpoint(
  prefix: string,
  epoch: number,
  symbol: GraphSymbol | null,
  argParams: Params,
  auxParams: Params,
  options?: SaveCheckpointOptions,
): void;
export function saveCheckpoint(
  prefix: null,
  epoch: number,
  symbol: GraphSymbol,
  argParams: Params,
  auxParams: Params,
): Checkpoint & { symbol: string };
export function saveCheckpoint(
  prefix: null,
  epoch: number,
  symbol: GraphSymbol | null,
  argParams: Params,
  auxParams: Params,
): Checkpoint;
export function saveCheckpoint(
  prefix: string | null,
  epoch: number,
  symbol: GraphSymbol | null,
  argParams: Params,
  auxParams: Params,
  { log = (line: string): void => console.info(line) }: SaveCheckpointOptions = {},
): Checkpoint | undefined {
  const params = encodeParams(argParams, auxParams);
  const json = symbol?.toJSON() ?? null;
  if (prefix === null) return { symbol: json, params };
  const name = fileName(prefix, epoch, "params");
  if (json !== null) writeFile(`${prefix}-symbol.json`, new TextEncoder().encode(json), "saveCheckpoint");
  writeFile(name, params, "saveCheckpoint");
  log(`Saved checkpoint to "${name}"`);
  return undefined;
}

/**
 * The parameters of a checkpoint, by name.
 *
 * @param prefix - of the files, or of URLs
 * @returns arguments and auxiliary states
 * @example
 * ```ts
 * mx.model.saveCheckpoint("only", 3, null, { w: nd.ones([2]) }, {}, { log: () => {} });
 * const [argParams, auxParams] = await mx.model.loadParams("only", 3);
 * console.log(Object.keys(argParams), Object.keys(auxParams)); // [ 'w' ] []
 * ```
 */
export async function loadParams(prefix: string, epoch: number): Promise<[NDArrayDict, NDArrayDict]> {
  if (typeof prefix !== "string") throw new TypeError(`loadParams: expected a prefix, got ${describe(prefix)}`);
  return decodeParams(await readAnywhere(fileName(prefix, epoch, "params"), "loadParams"), "loadParams", false);
}

/**
 * Loads what `saveCheckpoint` saved, here or in MXNet.
 *
 * @param prefix - of the files (in Node, Deno and Bun) or of URLs; or the files' contents
 * @returns the symbol, its arguments' values and those of its auxiliary states
 * @throws MXNetError if a file cannot be read, or is none
 * @example
 * ```ts
 * const net = mx.sym.FullyConnected(mx.sym.Variable("data"), { numHidden: 1, name: "fc" });
 * mx.model.saveCheckpoint("small", 1, net, { fc_weight: nd.ones([1, 2]) }, {}, { log: () => {} });
 * const [symbol, argParams, auxParams] = await mx.model.loadCheckpoint("small", 1);
 * console.log(symbol.listOutputs(), Object.keys(argParams), Object.keys(auxParams)); // [ 'fc_output' ] [ 'fc_weight' ] []
 * ```
 */
export async function loadCheckpoint(prefix: string, epoch: number): Promise<[GraphSymbol, NDArrayDict, NDArrayDict]>;
export async function loadCheckpoint(source: CheckpointSource): Promise<[GraphSymbol, NDArrayDict, NDArrayDict]>;
export async function loadCheckpoint(
  source: string | CheckpointSource,
  epoch = 0,
): Promise<[GraphSymbol, NDArrayDict, NDArrayDict]> {
  if (typeof source === "string") {
    const symbol = await readAnywhere(`${source}-symbol.json`, "loadCheckpoint");
    return [fromJSON(text(symbol)), ...(await loadParams(source, epoch))];
  }
  if (!isPlainObject(source))
    throw new TypeError(`loadCheckpoint: expected a prefix, or { symbol, params }, got ${describe(source)}`);
  return [fromJSON(text(source.symbol)), ...decodeParams(source.params, "loadCheckpoint", false)];
}

function text(source: string | Uint8Array | ArrayBuffer): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
