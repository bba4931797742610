import { Entered } from "./scopes.ts";
/**
 * Gives names to symbols that were made without: the operator's name in lower case and a number, which starts at 0 in
 * each manager.
 *
 * @example
 * ```ts
 * const names = new mx.name.NameManager().scope(() => [1, 2].map(() => sym.exp(sym.Variable("x")).name));
 * console.log(names); // [ 'exp0', 'exp1' ]
 * ```
 */
export declare class NameManager {
    #private;
    /** The name of a symbol: the one that was given, or an automatic one. */
    get(name: string | null | undefined, hint: string): string;
    /** Names symbols in what the function makes, or until the scope that is returned ends (`using`). */
    scope<T>(run: () => T): T;
    scope(): Entered;
}
/**
 * The same with a prefix before all names, those that are given too. Variables keep theirs.
 *
 * @example
 * ```ts
 * console.log(new mx.name.Prefix("a_").scope(() => sym.exp(sym.Variable("x"), { name: "y" }).name)); // a_y
 * ```
 */
export declare class Prefix extends NameManager {
    #private;
    constructor(prefix: string);
    get(name: string | null | undefined, hint: string): string;
}
