import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { DataDesc } from "../io/data-desc.ts";
import { array } from "../nd/create.ts";
import { describe } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { CreateDetAugmenter, type DetAugmenterListOptions, detDefaults } from "./create-det-augmenter.ts";
import { boxes, type DetAugmenter, labelOf } from "./det-augmenter.ts";
import { ImageBatches, type ImageBatchesOptions, type Row, SHARED_DEFAULTS } from "./image-batches.ts";
import type { Sample } from "./image-source.ts";

/** What `ImageDetIter` takes besides batch size and shape. */
export interface ImageDetIterOptions extends DetAugmenterListOptions, ImageBatchesOptions {
  /** What is done to images and objects; by default what `CreateDetAugmenter` makes of the other options. */
  augList?: readonly DetAugmenter[] | null | undefined;
  /** Default: `label`. */
  labelName?: string | undefined;
}

/** The shape of an image's label: objects, and numbers for each. */
export type LabelShape = readonly [objects: number, width: number];

/**
 * Batches of images with the objects in them, from a file of records or from a list. Labels are lists of numbers: how many
 * stand before the objects (2 or more), how many an object has (5 or more), what else stands before them, and the objects:
 * class, left, top, right and bottom in parts of the image's size, and more. A batch's label has shape (batch, objects,
 * width); rows without an object are -1. Objects without an area are left out, and so are images of which no object is left.
 *
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
 * const imglist = [[[2, 5, 3, 0, 0, 0.5, 0.5], file], [[2, 5, 1, 0, 0, 1, 1, 2, 0.5, 0.5, 1, 1], file]] as const;
 * const iter = new image.ImageDetIter(2, [3, 4, 4], { imglist });
 * console.log(iter.next()!.label![0]!.toArray()[0]); // [ [ 3, 0, 0, 0.5, 0.5 ], [ -1, -1, -1, -1, -1 ] ]
 * ```
 */
export class ImageDetIter extends ImageBatches<number[][]> {
  provideLabel: readonly DataDesc[];
  /** What is done to images and objects. */
  readonly auglist: readonly DetAugmenter[];

