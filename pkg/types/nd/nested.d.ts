/** A leaf or lists of leaves, nested as deeply as one likes. Leaves are no arrays of JavaScript. */
export type Nesting<T> = T | readonly Nesting<T>[];
/** The leaves, in order. */
export declare const leaves: <T>(x: Nesting<T>) => T[];
/** The leaves of a flat list, which is used up, nested like `like`. */
export declare function regroup<T>(flat: T[], like: Nesting<unknown>): Nesting<T>;
/** Checks that these are functions. */
export declare function expectFunctions(op: string, functions: Readonly<Record<string, unknown>>): void;
/** Checks what a step returns: its outputs and the new states, each perhaps nothing. */
export declare function expectPair(x: unknown, op: string, arg: string): [outputs: unknown, states: unknown];
/** Checks the most steps of a loop. */
export declare function expectIterations(op: string, maxIterations: unknown): asserts maxIterations is number;
