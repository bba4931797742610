// Lists in lists: how inputs and outputs of blocks are put together.

/** A leaf, nothing, or a list of such. */
export type Nest<T> = T | null | readonly Nest<T>[];

/** The leaves of nested lists, and the lists with their places instead. What is neither is taken as nothing. */
export function flattenNest<T>(nested: unknown, isLeaf: (x: unknown) => x is T): [T[], Nest<number>] {
  const found: T[] = [];
  const walk = (x: unknown): Nest<number> => {
    if (isLeaf(x)) return found.push(x) - 1;
    return Array.isArray(x) ? x.map(walk) : null;
  };
  return [found, walk(nested)];
}

/** The lists with leaves made from places. */
export function regroup<T>(nest: Nest<number>, make: (place: number) => T): unknown {
  if (typeof nest === "number") return make(nest);
  return nest === null ? null : nest.map((part) => regroup(part, make));
}
