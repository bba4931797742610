// Calling operators on arrays.
import type { Attrs, AttrValue } from "../runtime/attrs.ts";
import { call, call1, callId } from "../runtime/call.ts";
import type { Cell } from "../runtime/cell.ts";
import { anySparse, NDArray, sparseStorage } from "./ndarray.ts";

/** What every operator function takes besides its own options. */
export interface OutOption {
  /** An array, or a list of them, to write the results into; they are returned. */
  out?: NDArray | readonly NDArray[] | undefined;
  /** The name that the result has where it is a symbol; arrays have none. */
  name?: string | undefined;
}

/** Refuses what is not an array, naming the operator and the argument. */
export function expectNDArray(x: unknown, op: string, arg: string): asserts x is NDArray {
  if (!(x instanceof NDArray)) throw new TypeError(`${op}: ${arg} must be an NDArray, got ${describe(x)}`);
}

/** A value in a few words, for messages. */
export function describe(x: unknown): string {
  if (x === null || x === undefined) return String(x);
  if (typeof x === "number" || typeof x === "boolean") return `the ${typeof x} ${x}`;
  if (typeof x === "string") return `the text ${JSON.stringify(x.slice(0, 40))}`;
  if (x instanceof NDArray) return `an NDArray of shape (${x.shape})`;
  return typeof x === "object" ? `a ${(x as object).constructor?.name ?? "plain object"}` : `a ${typeof x}`;
}

function outArrays(op: string, out: OutOption["out"]): readonly NDArray[] {
  if (out === undefined || out === null) return [];
  const list = (out instanceof NDArray ? [out] : out) as readonly NDArray[];
  if (!Array.isArray(list))
    throw new TypeError(`${op}: out must be an NDArray or a list of them, got ${describe(out)}`);
  for (const x of list) expectNDArray(x, op, "out");
  return list;
}

/** Where sparse arrays take part: their own way if there is one, else on dense copies. */
function runSparse(op: string, inputs: readonly NDArray[], attrs: Attrs, targets: readonly NDArray[]): NDArray[] {
  const results = sparseStorage.call(op, inputs, attrs) ?? runDense(op, inputs, attrs);
  targets.forEach((target, i) => {
    results[i]?.copyto(target);
  });
  return results.map((result, i) => targets[i] ?? result);
}

function runDense(op: string, inputs: readonly NDArray[], attrs: Attrs): NDArray[] {
  const dense = inputs.map((x) => x.tostype("default"));
  const results = call(callId(op, attrs), cellsOf(dense), []).map((cell) => NDArray.fromCell(cell));
  // The states of an optimizer are written into.
  if (op.endsWith("_update")) {
    inputs.forEach((x, i) => {
      if (x.stype !== "default") sparseStorage.assign(x, dense[i] as NDArray);
    });
  }
  return results;
}

const cellsOf = (arrays: readonly NDArray[]): Cell[] => arrays.map((x) => x.cell);

function run(op: string, inputs: readonly NDArray[], attrs: Attrs, out: OutOption["out"]): NDArray[] {
  inputs.forEach((x, i) => {
    expectNDArray(x, op, `input ${i}`);
  });
  const targets = outArrays(op, out);
  if (anySparse(inputs) || anySparse(targets)) return runSparse(op, inputs, attrs, targets);
  const results = call(callId(op, attrs), cellsOf(inputs), cellsOf(targets));
  return results.map((cell, i) => targets[i] ?? NDArray.fromCell(cell));
}

/**
 * Calls any operator of the registry by MXNet's name.
 *
 * @param op - MXNet's name of the operator, or an alias
 * @param inputs - the tensors, in MXNet's order
 * @param attrs - attributes by name (MXNet's or camelCase), as MXNet's texts or plain values
 * @param options - `out`: arrays to write the results into
 * @returns all visible outputs
 * @throws MXNetError for an unknown operator or attribute, and for inputs that do not fit
 * @example
 * ```ts
 * const [y] = nd.invoke("_plus_scalar", [nd.ones([2])], { scalar: "1.5" });
 * ```
 */
export function invoke(
  op: string,
  inputs: readonly NDArray[] = [],
  attrs: { readonly [name: string]: AttrValue } = {},
  options: OutOption = {},
): NDArray[] {
  if (typeof op !== "string") throw new TypeError(`invoke: the operator must be a name, got ${describe(op)}`);
  if (!Array.isArray(inputs))
    throw new TypeError(`${op}: the inputs must be a list of NDArrays, got ${describe(inputs)}`);
  return run(op, inputs, attrs, options.out);
}

/** Splits the trailing options object off an operator function's arguments and calls the operator. */
export function apply(op: string, args: readonly unknown[]): NDArray | NDArray[] {
  const last = args.at(-1);
  const hasOptions = isOptions(last);
  const inputs = (hasOptions ? args.slice(0, -1) : args).filter((x) => x !== null && x !== undefined) as NDArray[];
  const { out, ...attrs } = (hasOptions ? last : {}) as Attrs & OutOption;
  const results = run(op, inputs, attrs, out);
  return results.length === 1 ? (results[0] as NDArray) : results;
}

/** The same for operators of any number of tensors, given one by one or as one list; `count` is their number's name. */
export function applyVariadic(op: string, count: string | null, args: readonly unknown[]): NDArray | NDArray[] {
  const last = args.at(-1);
  const options = (isOptions(last) ? last : {}) as Attrs & OutOption;
  const tensors = isOptions(last) ? args.slice(0, -1) : args;
  const list = (tensors.length === 1 && Array.isArray(tensors[0]) ? tensors[0] : tensors) as unknown[];
  const attrs = count ? { [count]: list.length, ...options } : options;
  return apply(op, [...list, attrs]);
}

/** Calls an operator of one output. */
export function invoke1(op: string, inputs: readonly NDArray[], attrs?: Attrs): NDArray {
  const own = anySparse(inputs) ? sparseStorage.call(op, inputs, attrs) : undefined;
  return own?.[0] ?? NDArray.fromCell(call1(callId(op, attrs), cellsOf(inputs)));
}

function isOptions(x: unknown): x is object {
  return typeof x === "object" && x !== null && !(x instanceof NDArray) && !Array.isArray(x);
}

/** Calls an operator as a method: after so many arrays come attributes of these names, or options. */
export function applyMethod(
  op: string,
  self: unknown,
  args: readonly unknown[],
  names: readonly string[] = [],
  arrays = 0,
): NDArray | NDArray[] {
  return apply(op, [self, ...args.slice(0, arrays), methodOptions(names, args.slice(arrays))]);
}

/** A method's arguments as options: an options object, or the attributes by position. */
export function methodOptions(names: readonly string[], args: readonly unknown[]): Attrs & OutOption {
  const last = args.at(-1);
  const options: Record<string, unknown> = isOptions(last) ? { ...last } : {};
  const values = isOptions(last) ? args.slice(0, -1) : args;
  if (values.length > names.length) {
    throw new TypeError(`too many arguments: got ${values.length}, there are ${names.join(", ")}`);
  }
  values.forEach((value, i) => {
    if (value !== undefined) options[names[i] as string] = value;
  });
  return options as Attrs & OutOption;
}
