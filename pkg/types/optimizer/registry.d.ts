import { Optimizer } from "./optimizer.ts";
/** A class of optimizers. */
export type OptimizerClass = new (options?: never) => Optimizer;
/**
 * Makes a class known by its name in lower case, or another name.
 *
 * @returns the class
 */
export declare function register<T extends OptimizerClass>(klass: T, name?: string): T;
/**
 * An optimizer by name, in any case, or itself.
 *
 * @param name - for example `"sgd"` or `"adam"`
 * @param options - what its constructor takes
 * @throws MXNetError for names that nobody registered
 */
export declare function create(name: string | Optimizer, options?: object): Optimizer;
