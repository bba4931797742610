import { MXNetError } from "../error.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { DataBatch } from "./data-batch.ts";
import type { DataDesc } from "./data-desc.ts";
import { DataIter, expectCount } from "./data-iter.ts";

/**
 * Another iterator with passes of a given number of batches: it begins anew within a pass, or ends before its end.
 *
 * @example
 * ```ts
 * const inner = new io.NDArrayIter(nd.arange(4), null, { batchSize: 2 });
 * const iter = new io.ResizeIter(inner, 3);
 * console.log([...iter].map(({ data }) => data[0]!.toArray())); // [ [ 0, 1 ], [ 2, 3 ], [ 0, 1 ] ]
 * ```
 */
export class ResizeIter extends DataIter {
  readonly dataIter: DataIter;
  /** How many batches a pass has. */
  readonly size: number;
  readonly #resetInternal: boolean;
  #done = 0;
  #batch: DataBatch | null = null;

  /**
   * @param dataIter - the other iterator
   * @param size - how many batches a pass has
   * @param resetInternal - whether `reset` resets the other iterator, too
   */
  constructor(dataIter: DataIter, size: number, resetInternal = true) {
    super(dataIter.batchSize);
    this.dataIter = dataIter;
    this.size = expectCount(size, "ResizeIter: size", 0);
    this.#resetInternal = resetInternal;
  }

  get provideData(): readonly DataDesc[] {
    return this.dataIter.provideData;
  }

  get provideLabel(): readonly DataDesc[] {
    return this.dataIter.provideLabel;
  }

  reset(): void {
    this.#done = 0;
    if (this.#resetInternal) this.dataIter.reset();
  }

  override iterNext(): boolean {
    if (this.#done === this.size) return false;
    let batch = this.dataIter.next();
    if (!batch) {
      this.dataIter.reset();
      batch = this.dataIter.next();
    }
    if (!batch) throw new MXNetError("ResizeIter: the other iterator gives no batch after its reset");
    this.#batch = batch;
    this.#done++;
    return true;
  }

  /** The batch as the other iterator gave it. */
  override next(): DataBatch | null {
    return this.iterNext() ? this.#batch : null;
  }

  override getData(): readonly NDArray[] {
    return this.#batch?.data ?? [];
  }

  override getLabel(): readonly NDArray[] {
    return this.#batch?.label ?? [];
  }

  override getIndex(): readonly number[] | null {
    return this.#batch?.index ?? null;
  }

  override getPad(): number | null {
    return this.#batch?.pad ?? null;
  }
}
