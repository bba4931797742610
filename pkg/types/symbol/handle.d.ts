/** A handle that is freed when nobody holds its object any more, or before by `dispose`. */
export declare class Handle {
    #private;
    constructor(owner: object, what: string, handle: number, free: (handle: number) => void);
    /** The handle; an error after `dispose`. */
    get value(): number;
    dispose(): void;
}
/** Texts as the core reads lists: each after a mark. */
export declare const joined: (items: readonly string[]) => string;
/** The list that the core wrote. */
export declare const items: (text: string) => string[];
/** Texts by name as a list of both. */
export declare const pairs: (texts: Readonly<Record<string, string>>) => string;
/** Such a list as texts by name. */
export declare function unpaired(list: readonly string[]): Record<string, string>;
/** Puts handles into the scratch words. */
export declare function pass(handles: readonly number[]): void;
export declare const freeSymbol: (handle: number) => void;
export declare const freeExecutor: (handle: number) => void;
