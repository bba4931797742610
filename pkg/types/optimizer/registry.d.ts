import { Optimizer } from "./optimizer.ts";
/** A class of optimizers. */
export type OptimizerClass = new (options?: never) => Optimizer;
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
export declare function register<T extends OptimizerClass>(klass: T, name?: string): T;
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
export declare function create(name: string | Optimizer, options?: object): Optimizer;
