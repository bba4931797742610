import type { Initializer } from "./initializer.ts";
/**
 * What is to be initialized: a name with the attributes of its variable. It behaves as a string.
 *
 * @example
 * ```ts
 * new init.Xavier()(new init.InitDesc("fc1_weight"), nd.zeros([3, 4]));
 * ```
 */
export declare class InitDesc extends String {
    /** Attributes of the variable; `__init__` is an initializer (or its text) that goes before rules by name. */
    readonly attrs: Readonly<Record<string, string | Initializer>>;
    /** What initializes where nothing else is said; the first initializer called sets it. */
    globalInit: Initializer | null;
    constructor(name: string, attrs?: Readonly<Record<string, string | Initializer>> | null, globalInit?: Initializer | null);
    /** The name of the variable. */
    get name(): string;
}
