import { MXNetError } from "../error.ts";
import { invalid } from "../files/bytes.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { stack, transpose } from "../generated/ops.ts";
import { readArguments } from "../init/arguments.ts";
import { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import { DataIter, expectBatchSize, expectCount } from "../io/data-iter.ts";
import type { LastBatchHandle } from "../io/ndarray-iter.ts";
import { array } from "../nd/create.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { shuffleList } from "../random/python.ts";
import { MXIndexedRecordIO, MXRecordIO, unpack } from "../recordio/index.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { scope } from "../scope.ts";
import type { Augmenter } from "./augmenter.ts";
import { AUGMENTER_DEFAULTS, type AugmenterListOptions, CreateAugmenter } from "./create-augmenter.ts";
import { imdecode } from "./decode.ts";

/** A label or several, and the image file: its path below `pathRoot`, or its bytes. */
export type ImageListItem = readonly [label: number | readonly number[], file: FileSource];

/** What `ImageIter` takes besides batch size and shape. */
export interface ImageIterOptions extends AugmenterListOptions {
  /** How many labels an image has. Default: 1. */
  labelWidth?: number | undefined;
  /** A file of records that hold images: a path or bytes. */
  pathImgrec?: FileSource | null | undefined;
  /** The index of that file; needed to shuffle it and to part it. */
  pathImgidx?: FileSource | null | undefined;
  /** A list of images: lines of number, labels and path, parted by tabs. */
  pathImglist?: FileSource | null | undefined;
  /** The folder of the list's images. */
  pathRoot?: string | null | undefined;
  /** The list itself. */
  imglist?: readonly ImageListItem[] | null | undefined;
  /** Whether every pass is in another order. Default: false. */
  shuffle?: boolean | undefined;
  /** Which part of the images is read. Default: 0. */
  partIndex?: number | undefined;
  /** Into how many parts they are cut. Default: 1. */
  numParts?: number | undefined;
  /** What is done to the images; by default what `CreateAugmenter` makes of the other options. */
  augList?: readonly Augmenter[] | null | undefined;
  /** Default: `data`. */
  dataName?: string | undefined;
  /** Default: `softmax_label`. */
  labelName?: string | undefined;
  /** The element type of the labels. Default: float32. */
  dtype?: DType | undefined;
  /** What becomes of images that do not fill a batch: see `io.NDArrayIter`. Default: `pad`. */
  lastBatchHandle?: LastBatchHandle | undefined;
}

const DEFAULTS = {
  batchSize: undefined,
  dataShape: undefined,
  labelWidth: 1,
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
  labelName: "softmax_label",
  dtype: "float32",
  lastBatchHandle: "pad",
};

interface Sample {
  readonly label: ArrayLike<number>;
  readonly file: Uint8Array;
  /** What the image is called in messages. */
  readonly name: string;
}

interface Rows {
  readonly images: NDArray[];
  readonly labels: ArrayLike<number>[];
}

/**
 * Batches of images from a file of records or from a list, decoded (see `setCodecs`) and augmented. Batches have shape
 * (batch, channels, height, width) and type float32.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
 * const iter = new image.ImageIter(2, [3, 4, 4], { imglist: [[0, file], [1, file]] });
 * const batch = iter.next()!;
 * console.log(batch.data[0]!.shape, batch.label![0]!.toArray()); // [ 2, 3, 4, 4 ] [ 0, 1 ]
 * ```
 */
export class ImageIter extends DataIter {
  readonly provideData: readonly DataDesc[];
  readonly provideLabel: readonly DataDesc[];
  /** What is done to the images. */
  readonly auglist: readonly Augmenter[];
  readonly lastBatchHandle: LastBatchHandle;
  readonly #records: MXRecordIO | null = null;
  readonly #list: Map<number, ImageListItem> | null = null;
  readonly #root: string;
  /** The keys of the images in order; null for records one after another. */
  readonly #keys: number[] | null;
  readonly #shuffle: boolean;
  readonly #labelWidth: number;
  #at = 0;
  #ended = false;
  /** Images that are left of the pass before. */
  #rest: Rows | null = null;

  constructor(batchSize: number, dataShape: readonly number[], options?: ImageIterOptions);
  constructor(options: ImageIterOptions & { batchSize: number; dataShape: readonly number[] });
  constructor(...args: unknown[]) {
    type Given = Required<ImageIterOptions> & { batchSize: number; dataShape: readonly number[] };
    const given = readArguments(
      "ImageIter",
      { ...DEFAULTS, ...AUGMENTER_DEFAULTS } as { readonly [name: string]: unknown },
      args,
    ) as unknown as Given;
    const { pathImgrec, pathImgidx, pathImglist, imglist, dataShape } = given;
    super(expectBatchSize(given.batchSize, "ImageIter"));
    if (!Array.isArray(dataShape) || dataShape.length !== 3 || dataShape[0] !== 3) {
      throw new MXNetError(`ImageIter: dataShape is ${JSON.stringify(dataShape)}, expected [3, height, width]`);
    }
    if (!["pad", "discard", "roll_over"].includes(given.lastBatchHandle as string)) {
      throw new MXNetError(
        `ImageIter: lastBatchHandle is ${JSON.stringify(given.lastBatchHandle)}, expected pad, discard, roll_over`,
      );
    }
    if (!pathImgrec && !pathImglist && !imglist) {
      throw new MXNetError("ImageIter: one of pathImgrec, pathImglist and imglist is needed");
    }
    dtypeCode(given.dtype as string);
    this.lastBatchHandle = given.lastBatchHandle as LastBatchHandle;
    this.#labelWidth = expectCount(given.labelWidth, "ImageIter: labelWidth", 1);
    this.#shuffle = Boolean(given.shuffle);
    this.#root = given.pathRoot ? `${given.pathRoot}/` : "";
    if (pathImglist) this.#list = readList(pathImglist);
    else if (imglist) this.#list = new Map(imglist.map((item, i) => [i, checkItem(item, i)]));
    let keys: number[] | null = null;
    if (!pathImgrec) keys = [...(this.#list as Map<number, ImageListItem>).keys()];
    else if (pathImgidx) {
      const records = new MXIndexedRecordIO(pathImgidx, pathImgrec, "r");
      this.#records = records;
      keys = [...records.keys];
    } else this.#records = new MXRecordIO(pathImgrec, "r");
    this.#keys = this.#part(keys, given.numParts as number, given.partIndex as number);
    const chosen = Object.keys(AUGMENTER_DEFAULTS).map((name) => [name, given[name as keyof Given]]);
    this.auglist = given.augList ?? CreateAugmenter(dataShape, Object.fromEntries(chosen));
    const width = this.#labelWidth;
    this.provideData = [new DataDesc(String(given.dataName), [this.batchSize, ...dataShape])];
    this.provideLabel = [
      new DataDesc(
        String(given.labelName),
        width > 1 ? [this.batchSize, width] : [this.batchSize],
        given.dtype as DType,
      ),
    ];
    this.reset();
  }

  #part(keys: number[] | null, numParts: number, part: number): number[] | null {
    expectCount(numParts, "ImageIter: numParts", 1);
    expectCount(part, "ImageIter: partIndex", 0);
    if (part >= numParts) throw new MXNetError(`ImageIter: partIndex is ${part}, there are ${numParts} parts`);
    if (keys === null && (this.#shuffle || numParts > 1)) {
      throw new MXNetError("ImageIter: to shuffle records or to part them, pathImgidx is needed");
    }
    if (keys === null || numParts === 1) return keys;
    const size = Math.floor(keys.length / numParts);
    return keys.slice(part * size, (part + 1) * size);
  }

  reset(): void {
    if (this.#keys && this.#shuffle) shuffleList(this.#keys);
    this.#rewind();
    this.#ended = false;
  }

  /** Goes back to the start, and forgets the images that are left of the pass before. */
  hardReset(): void {
    this.#rest = null;
    this.reset();
  }

  #rewind(): void {
    this.#at = 0;
    this.#records?.reset();
  }

  /** The next image's labels and file, or null at the end. */
  #nextSample(): Sample | null {
    const key = this.#keys?.[this.#at];
    if (this.#keys && key === undefined) return null;
    const name = `image ${key ?? this.#at}`;
    this.#at++;
    const item = key === undefined ? undefined : this.#list?.get(key);
    const labels = (label: unknown): ArrayLike<number> =>
      typeof label === "number" ? [label] : (label as ArrayLike<number>);
    if (this.#records) {
      const records = this.#records;
      const record = key === undefined ? records.read() : (records as MXIndexedRecordIO).readIdx(key);
      if (!record) return null;
      const [header, file] = unpack(record);
      return { label: labels(item ? item[0] : header.label), file, name };
    }
    const [label, source] = item as ImageListItem;
    const path = typeof source === "string" ? this.#root + source : null;
    return { label: labels(label), file: bytesOf(path ?? source, "ImageIter"), name: path ?? name };
  }

  /** Adds images until there are enough for a batch; false at the end. */
  #fill(rows: Rows): boolean {
    while (rows.images.length < this.batchSize) {
      const sample = this.#nextSample();
      if (!sample) return false;
      if (sample.label.length !== this.#labelWidth) {
        throw new MXNetError(
          `ImageIter: ${sample.name} has ${sample.label.length} labels, expected ${this.#labelWidth}`,
        );
      }
      rows.images.push(outsideScopes(() => this.#prepare(sample)));
      rows.labels.push(sample.label);
    }
    return true;
  }

  #prepare({ file, name }: Sample): NDArray {
    const [, ...wanted] = (this.provideData[0] as DataDesc).shape;
    try {
      return scope(() => {
        const pixels = this.auglist.reduce((x, aug) => aug(x), imdecode(file));
        const x = transpose(pixels, { axes: [2, 0, 1] }).astype("float32", false);
        if (x.shape.join() !== wanted.join()) throw new MXNetError(`it has shape (${x.shape}), expected (${wanted})`);
        return x;
      });
    } catch (error) {
      throw error instanceof MXNetError ? new MXNetError(`ImageIter: ${name}: ${error.message}`) : error;
    }
  }

  override next(): DataBatch | null {
    if (this.#ended) return null;
    const rows = this.#rest ?? { images: [], labels: [] };
    this.#rest = null;
    // MXNet calls those padding that fill up a batch begun in the pass before.
    let pad = rows.images.length > 0 ? this.batchSize - rows.images.length : 0;
    if (!this.#fill(rows)) {
      this.#ended = true;
      const count = rows.images.length;
      if (count === 0 || this.lastBatchHandle !== "pad") {
        if (this.lastBatchHandle === "roll_over" && count > 0) this.#rest = rows;
        else for (const x of rows.images) x.dispose();
        return null;
      }
      pad = this.batchSize - count;
      do this.#rewind();
      while (!this.#fill(rows));
    }
    const [width, { dtype }] = [this.#labelWidth, this.provideLabel[0] as DataDesc];
    const values = rows.labels.flatMap((label) => Array.from(label));
    const label = array(values, { dtype, shape: width > 1 ? [this.batchSize, width] : [this.batchSize] });
    const data = stack(rows.images, { axis: 0 }) as NDArray;
    for (const x of rows.images) x.dispose();
    return new DataBatch([data], [label], pad);
  }
}

function checkItem(item: unknown, i: number): ImageListItem {
  const [label, file] = Array.isArray(item) ? item : [];
  const fits = typeof label === "number" || Array.isArray(label) || ArrayBuffer.isView(label);
  if (!fits || file === undefined) {
    throw new TypeError(`ImageIter: item ${i} of imglist must be [label, path or bytes], got ${describe(item)}`);
  }
  return item as ImageListItem;
}

/** The lines of a list: number, labels, path. */
function readList(source: FileSource): Map<number, ImageListItem> {
  const items = new Map<number, ImageListItem>();
  const lines = new TextDecoder().decode(bytesOf(source, "ImageIter")).split("\n");
  lines.forEach((line, i) => {
    if (line.trim() === "") return;
    const parts = line.trim().split("\t");
    const [key, ...labels] = parts.slice(0, -1).map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
    if (key === undefined || ![key, ...labels].every(Number.isFinite) || labels.length === 0) {
      invalid("ImageIter", "image list", `line ${i + 1} is ${JSON.stringify(line.slice(0, 60))}`);
    }
    items.set(key as number, [labels, parts.at(-1) as string]);
  });
  return items;
}
