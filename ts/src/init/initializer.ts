import { MXNetError } from "../error.ts";
import { describe, invoke } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { pyRepr } from "../nd/print-repr.ts";
import { randint } from "../nd/random.ts";
import { snake } from "../runtime/attrs.ts";
import { Callable } from "../runtime/callable.ts";
import { scope } from "../scope.ts";
import { fillBilinear } from "./bilinear-kernel.ts";
import { InitDesc } from "./desc.ts";
import { dumpJson, equalJson, type Json } from "./json.ts";
import { create, nameOf } from "./registry.ts";

/** A name: what hooks get is what the initializer was called with. */
export type Name = InitDesc | string;

/** Computes what a verbose initializer prints of an array. */
export type PrintFunc = (arr: NDArray) => string;

/** The hooks, any of which a subclass may override. */
type Hook = "_initWeight" | "_initBias" | "_initGamma" | "_initBeta" | "_initZero" | "_initOne" | "_initBilinear";
type AnyHook = Hook | "_initQuantizedWeight" | "_initQuantizedBias" | "_initLocBias";

/** The rules for an InitDesc, in order: suffix of the name, and hook. */
const SUFFIXES: readonly (readonly [suffix: string, hook: AnyHook])[] = [
  ["weight", "_initWeight"],
  ["bias", "_initBias"],
  ["gamma", "_initGamma"],
  ["beta", "_initBeta"],
  ["min", "_initZero"],
  ["max", "_initOne"],
  ["weight_quantize", "_initQuantizedWeight"],
  ["bias_quantize", "_initQuantizedBias"],
];

/** The rules for plain strings, in order: prefix and suffix of the name, and hook. */
const LEGACY: readonly (readonly [prefix: string, suffix: string, hook: AnyHook])[] = [
  ["upsampling", "", "_initBilinear"],
  ["stn_loc", "weight", "_initZero"],
  ["stn_loc", "bias", "_initLocBias"],
  ["", "bias", "_initBias"],
  ["", "gamma", "_initGamma"],
  ["", "beta", "_initBeta"],
  ["", "weight", "_initWeight"],
  ["", "moving_mean", "_initZero"],
  ["", "moving_var", "_initOne"],
  ["", "moving_inv_var", "_initZero"],
  ["", "moving_avg", "_initZero"],
  ["", "min", "_initZero"],
  ["", "max", "_initOne"],
];

let warned = false;

/** Python's deprecation warning, once. */
function warnLegacy(): void {
  if (warned) return;
  warned = true;
  console.warn(
    "Calling initializer with init(string, NDArray) has been deprecated. Please use init(new mx.init.InitDesc(...), NDArray) instead.",
  );
}

/** The text of the float32 |x| / √size, as Python prints it. */
function rootMeanSquare(x: NDArray): string {
  const value = scope(() => {
    const norm = invoke("norm", [x])[0] as NDArray;
    return norm.div(Math.sqrt(x.size)).asscalar();
  });
  if (x.dtype === "float64") return pyRepr(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return pyRepr(short);
  }
  return pyRepr(Number(value.toPrecision(9)));
}

/** Checks the array that an initializer is to fill. */
export function expectArray(arr: unknown): asserts arr is NDArray {
  if (!(arr instanceof NDArray)) throw new TypeError(`arr must be NDArray, got ${describe(arr)}`);
}

export interface Initializer {
  /**
   * Fills an array.
   *
   * @param desc - what the array is: rules go by the end of its name. A plain string is deprecated, as in MXNet
   * @param arr - the array; it keeps its shape and dtype
   */
  (desc: Name, arr: NDArray): void;
}

