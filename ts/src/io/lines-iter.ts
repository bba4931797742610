import { DataIter } from "./data-iter.ts";

/** Batches of the lines of a file: a last batch that is not full takes the first lines. */
export abstract class LinesIter extends DataIter {
  readonly #count: number;
  readonly #round: boolean;
  #next = 0;
  /** How many lines of the next pass were used to fill the last batch. */
  #overflow = 0;
  #pad = 0;
  /** The numbers of the batch's lines. */
  protected readonly lines: number[];

  /**
   * @param count - how many lines there are
   * @param round - whether the next pass goes on behind the lines that filled the last batch
   */
  constructor(batchSize: number, count: number, round: boolean) {
    super(batchSize);
    this.#count = count;
    this.#round = round;
    this.lines = Array<number>(batchSize).fill(0);
  }

  reset(): void {
    this.#next = this.#round ? this.#overflow : 0;
    this.#overflow = 0;
  }

  override iterNext(): boolean {
    if (this.#next >= this.#count) return false;
    const count = Math.min(this.batchSize, this.#count - this.#next);
    this.#pad = this.batchSize - count;
    for (let i = 0; i < this.batchSize; i++) {
      // Without a round, the places at the end keep the lines of the batch before, as MXNet's do.
      if (i < count || this.#round) this.lines[i] = (this.#next + i) % this.#count;
    }
    this.#next += count;
    if (this.#round) this.#overflow = this.#pad % this.#count;
    return true;
  }

  override getIndex(): readonly number[] {
    return [...this.lines];
  }

  override getPad(): number {
    return this.#pad;
  }
}
