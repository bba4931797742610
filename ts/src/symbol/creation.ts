// Symbols without inputs: constants and ranges.
import type { DType } from "../nd/dtype.ts";
import { attrText } from "../runtime/attrs.ts";
import { atomic, type SymbolOptions } from "./create.ts";
import type { GraphSymbol } from "./symbol.ts";

/** What they take besides the operators' own options. */
export interface CreationOptions extends SymbolOptions {
  /** The element type; float32 by default. */
  dtype?: DType | undefined;
}

type Value = number | boolean | readonly number[] | null | undefined;

function make(op: string, options: CreationOptions, values: Readonly<Record<string, Value>>): GraphSymbol {
  const attrs: Record<string, string> = { dtype: options.dtype ?? "float32" };
  for (const [key, value] of Object.entries(values)) if (value !== undefined) attrs[key] = attrText(value);
  return atomic(op, op, [], attrs, options);
}

/**
 * Zeros of a shape; sizes of 0 are inferred.
 *
 * @example
 * ```ts
 * console.log(sym.zeros([2, 3]).inferShape({})[1]); // [ [ 2, 3 ] ]
 * ```
 */
export function zeros(shape: number | readonly number[], options: CreationOptions = {}): GraphSymbol {
  return make("_zeros", options, { shape });
}

/**
 * Ones of a shape; sizes of 0 are inferred.
 *
 * @example
 * ```ts
 * console.log(sym.ones([2]).eval({})[0].toArray()); // [ 1, 1 ]
 * ```
 */
export function ones(shape: number | readonly number[], options: CreationOptions = {}): GraphSymbol {
  return make("_ones", options, { shape });
}

/**
 * One number in a shape.
 *
 * @example
 * ```ts
 * console.log(sym.full([2], 1.5).eval({})[0].toArray()); // [ 1.5, 1.5 ]
 * ```
 */
export function full(shape: number | readonly number[], value: number, options: CreationOptions = {}): GraphSymbol {
  return make("_full", options, { shape, value });
}

/**
 * Evenly spaced numbers from `start` (0 if there is only one bound) up to `stop`, each `repeat` times.
 *
 * @example
 * ```ts
 * console.log(sym.arange(3).eval({})[0].toArray()); // [ 0, 1, 2 ]
 * ```
 */
export function arange(
  start: number,
  stop: number | null = null,
  options: CreationOptions & { step?: number; repeat?: number } = {},
): GraphSymbol {
  const { step = 1, repeat = 1, ...rest } = options;
  const range = stop === null ? { start: 0, stop: start } : { start, stop };
  return make("_arange", rest, { ...range, step, repeat, infer_range: false });
}

/**
 * A matrix with ones on a diagonal.
 *
 * @example
 * ```ts
 * console.log(sym.eye(2).eval({})[0].toArray()); // [ [ 1, 0 ], [ 0, 1 ] ]
 * ```
 */
export function eye(N: number, M = 0, k = 0, options: CreationOptions = {}): GraphSymbol {
  return make("_eye", options, { N, M, k });
}

/**
 * `num` evenly spaced numbers from start to stop, which `endpoint: false` leaves out.
 *
 * @example
 * ```ts
 * console.log(sym.linspace(0, 1, 5).eval({})[0].toArray()); // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export function linspace(
  start: number,
  stop: number,
  num: number,
  options: CreationOptions & { endpoint?: boolean } = {},
): GraphSymbol {
  const { endpoint = true, ...rest } = options;
  return make("_linspace", rest, { start, stop, num, endpoint });
}