  constructor(batchSize: number, dataShape: readonly number[], options?: ImageDetIterOptions);
  constructor(options: ImageDetIterOptions & { batchSize: number; dataShape: readonly number[] });
  constructor(...args: unknown[]) {
    type Given = Required<ImageDetIterOptions> & { batchSize: number; dataShape: readonly number[] };
    const given = readArguments(
      "ImageDetIter",
      {
        // In MXNet's order.
        batchSize: undefined,
        dataShape: undefined,
        ...SHARED_DEFAULTS,
        labelName: "label",
        lastBatchHandle: "pad",
        ...detDefaults(),
      } as { readonly [name: string]: unknown },
      args,
    ) as unknown as Given;
    super("ImageDetIter", given);
    const chosen = Object.keys(detDefaults()).map((name) => [name, given[name as keyof Given]]);
    this.auglist = given.augList ?? CreateDetAugmenter(given.dataShape, Object.fromEntries(chosen));
    this.provideLabel = [new DataDesc(String(given.labelName), [this.batchSize, ...this.#countObjects()])];
  }

  /** The shape of an image's label. */
  get labelShape(): LabelShape {
    return this.#description.shape.slice(1) as unknown as LabelShape;
  }

  get #description(): DataDesc {
    return this.provideLabel[0] as DataDesc;
  }

  /** The most objects that an image has, and how many numbers they have. */
  #countObjects(): LabelShape {
    let [most, width] = [0, 0];
    this.reset();
    for (let sample = this.nextSample(); sample; sample = this.nextSample()) {
      const found = readObjects(sample);
      const own = found[0]?.length as number;
      if (width > 0 && own !== width) {
        throw new MXNetError(`ImageDetIter: ${sample.name} has objects of ${own} numbers, those before have ${width}`);
      }
      [most, width] = [Math.max(most, found.length), own];
    }
    if (most === 0) throw new MXNetError("ImageDetIter: there are no images");
    this.reset();
    return [most, width];
  }

  protected prepare(sample: Sample, decode: () => NDArray): Row<number[][]> | null {
    let [data, label] = [decode(), labelOf(readObjects(sample))];
    for (const aug of this.auglist) [data, label] = aug(data, label);
    const left = boxes(label);
    const seen = left.some((row) => (row[0] as number) >= 0 && hasArea(row));
    return seen ? [this.planes(data), left] : null;
  }

  protected batchLabels(labels: readonly number[][][]): NDArray {
    const [count, width] = this.labelShape;
    const values = new Float32Array(labels.length * count * width).fill(-1);
    labels.forEach((rows, i) => {
      if (rows.length > count || rows.some((row) => row.length !== width)) {
        throw new MXNetError(
          `ImageDetIter: augmenters made a label of shape (${rows.length}, ${rows[0]?.length}), expected (${count}, ${width}) at most`,
        );
      }
      values.set(rows.flat(), i * count * width);
    });
    return array(values, { shape: this.#description.shape });
  }

  /**
   * Changes the shapes of what is given.
   *
   * @param dataShape - of images, (channels, height, width), which the augmenters must give; null keeps it
   * @param labelShape - of labels, with the same number of numbers and no fewer objects; null keeps it
   * @example
   * ```ts
   * image.setCodecs(codecs);
   * const file = image.imencode(nd.full([8, 8, 3], 7, { dtype: "uint8" }));
   * const iter = new image.ImageDetIter(1, [3, 4, 4], { imglist: [[[2, 5, 3, 0, 0, 0.5, 0.5], file]] });
   * iter.reshape(null, [4, 5]);
   * console.log(iter.next()!.label![0]!.shape); // [ 1, 4, 5 ]
   * ```
   */
  reshape(dataShape: readonly number[] | null = null, labelShape: LabelShape | null = null): void {
    if (dataShape !== null) {
      this.provideData = [this.describeData((this.provideData[0] as DataDesc).name, dataShape)];
    }
    if (labelShape === null) return;
    this.checkLabelShape(labelShape);
    this.provideLabel = [new DataDesc(this.#description.name, [this.batchSize, ...labelShape])];
  }

  /** Refuses shapes that labels do not fit in. */
  checkLabelShape(labelShape: LabelShape): void {
    if (!Array.isArray(labelShape) || labelShape.length !== 2) {
      throw new MXNetError(`ImageDetIter: labelShape must be [objects, width], got ${describe(labelShape)}`);
    }
    const [count, width] = this.labelShape;
    if (labelShape[0] < count) {
      throw new MXNetError(
        `ImageDetIter: attempts to reduce the label count from ${count} to ${labelShape[0]}, not allowed`,
      );
    }
    if (labelShape[1] !== width) {
      throw new MXNetError(`ImageDetIter: labelShape has objects of ${labelShape[1]} numbers, expected ${width}`);
    }
  }

  /**
   * Gives this iterator and another, such as those of training and of validation, the same shape of labels.
   *
   * @param it - the other, which is returned
   */
  syncLabelShape(it: ImageDetIter): ImageDetIter {
    if (!(it instanceof ImageDetIter)) {
      throw new TypeError(`syncLabelShape: expected an ImageDetIter, got ${describe(it)}`);
    }
    const most = Math.max(this.labelShape[0], it.labelShape[0]);
    this.checkLabelShape([this.labelShape[0], it.labelShape[1]]);
    for (const one of [this, it]) one.reshape(null, [most, one.labelShape[1]]);
    return it;
  }
}

const hasArea = (row: readonly number[]): boolean =>
  (row[3] as number) > (row[1] as number) && (row[4] as number) > (row[2] as number);

/** The objects of a label that have an area. */
function readObjects({ label, name }: Sample): number[][] {
  const raw = Array.from(label, Math.fround);
  const wrong = (why: string): never => {
    throw new MXNetError(`ImageDetIter: ${name}: invalid label: ${why}`);
  };
  const [before, width] = raw.slice(0, 2).map(Math.trunc) as [number, number];
  if (raw.length < 7) wrong(`it has ${raw.length} numbers, expected 7 or more`);
  if (!(before >= 2 && before <= raw.length))
    wrong(`${raw[0]} numbers should stand before the objects, expected 2 or more`);
  if (!(width >= 5)) wrong(`objects have ${raw[1]} numbers, expected 5 or more`);
  if ((raw.length - before) % width !== 0) wrong(`its ${raw.length} numbers are no ${before} and objects of ${width}`);
  const rows = Array.from({ length: (raw.length - before) / width }, (_, i) =>
    raw.slice(before + i * width, before + (i + 1) * width),
  ).filter(hasArea);
  if (rows.length === 0) wrong("it has no object with an area");
  return rows;
}