/**
 * The base of initializers. A subclass overrides `_initWeight`, and any other of the hooks.
 *
 * | name ends in | hook | unless overridden |
 * |---|---|---|
 * | weight | `_initWeight` | must be overridden |
 * | bias, beta | `_initBias`, `_initBeta` | 0 |
 * | gamma | `_initGamma` | 1 |
 * | min, max | `_initZero`, `_initOne` | 0, 1 |
 * | weight_quantize | `_initQuantizedWeight` | one random int8 |
 * | bias_quantize | `_initQuantizedBias` | 0 |
 * | anything else | `_initDefault` | an error |
 *
 * @example
 * ```ts
 * class Tenth extends init.Initializer {
 *   override _initWeight(_name: init.Name, arr: NDArray) {
 *     arr.set(0.1);
 *   }
 * }
 * init.register(Tenth);
 * new Tenth()(new init.InitDesc("fc1_weight"), nd.zeros([2, 3]));
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class Initializer extends Callable {
  /** What `dumps()` writes, in MXNet's spelling. */
  protected _kwargs: Readonly<Record<string, Json>>;
  #verbose = false;
  #print: PrintFunc = rootMeanSquare;

  /**
   * @param kwargs - the parameters for `dumps()`, in order; `numHidden` is written `num_hidden`, and `create` gives it back
   *   to the constructor as `numHidden`, in one options object
   */
  constructor(kwargs: Readonly<Record<string, Json>> = {}) {
    super();
    this._kwargs = Object.fromEntries(Object.entries(kwargs).map(([key, value]) => [snake(key), value]));
  }

  /**
   * Says of every array that it filled, on the console.
   *
   * @param verbose - on or off
   * @param printFunc - computes what is printed of an array; by default |x| / √size
   * @returns this initializer
   */
  setVerbosity(verbose = false, printFunc: PrintFunc | null = null): this {
    this.#verbose = verbose;
    this.#print = printFunc ?? rootMeanSquare;
    return this;
  }

  /**
   * The initializer as JSON, to the byte what MXNet writes. `create` makes it again.
   *
   * @example
   * ```ts
   * new init.Normal(0.5).dumps(); // ["normal", {"sigma": 0.5}]
   * ```
   */
  dumps(): string {
    return dumpJson([this.#typeName, this._kwargs]);
  }

  get #typeName(): string {
    return nameOf(this.constructor as unknown as { name: string });
  }

  /** Whether the other is of the same class and has equal parameters. */
  equals(other: unknown): boolean {
    return (
      other instanceof Initializer && other.constructor === this.constructor && equalJson(this._kwargs, other._kwargs)
    );
  }

  /** @internal */
  override _call(desc: Name, arr: NDArray): void {
    if (!(desc instanceof InitDesc)) {
      this.#legacy(desc, arr);
      return;
    }
    expectArray(arr);
    desc.globalInit ??= this;
    const own = desc.attrs.__init__;
    if (own) {
      create(own)._initWeight(desc, arr);
      this.#say(desc, typeof own === "string" ? own : own.dumps(), arr);
      return;
    }
    const rule = SUFFIXES.find(([suffix]) => desc.endsWith(suffix));
    if (rule === undefined) {
      this._initDefault(desc, arr);
      return;
    }
    this[rule[1]](desc, arr);
    this.#say(desc, rule[0], arr);
  }

  #legacy(name: string, arr: NDArray): void {
    warnLegacy();
    if (typeof name !== "string") throw new TypeError(`name must be string, got ${describe(name)}`);
    expectArray(arr);
    const rule = LEGACY.find(([prefix, suffix]) => name.startsWith(prefix) && name.endsWith(suffix));
    if (rule === undefined) this._initDefault(name, arr);
    else this[rule[2]](name, arr);
  }

  #say(desc: InitDesc, pattern: string, arr: NDArray): void {
    if (this.#verbose) console.info(`Initialized ${desc} as ${pattern}: ${this.#print(arr)}`);
  }

  /** Fills a weight; what makes one initializer differ from another. */
  _initWeight(name: Name, _arr: NDArray): void {
    throw new MXNetError(`Cannot initialize ${name}: ${this.#typeName} does not override _initWeight`);
  }

  _initBias(_name: Name, arr: NDArray): void {
    arr.set(0);
  }

  _initGamma(_name: Name, arr: NDArray): void {
    arr.set(1);
  }

  _initBeta(_name: Name, arr: NDArray): void {
    arr.set(0);
  }

  _initZero(_name: Name, arr: NDArray): void {
    arr.set(0);
  }

  _initOne(_name: Name, arr: NDArray): void {
    arr.set(1);
  }

  /** One random integer for the whole array. */
  _initQuantizedWeight(_name: Name, arr: NDArray): void {
    arr.set(scope(() => randint(-127, 127, 1).asscalar()));
  }

  _initQuantizedBias(_name: Name, arr: NDArray): void {
    arr.set(0);
  }

  /** The kernel of bilinear interpolation. */
  _initBilinear(name: Name, arr: NDArray): void {
    fillBilinear(name, arr);
  }

  /** The identity of a spatial transformer. */
  _initLocBias(name: Name, arr: NDArray): void {
    if (arr.shape[0] !== 6) throw new MXNetError(`${name} has shape (${arr.shape}), expected a first axis of 6`);
    arr.set([1, 0, 0, 0, 1, 0]);
  }

  /** What happens to names that no rule knows. */
  _initDefault(name: Name, _arr: NDArray): void {
    throw new MXNetError(
      `Unknown initialization pattern for ${name}. Default initialization is now limited to "weight", "bias", "gamma" (1.0), and "beta" (0.0). Please use mx.sym.Variable(name, { init: … }) to set initialization pattern`,
    );
  }
}
