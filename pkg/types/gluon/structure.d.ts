/** A leaf, nothing, or a list of such. */
export type Nest<T> = T | null | readonly Nest<T>[];
/** The leaves of nested lists, and the lists with their places instead. What is neither is taken as nothing. */
export declare function flattenNest<T>(nested: unknown, isLeaf: (x: unknown) => x is T): [T[], Nest<number>];
/** The lists with leaves made from places. */
export declare function regroup<T>(nest: Nest<number>, make: (place: number) => T): unknown;
