// What could not be undone where an error passed by, because the engine's stack was full there: the next that uses the core
// undoes it first.

/** Something to undo. */
export interface Late {
  undo(): void;
  /** What comes after it. */
  next: Late | undefined;
}

/** What waits, from the innermost on. It is added to without a call, for which there might be no stack. */
export const late: { first: Late | undefined; last: Late | undefined } = { first: undefined, last: undefined };

/** Undoes what waits. */
export function catchUp(): void {
  while (late.first) {
    late.first.undo();
    late.first = late.first.next;
  }
}
