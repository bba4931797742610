import { MXNetError } from "../error.ts";
import { invalid, viewOf } from "../files/bytes.ts";
import { gunzip, isGzip } from "../files/inflate.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { readArguments } from "../init/arguments.ts";
import { array } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { stdShuffle } from "../random/mt19937.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter, expectBatchSize, expectCount } from "./data-iter.ts";

/** What `MNISTIter` takes. */
export interface MNISTIterOptions {
  /** The images: a path or bytes, gzipped or not. Default: `./train-images-idx3-ubyte`. */
  image?: FileSource | undefined;
  /** The labels: a path or bytes, gzipped or not. Default: `./train-labels-idx1-ubyte`. */
  label?: FileSource | undefined;
  /** How many examples a batch has. Default: 128. */
  batchSize?: number | undefined;
  /** Whether the images are put into another order when they are read. Default: true. */
  shuffle?: boolean | undefined;
  /** Whether an image is a row of numbers instead of (1, height, width). Default: false. */
  flat?: boolean | undefined;
  /** The seed of the order. Default: 0. */
  seed?: number | undefined;
  /** Accepted for MXNet's sake: nothing is printed. */
  silent?: boolean | undefined;
  /** Into how many parts the images are cut. Default: 1. */
  numParts?: number | undefined;
  /** Which of the parts is read. Default: 0. */
  partIndex?: number | undefined;
  /** Default: `data`. */
  dataName?: string | undefined;
  /** Default: `softmax_label`. */
  labelName?: string | undefined;
}

const DEFAULTS = {
  image: "./train-images-idx3-ubyte",
  label: "./train-labels-idx1-ubyte",
  batchSize: 128,
  shuffle: true,
  flat: false,
  seed: 0,
  silent: false,
  numParts: 1,
  partIndex: 0,
  dataName: "data",
  labelName: "softmax_label",
};

/**
 * Batches of the MNIST files, or of others in their format (IDX): images from 0 to 255/256, in MXNet's order. Images that do
 * not fill a batch are left out.
 *
 * @example
 * ```ts
 * const image = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 64, 128, 192);
 * const label = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 7);
 * const iter = new io.MNISTIter({ image, label, batchSize: 2, flat: true, shuffle: false });
 * const batch = iter.next()!;
 * console.log(batch.data[0]!.toArray(), batch.label![0]!.toArray()); // [ [ 0, 0.25 ], [ 0.5, 0.75 ] ] [ 5, 7 ]
 * ```
 */
export class MNISTIter extends DataIter {
  readonly provideData: readonly DataDesc[];
  readonly provideLabel: readonly DataDesc[];
  readonly #images: Uint8Array;
  readonly #labels: Uint8Array;
  /** Where each image of the pass is in the file. */
  readonly #order: readonly number[];
  readonly #pixels: number;
  #cursor: number;

  constructor(options: MNISTIterOptions = {}) {
    const given = readArguments("MNISTIter", DEFAULTS as Required<MNISTIterOptions>, [options]);
    super(expectBatchSize(given.batchSize, "MNISTIter"));
    const [images, height, width] = readIdx(given.image as FileSource, 3, "image");
    const [labels] = readIdx(given.label as FileSource, 1, "label");
    const pixels = height * width;
    const count = pixels === 0 ? 0 : images.length / pixels;
    if (labels.length !== count) {
      throw new MXNetError(`MNISTIter: there are ${count} images, but ${labels.length} labels`);
    }
    const numParts = expectCount(given.numParts, "MNISTIter: numParts", 1);
    const part = expectCount(given.partIndex, "MNISTIter: partIndex", 0);
    if (part >= numParts) throw new MXNetError(`MNISTIter: partIndex is ${part}, there are ${numParts} parts`);
    const [begin, end] = [part, part + 1].map((i) => Math.trunc((count / numParts) * i)) as [number, number];
    const places = given.shuffle
      ? stdShuffle(end - begin, seedOf(given.seed))
      : Array.from({ length: end - begin }, (_, i) => i);
    this.#images = images;
    this.#labels = labels;
    this.#pixels = pixels;
    this.#order = places.map((at) => begin + at);
    this.#cursor = -this.batchSize;
    const shape = given.flat ? [pixels] : [1, height, width];
    this.provideData = [new DataDesc(String(given.dataName), [this.batchSize, ...shape])];
    this.provideLabel = [new DataDesc(String(given.labelName), [this.batchSize])];
  }

  reset(): void {
    this.#cursor = -this.batchSize;
  }

  override iterNext(): boolean {
    if (this.#cursor + 2 * this.batchSize > this.#order.length) return false;
    this.#cursor += this.batchSize;
    return true;
  }

  override getIndex(): readonly number[] {
    return this.#order.slice(this.#cursor, this.#cursor + this.batchSize);
  }

  override getData(): readonly NDArray[] {
    const values = new Float32Array(this.batchSize * this.#pixels);
    this.getIndex().forEach((image, row) => {
      const [from, to] = [image * this.#pixels, row * this.#pixels];
      for (let i = 0; i < this.#pixels; i++) values[to + i] = (this.#images[from + i] as number) / 256;
    });
    return [array(values, { shape: this.provideData[0]?.shape })];
  }

  override getLabel(): readonly NDArray[] {
    return [array(Float32Array.from(this.getIndex(), (image) => this.#labels[image] as number))];
  }
}

function seedOf(seed: unknown): number {
  if (typeof seed !== "number" || !Number.isInteger(seed) || Math.abs(seed) > 0xffffffff) {
    throw new MXNetError(`MNISTIter: seed is ${String(seed)}, expected an integer of 32 bits`);
  }
  return seed;
}

/** The bytes of an IDX file of this many dimensions, and its sizes but the first. */
function readIdx(source: FileSource, ndim: number, what: string): [Uint8Array, number, number] {
  const fail = (why: string): never => invalid("MNISTIter", `${what} file`, why);
  const file = bytesOf(source, "MNISTIter");
  const bytes = isGzip(file) ? gunzip(file, "MNISTIter") : file;
  const header = 4 + 4 * ndim;
  if (bytes.length < header) fail(`it has ${bytes.length} bytes`);
  const view = viewOf(bytes);
  const magic = view.getUint32(0);
  if (magic !== (8 << 8) + ndim)
    fail(`it begins with ${magic}, expected ${(8 << 8) + ndim}: bytes in ${ndim} dimensions`);
  const sizes = Array.from({ length: ndim }, (_, i) => view.getUint32(4 + 4 * i));
  const size = sizes.reduce((n, d) => n * d, 1);
  if (size > bytes.length - header)
    fail(`a shape of (${sizes}) asks for ${size} bytes, it has ${bytes.length - header}`);
  return [bytes.subarray(header, header + size), sizes[1] ?? 1, sizes[2] ?? 1];
}
