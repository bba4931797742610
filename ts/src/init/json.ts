// Python's JSON, which initializers are written in: unlike JavaScript's it tells `3` from `3.0`.

import { describe } from "../nd/invoke.ts";
import { NDArray, type Nested } from "../nd/ndarray.ts";
import { pyRepr } from "../nd/print-repr.ts";

/**
 * A Python float: `init.float(1)` is written `1.0`, where the number 1 is written `1`.
 *
 * @example
 * ```ts
 * console.log(new init.Normal(init.float(1)).dumps()); // ["normal", {"sigma": 1.0}]
 * ```
 */
export class Float {
  readonly value: number;

  constructor(value: number) {
    if (typeof value !== "number") throw new TypeError(`float: expected a number, got ${describe(value)}`);
    this.value = value;
  }

  valueOf(): number {
    return this.value;
  }

  /** Python's text of the float. */
  toString(): string {
    return pyRepr(this.value);
  }
}

/**
 * Marks a number as a Python float, for `dumps()` only: whole JavaScript numbers are written as ints otherwise.
 *
 * @example
 * ```ts
 * new init.Uniform(1).dumps(); // ["uniform", {"scale": 1}]
 * new init.Uniform(init.float(1)).dumps(); // ["uniform", {"scale": 1.0}]
 * ```
 */
export function float(value: number): Float {
  return new Float(value);
}

/** A number as initializers take it. */
export type Real = number | Float;

/** A number or one marked as float, as a number; anything else is a TypeError. */
export function toNumber(value: unknown, what: string): number {
  if (value instanceof Float) return value.value;
  if (typeof value === "number") return value;
  throw new TypeError(`${what} must be a number, got ${describe(value)}`);
}

/** Numbers nested in lists, without the marks of floats. */
export function unmark(value: Json): Json {
  if (value instanceof Float) return value.value;
  return Array.isArray(value) ? value.map(unmark) : value;
}

/** What an initializer's parameters can be. */
export type Json =
  | null
  | boolean
  | string
  | Real
  | bigint
  | NDArray
  | ArrayBufferView
  | readonly Json[]
  | { readonly [key: string]: Json };

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function dumpText(text: string): string {
  // Python escapes everything outside of ASCII, by UTF-16 units.
  const body = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be escaped
    /["\\\u0000-\u001f\u007f-\uffff]/g,
    (unit) => SHORT_ESCAPES[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${body}"`;
}

function dumpNumber(value: number, isFloat: boolean): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return !isFloat && Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : pyRepr(value);
}

function isFloatArray(view: ArrayBufferView): boolean {
  return view instanceof Float32Array || view instanceof Float64Array;
}

function dumpNested(value: Nested, isFloat: boolean): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return dumpNumber(value, isFloat);
  return `[${value.map((item) => dumpNested(item, isFloat)).join(", ")}]`;
}

/** `json.dumps(value)`: separators `", "` and `": "`, ASCII only; arrays become nested lists. */
export function dumpJson(value: Json): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return dumpText(value);
  if (typeof value === "number") return dumpNumber(value, false);
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Float) return dumpNumber(value.value, true);
  if (value instanceof NDArray) return dumpNested(value.toArray(), value.dtype.startsWith("float"));
  if (ArrayBuffer.isView(value)) {
    return dumpNested(Array.from(value as Float64Array), isFloatArray(value));
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => dumpJson(item)).join(", ")}]`;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return `{${entries.map(([key, item]) => `${dumpText(key)}: ${dumpJson(item)}`).join(", ")}}`;
}

/** Stands for a number in the text given to `JSON.parse`, which would lose whether it was a float. */
const NUMBER_KEY = "\u0000number";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|NaN|-?Infinity/g;

/** `json.loads(text)`: floats that are whole come as `Float`, so that they are written as floats again. */
export function loadJson(text: string): Json {
  const marked = text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token;
    const value = Number(token);
    return /^-?\d+$/.test(token) || (Number.isFinite(value) && !Number.isInteger(value))
      ? token
      : `{"${NUMBER_KEY.replace("\u0000", "\\u0000")}": "${token}"}`;
  });
  return JSON.parse(marked, (_, value: unknown) => {
    const token = (value as Record<string, string> | null)?.[NUMBER_KEY];
    return token === undefined ? value : new Float(Number(token));
  }) as Json;
}

function typedOrArray(value: unknown): { shape: readonly number[]; flat: ArrayLike<number | bigint> } | undefined {
  if (value instanceof NDArray) return { shape: value.shape, flat: value.toTypedArray() };
  if (!ArrayBuffer.isView(value)) return undefined;
  const flat = value as Float64Array;
  return { shape: [flat.length], flat };
}

/** Whether two parameters are equal, as Python's `==` on them: 1 equals 1.0; arrays are compared by shape and elements. */
export function equalJson(a: unknown, b: unknown): boolean {
  const left = a instanceof Float ? a.value : a;
  const right = b instanceof Float ? b.value : b;
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  const x = typedOrArray(left);
  const y = typedOrArray(right);
  if (x && y) {
    // biome-ignore lint/suspicious/noDoubleEquals: 1n equals 1
    return String(x.shape) === String(y.shape) && Array.from(x.flat).every((value, i) => value == y.flat[i]);
  }
  if (x || y || Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && equalJson((left as Kwargs)[key], (right as Kwargs)[key]))
  );
}

type Kwargs = Readonly<Record<string, unknown>>;
