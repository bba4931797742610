// Optimizers by name.
import { MXNetError } from "../error.ts";
import { AdaDelta } from "./adadelta.ts";
import { AdaGrad } from "./adagrad.ts";
import { Adam, AdamW } from "./adam.ts";
import { Adamax } from "./adamax.ts";
import { GroupAdaGrad } from "./contrib.ts";
import { DCASGD } from "./dcasgd.ts";
import { FTML, Ftrl } from "./ftrl.ts";
import { LAMB } from "./lamb.ts";
import { LARS } from "./lars.ts";
import { LBSGD } from "./lbsgd.ts";
import { Nadam } from "./nadam.ts";
import { Optimizer } from "./optimizer.ts";
import { RMSProp } from "./rmsprop.ts";
import { NAG, SGD } from "./sgd.ts";
import { SGLD } from "./sgld.ts";
import { Signum } from "./signum.ts";
import { Test } from "./test-optimizer.ts";

/** A class of optimizers. */
export type OptimizerClass = new (options?: never) => Optimizer;

// Names are given, because minifiers change those of classes. `ccsgd` is an old name of SGD.
const registry: Map<string, OptimizerClass> = new Map<string, new (options?: object) => Optimizer>([
  ["adadelta", AdaDelta],
  ["adagrad", AdaGrad],
  ["adam", Adam],
  ["adamax", Adamax],
  ["adamw", AdamW],
  ["ccsgd", SGD],
  ["dcasgd", DCASGD],
  ["ftml", FTML],
  ["ftrl", Ftrl],
  ["groupadagrad", GroupAdaGrad],
  ["lamb", LAMB],
  ["lars", LARS],
  ["lbsgd", LBSGD],
  ["nadam", Nadam],
  ["nag", NAG],
  ["rmsprop", RMSProp],
  ["sgd", SGD],
  ["sgld", SGLD],
  ["signum", Signum],
  ["test", Test],
]);

/**
 * Makes a class known by its name in lower case, or another name.
 *
 * @returns the class
 * @example
 * ```ts
 * class Halving extends optimizer.SGD {}
 * optimizer.register(Halving);
 * console.log(optimizer.create("halving") instanceof Halving); // true
 * ```
 */
export function register<T extends OptimizerClass>(klass: T, name: string = klass.name): T {
  if (typeof klass !== "function" || !(klass.prototype instanceof Optimizer)) {
    throw new TypeError("register: can only register subclasses of Optimizer");
  }
  const key = name.toLowerCase();
  if (registry.has(key)) console.warn(`New optimizer ${klass.name} is overriding existing optimizer ${key}`);
  registry.set(key, klass);
  return klass;
}

/**
 * An optimizer by name, in any case, or itself.
 *
 * @param name - for example `"sgd"` or `"adam"`
 * @param options - what its constructor takes
 * @throws MXNetError for names that nobody registered
 * @example
 * ```ts
 * console.log(optimizer.create("adam", { learningRate: 0.01 }).learningRate); // 0.01
 * ```
 */
export function create(name: string | Optimizer, options: object = {}): Optimizer {
  if (name instanceof Optimizer) return name;
  const klass = registry.get(String(name).toLowerCase()) as (new (options: object) => Optimizer) | undefined;
  if (!klass) throw new MXNetError(`Cannot find optimizer ${name}; there are: ${[...registry.keys()].join(", ")}`);
  return new klass(options);
}
