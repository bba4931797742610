import { MXNetError } from "../error.ts";
import { stack, transpose } from "../generated/ops.ts";
import { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import { DataIter, expectBatchSize } from "../io/data-iter.ts";
import type { LastBatchHandle } from "../io/ndarray-iter.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { scope } from "../scope.ts";
import { imdecode } from "./decode.ts";
import { ImageSource, type ImageSourceOptions, type Sample } from "./image-source.ts";

/** What all image iterators take besides where they read from. */
export interface ImageBatchesOptions extends ImageSourceOptions {
  /** Default: `data`. */
  dataName?: string | undefined;
  /** What becomes of images that do not fill a batch: see `io.NDArrayIter`. Default: `pad`. */
  lastBatchHandle?: LastBatchHandle | undefined;
}

/** Defaults that image iterators share, in MXNet's order; undefined must be given. */
export const SHARED_DEFAULTS = {
  pathImgrec: null,
  pathImglist: null,
  pathRoot: null,
  pathImgidx: null,
  shuffle: false,
  partIndex: 0,
  numParts: 1,
  augList: null,
  imglist: null,
  dataName: "data",
};

/** The same with what is given by position, too. */
export type GivenBatches = ImageBatchesOptions & { batchSize: number; dataShape: readonly number[] };

/** An image and its label, ready for a batch. */
export type Row<Label> = readonly [image: NDArray, label: Label];

/** Batches of decoded images; what becomes of an image and of the labels is a subclass's. */
export abstract class ImageBatches<Label> extends DataIter {
  provideData: readonly DataDesc[];
  readonly lastBatchHandle: LastBatchHandle;
  readonly #what: string;
  readonly #source: ImageSource;
  #ended = false;
  /** Images that are left of the pass before. */
  #rest: Row<Label>[] | null = null;

  constructor(what: string, given: GivenBatches) {
    super(expectBatchSize(given.batchSize, what));
    this.#what = what;
    if (!["pad", "discard", "roll_over"].includes(given.lastBatchHandle as string)) {
      throw new MXNetError(
        `${what}: lastBatchHandle is ${JSON.stringify(given.lastBatchHandle)}, expected pad, discard, roll_over`,
      );
    }
    this.lastBatchHandle = given.lastBatchHandle as LastBatchHandle;
    this.provideData = [this.describeData(String(given.dataName), given.dataShape)];
    this.#source = new ImageSource(what, given);
    this.reset();
  }

  /** What is given of images of a shape. */
  protected describeData(name: string, dataShape: readonly number[]): DataDesc {
    if (!Array.isArray(dataShape) || dataShape.length !== 3 || dataShape[0] !== 3) {
      throw new MXNetError(`${this.#what}: dataShape is ${JSON.stringify(dataShape)}, expected [3, height, width]`);
    }
    return new DataDesc(name, [this.batchSize, ...dataShape]);
  }

  /** What a batch is made of; null for an image that is left out. */
  protected abstract prepare(sample: Sample, decode: () => NDArray): Row<Label> | null;

  /** The labels of a batch. */
  protected abstract batchLabels(labels: readonly Label[]): NDArray;

  /** The next image's labels and file, or null at the end. */
  protected nextSample(): Sample | null {
    return this.#source.next();
  }

  reset(): void {
    this.#source.reset();
    this.#ended = false;
  }

  /** Goes back to the start, and forgets the images that are left of the pass before. */
  hardReset(): void {
    this.#rest = null;
    this.reset();
  }

  /** Pixels as batches hold them: float32, channels first. */
  protected planes(pixels: NDArray): NDArray {
    const [, ...wanted] = (this.provideData[0] as DataDesc).shape;
    const x = transpose(pixels, { axes: [2, 0, 1] }).astype("float32", false);
    if (x.shape.join() !== wanted.join()) throw new MXNetError(`it has shape (${x.shape}), expected (${wanted})`);
    return x;
  }

  #row(sample: Sample): Row<Label> | null {
    try {
      return outsideScopes(() => scope(() => this.prepare(sample, () => imdecode(sample.file))));
    } catch (error) {
      throw error instanceof MXNetError ? new MXNetError(`${this.#what}: ${sample.name}: ${error.message}`) : error;
    }
  }

  /** Adds images until there are enough for a batch; false at the end. */
  #fill(rows: Row<Label>[]): boolean {
    while (rows.length < this.batchSize) {
      const sample = this.nextSample();
      if (!sample) return false;
      const row = this.#row(sample);
      if (row) rows.push(row);
    }
    return true;
  }

  override next(): DataBatch | null {
    if (this.#ended) return null;
    const rows = this.#rest ?? [];
    this.#rest = null;
    // MXNet calls those padding that fill up a batch begun in the pass before.
    let pad = rows.length > 0 ? this.batchSize - rows.length : 0;
    if (!this.#fill(rows)) {
      this.#ended = true;
      const count = rows.length;
      if (count === 0 || this.lastBatchHandle !== "pad") {
        if (this.lastBatchHandle === "roll_over" && count > 0) this.#rest = rows;
        else for (const [x] of rows) x.dispose();
        return null;
      }
      pad = this.batchSize - count;
      for (let before = -1; rows.length > before; ) {
        before = rows.length;
        this.#source.rewind();
        if (this.#fill(rows)) break;
      }
      if (rows.length < this.batchSize) throw new MXNetError(`${this.#what}: no image is left to fill a batch with`);
    }
    const images = rows.map(([x]) => x);
    const label = this.batchLabels(rows.map(([, labels]) => labels));
    const data = stack(images, { axis: 0 }) as NDArray;
    for (const x of images) x.dispose();
    return new DataBatch([data], [label], pad);
  }
}
