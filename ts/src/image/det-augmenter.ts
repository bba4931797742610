// Augmenters of images together with the boxes of their objects.
import { MXNetError } from "../error.ts";
import { flip } from "../generated/ops.ts";
import { dumpJson, type Json } from "../init/json.ts";
import { array } from "../nd/create.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { drawRandom, shuffleList } from "../random/python.ts";
import { Callable } from "../runtime/callable.ts";
import { scope } from "../scope.ts";
import { Augmenter, type AugmenterOptions, plain } from "./augmenter.ts";

/** An image and the objects in it: a row (class, left, top, right, bottom, …) each, in parts of the image's size. */
export type Labelled = [src: NDArray, label: NDArray];

/** An augmenter can be called. */
export interface DetAugmenter {
  /** The image and its objects, changed. */
  (src: NDArray, label: NDArray): Labelled;
}

/**
 * The base of augmenters for detection. A subclass overrides `augment`; instances are called: `aug(src, label)`, with a
 * label of shape (objects, 5 or more): class, left, top, right, bottom, in parts of the image's size.
 *
 * @example
 * ```ts
 * class Keep extends image.DetAugmenter {
 *   override augment(src, label) {
 *     return [src, label];
 *   }
 * }
 * const [, label] = new Keep()(nd.zeros([2, 2, 3]), nd.array([[7, 0, 0, 0.5, 1]]));
 * console.log(label.toArray()); // [ [ 7, 0, 0, 0.5, 1 ] ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export abstract class DetAugmenter extends Callable {
  readonly #options: AugmenterOptions;

  /** @param options - what `dumps` tells besides the class */
  constructor(options: AugmenterOptions = {}) {
    super();
    this.#options = options;
  }

  /** @internal */
  _call(src: NDArray, label: NDArray): Labelled {
    if (!(label instanceof NDArray) || label.ndim !== 2 || (label.shape[1] as number) < 5) {
      throw new MXNetError(
        `${this.constructor.name}: label must have shape (objects, 5 or more), got ${describe(label)}`,
      );
    }
    return scope(() => this.augment(src, label));
  }

  /** Changes an image and its objects; the given ones stay as they are. */
  abstract augment(src: NDArray, label: NDArray): Labelled;

  /** Class and options as JSON. */
  dumps(): string {
    return dumpJson([this.constructor.name.toLowerCase(), plain(this.#options)] as Json);
  }

  /** @internal What lists of augmenters hold of this one: a text, or a list for a list. */
  _dumped(): Json {
    return this.dumps();
  }
}

/**
 * An augmenter of images that leaves objects where they are.
 *
 * @example
 * ```ts
 * const aug = new image.DetBorrowAug(new image.ForceResizeAug([4, 4]));
 * console.log(aug(nd.zeros([2, 2, 3]), nd.array([[0, 0, 0, 1, 1]]))[0].shape); // [ 4, 4, 3 ]
 * ```
 */
export class DetBorrowAug extends DetAugmenter {
  readonly augmenter: Augmenter;

  constructor(augmenter: Augmenter) {
    if (!(augmenter instanceof Augmenter)) {
      throw new TypeError(`DetBorrowAug: augmenter must be an Augmenter, got ${describe(augmenter)}`);
    }
    super();
    this.augmenter = augmenter;
  }

  augment(src: NDArray, label: NDArray): Labelled {
    return [this.augmenter(src), label];
  }

  /** Class and augmenter as JSON. */
  override dumps(): string {
    return dumpJson(this._dumped());
  }

  /** @internal */
  override _dumped(): Json {
    return [this.constructor.name.toLowerCase(), this.augmenter._dumped()];
  }
}

/**
 * One of several augmenters by chance, or none.
 *
 * @param skipProb - the chance of none
 * @example
 * ```ts
 * const aug = new image.DetRandomSelectAug([new image.DetHorizontalFlipAug(1)], 0);
 * const [, label] = aug(nd.zeros([2, 2, 3]), nd.array([[7, 0, 0, 0.25, 1]]));
 * console.log(label.toArray()); // [ [ 7, 0.75, 0, 1, 1 ] ]
 * ```
 */
export class DetRandomSelectAug extends DetAugmenter {
  readonly augList: readonly DetAugmenter[];
  readonly skipProb: number;

  constructor(augList: DetAugmenter | readonly DetAugmenter[], skipProb: number = 0) {
    super();
    const list = Array.isArray(augList) ? (augList as readonly DetAugmenter[]) : [augList as DetAugmenter];
    for (const aug of list) {
      if (!(aug instanceof DetAugmenter)) {
        throw new TypeError(`DetRandomSelectAug: augList must have DetAugmenters only, got ${describe(aug)}`);
      }
    }
    this.augList = [...list];
    this.skipProb = list.length === 0 ? 1 : skipProb;
  }

  augment(src: NDArray, label: NDArray): Labelled {
    if (drawRandom() < this.skipProb) return [src, label];
    // As in MXNet, each order is made of the one before.
    shuffleList(this.augList as DetAugmenter[]);
    return (this.augList[0] as DetAugmenter)(src, label);
  }

  /** Class and augmenters as JSON. */
  override dumps(): string {
    return dumpJson(this._dumped());
  }

  /** @internal */
  override _dumped(): Json {
    return [this.constructor.name.toLowerCase(), this.augList.map((aug) => aug._dumped())];
  }
}

/**
 * Exchanges left and right with this chance.
 *
 * @example
 * ```ts
 * const [src, label] = [nd.array([[[1], [2]]]), nd.array([[7, 0, 0, 0.25, 1]])];
 * const [mirrored, boxes] = new image.DetHorizontalFlipAug(1)(src, label);
 * console.log(mirrored.toArray(), boxes.toArray()); // [ [ [ 2 ], [ 1 ] ] ] [ [ 7, 0.75, 0, 1, 1 ] ]
 * ```
 */
export class DetHorizontalFlipAug extends DetAugmenter {
  readonly p: number;

  constructor(p: number) {
    super({ p });
    this.p = p;
  }

  augment(src: NDArray, label: NDArray): Labelled {
    if (!(drawRandom() < this.p)) return [src, label];
    const rows = boxes(label).map(([id, left, top, right, bottom, ...more]) => [
      id as number,
      1 - (right as number),
      top as number,
      1 - (left as number),
      bottom as number,
      ...more,
    ]);
    return [flip(src, { axis: 1 }), labelOf(rows)];
  }
}

/** The rows of a label. */
export const boxes = (label: NDArray): number[][] => label.astype("float32", false).toArray() as number[][];

/** The label with these rows. */
export const labelOf = (rows: readonly number[][]): NDArray => array(rows as number[][], { dtype: "float32" });
