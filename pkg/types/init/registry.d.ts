import { Initializer } from "./initializer.ts";
/** A class of initializers. */
export type InitializerClass = new (...args: never[]) => Initializer;
/** The name of a class in `dumps()`. */
export declare function nameOf(klass: {
    readonly name: string;
}): string;
/**
 * Makes a class known by its name in lower case. Also a decorator.
 *
 * @param klass - a subclass of `Initializer`
 * @param name - another name than the class's, which `dumps()` writes, too: minifiers change names of classes
 * @returns the class
 * @example
 * ```ts
 * class Halves extends init.Initializer {
 *   override _initWeight(name: init.Name, arr: NDArray): void {
 *     arr.set(0.5);
 *   }
 * }
 * init.register(Halves);
 * console.log(init.create("halves").dumps()); // ["halves", {}]
 * ```
 */
export declare function register<T extends InitializerClass>(klass: T, name?: string | ClassDecoratorContext): T;
/**
 * Makes a class known by more names: `init.alias("zeros")(Zero)`, or as a decorator.
 *
 * @example
 * ```ts
 * class Thirds extends init.Initializer {
 *   override _initWeight(name: init.Name, arr: NDArray): void {
 *     arr.set(1 / 3);
 *   }
 * }
 * init.register(init.alias("third")(Thirds));
 * console.log(init.create("third") instanceof Thirds); // true
 * ```
 */
export declare function alias(...names: string[]): <T extends InitializerClass>(klass: T, context?: ClassDecoratorContext) => T;
/** What `create` makes an initializer of. */
export type InitializerLike = string | Initializer | {
    readonly initializer: string;
    readonly [option: string]: unknown;
};
/**
 * An initializer from its name, the text of a `dumps()`, an object with the name under `initializer`, or itself.
 *
 * @param what - for example `"xavier"`, `'["xavier", {"magnitude": 2}]'` or `{ initializer: "xavier", magnitude: 2 }`
 * @param args - with a name: the constructor's arguments
 * @throws MXNetError for names that nobody registered; TypeError for options that the class does not have
 * @example
 * ```ts
 * console.log(init.create("normal", { sigma: 0.8 }).dumps()); // ["normal", {"sigma": 0.8}]
 * console.log(init.create('["uniform", {"scale": 0.1}]').dumps()); // ["uniform", {"scale": 0.1}]
 * ```
 */
export declare function create(what: InitializerLike, ...args: unknown[]): Initializer;
