import { MXNetError } from "../error.ts";
import { readArguments } from "../init/arguments.ts";
import { DataDesc } from "../io/data-desc.ts";
import { expectCount } from "../io/data-iter.ts";
import { array } from "../nd/create.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { Augmenter } from "./augmenter.ts";
import { type AugmenterListOptions, augmenterDefaults, CreateAugmenter } from "./create-augmenter.ts";
import { ImageBatches, type ImageBatchesOptions, type Row, SHARED_DEFAULTS } from "./image-batches.ts";
import type { Sample } from "./image-source.ts";

/** What `ImageIter` takes besides batch size and shape. */
export interface ImageIterOptions extends AugmenterListOptions, ImageBatchesOptions {
  /** How many labels an image has. Default: 1. */
  labelWidth?: number | undefined;
  /** What is done to the images; by default what `CreateAugmenter` makes of the other options. */
  augList?: readonly Augmenter[] | null | undefined;
  /** Default: `softmax_label`. */
  labelName?: string | undefined;
  /** The element type of the labels. Default: float32. */
  dtype?: DType | undefined;
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
export class ImageIter extends ImageBatches<ArrayLike<number>> {
  readonly provideLabel: readonly DataDesc[];
  /** What is done to the images. */
  readonly auglist: readonly Augmenter[];
  readonly #labelWidth: number;

  constructor(batchSize: number, dataShape: readonly number[], options?: ImageIterOptions);
  constructor(options: ImageIterOptions & { batchSize: number; dataShape: readonly number[] });
  constructor(...args: unknown[]) {
    type Given = Required<ImageIterOptions> & { batchSize: number; dataShape: readonly number[] };
    const given = readArguments(
      "ImageIter",
      {
        // In MXNet's order.
        batchSize: undefined,
        dataShape: undefined,
        labelWidth: 1,
        ...SHARED_DEFAULTS,
        labelName: "softmax_label",
        dtype: "float32",
        lastBatchHandle: "pad",
        ...augmenterDefaults(),
      } as { readonly [name: string]: unknown },
      args,
    ) as unknown as Given;
    dtypeCode(given.dtype as string);
    super("ImageIter", given);
    const width = expectCount(given.labelWidth, "ImageIter: labelWidth", 1);
    this.#labelWidth = width;
    const chosen = Object.keys(augmenterDefaults()).map((name) => [name, given[name as keyof Given]]);
    this.auglist = given.augList ?? CreateAugmenter(given.dataShape, Object.fromEntries(chosen));
    const shape = width > 1 ? [this.batchSize, width] : [this.batchSize];
    this.provideLabel = [new DataDesc(String(given.labelName), shape, given.dtype as DType)];
  }

  protected prepare({ label }: Sample, decode: () => NDArray): Row<ArrayLike<number>> {
    if (label.length !== this.#labelWidth) {
      throw new MXNetError(`it has ${label.length} labels, expected ${this.#labelWidth}`);
    }
    return [this.planes(this.auglist.reduce((x, aug) => aug(x), decode())), label];
  }

  protected batchLabels(labels: readonly ArrayLike<number>[]): NDArray {
    const { dtype, shape } = this.provideLabel[0] as DataDesc;
    return array(
      labels.flatMap((label) => Array.from(label)),
      { dtype, shape },
    );
  }
}
