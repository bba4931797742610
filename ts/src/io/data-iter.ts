import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { turner } from "../runtime/turn.ts";
import { DataBatch } from "./data-batch.ts";
import type { DataDesc } from "./data-desc.ts";

/**
 * The base of data iterators. `next()` gives batch after batch, then null; `reset()` goes back to the start. Loops do the
 * same: `for (const batch of iter)`, or `for await`, which lets the event loop turn now and then.
 *
 * A subclass says what it gives (`provideData`, `provideLabel`), and either overrides `iterNext`, `getData`, `getLabel` and
 * `getPad`, or `next`.
 *
 * @example
 * ```ts
 * class Counting extends io.DataIter {
 *   at = -1;
 *   provideData = [new io.DataDesc("data", [1, 2])];
 *   provideLabel = [];
 *   reset() {
 *     this.at = -1;
 *   }
 *   override iterNext() {
 *     return ++this.at < 3;
 *   }
 *   override getData() {
 *     return [nd.full([1, 2], this.at)];
 *   }
 * }
 * console.log([...new Counting(1)].map((batch) => batch.data[0]!.toArray()));
 * // [ [ [ 0, 0 ] ], [ [ 1, 1 ] ], [ [ 2, 2 ] ] ]
 * ```
 */
export abstract class DataIter {
  readonly batchSize: number;

  /** @param batchSize - how many examples a batch has */
  constructor(batchSize = 0) {
    this.batchSize = batchSize;
  }

  /** What each batch's `data` holds. */
  abstract get provideData(): readonly DataDesc[];
  /** What each batch's `label` holds. */
  abstract get provideLabel(): readonly DataDesc[];
  /** Goes back to the start. */
  abstract reset(): void;

  /** The next batch, or null at the end. */
  next(): DataBatch | null {
    if (!this.iterNext()) return null;
    return new DataBatch(this.getData(), { label: this.getLabel(), pad: this.getPad(), index: this.getIndex() });
  }

  /** Moves to the next batch; false at the end. */
  iterNext(): boolean {
    throw new MXNetError(`${this.constructor.name}: it overrides neither next nor iterNext`);
  }

  /** The data of the batch that `iterNext` moved to. */
  getData(): readonly NDArray[] {
    throw new MXNetError(`${this.constructor.name}: it does not override getData`);
  }

  /** The labels of the batch that `iterNext` moved to. */
  getLabel(): readonly NDArray[] {
    return [];
  }

  /** The numbers of the examples of that batch, where the iterator knows them. */
  getIndex(): readonly number[] | null {
    return null;
  }

  /** How many rows at the end of that batch are there only to fill it. */
  getPad(): number | null {
    return 0;
  }

  *[Symbol.iterator](): Generator<DataBatch, void, undefined> {
    for (let batch = this.next(); batch; batch = this.next()) yield batch;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<DataBatch, void, undefined> {
    const turn = turner();
    for (let batch = this.next(); batch; batch = this.next()) {
      yield batch;
      await turn();
    }
  }
}

/** Checks a batch size. */
export function expectBatchSize(value: unknown, what: string): number {
  return expectCount(value, `${what}: batchSize`, 1);
}

/** Checks a whole number, at least `least`. */
export function expectCount(value: unknown, what: string, least: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > 0x7fffffff) {
    throw new MXNetError(`${what} must be an integer, ${least} or more, got ${describe(value)}`);
  }
  return value;
}
