// Augmenters: functions from image to image that know how they were made.
import { dumpJson, float, type Json } from "../init/json.ts";
import { NDArray } from "../nd/ndarray.ts";
import { shuffleList } from "../random/python.ts";
import { Callable } from "../runtime/callable.ts";
import { scope } from "../scope.ts";

/** What an augmenter was made with, by MXNet's names. */
export type AugmenterOptions = { readonly [name: string]: unknown };

/** Options as JSON has them; the numbers of arrays are Python's floats. */
export function plain(value: unknown): Json {
  if (value instanceof NDArray) return floats(value.toArray());
  return (Array.isArray(value) ? value.map(plain) : (value ?? null)) as Json;
}

function floats(value: unknown): Json {
  return Array.isArray(value) ? (value.map(floats) as Json) : float(Number(value));
}

/** An augmenter can be called. */
export interface Augmenter {
  /** The image, changed. */
  (src: NDArray): NDArray;
}

/**
 * The base of augmenters. A subclass overrides `augment`; instances are called: `aug(src)`.
 *
 * @example
 * ```ts
 * class Invert extends image.Augmenter {
 *   override augment(src) {
 *     return src.rsub(255);
 *   }
 * }
 * console.log(new Invert()(nd.array([[[0, 55, 255]]])).toArray()); // [ [ [ 255, 200, 0 ] ] ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export abstract class Augmenter extends Callable {
  readonly #options: AugmenterOptions;

  /** @param options - what `dumps` tells besides the class */
  constructor(options: AugmenterOptions = {}) {
    super();
    this.#options = options;
  }

  /** @internal */
  _call(src: NDArray): NDArray {
    return scope(() => this.augment(src));
  }

  /** Changes an image; the given one stays as it is. */
  abstract augment(src: NDArray): NDArray;

  /** Class and options as JSON. */
  dumps(): string {
    return dumpJson([this.constructor.name.toLowerCase(), plain(this.#options)] as Json);
  }

  /** @internal What lists of augmenters hold of this one: a text, or a list for a list. */
  _dumped(): Json {
    return this.dumps();
  }
}

/** A list of augmenters. */
abstract class AugmenterList extends Augmenter {
  readonly ts: readonly Augmenter[];

  constructor(ts: readonly Augmenter[]) {
    super();
    this.ts = [...ts];
  }

  /** Class and augmenters as JSON. */
  override dumps(): string {
    return dumpJson(this._dumped());
  }

  /** @internal */
  override _dumped(): Json {
    return [this.constructor.name.toLowerCase(), this.ts.map((t) => t._dumped())];
  }
}

/**
 * One augmenter after the other.
 *
 * @example
 * ```ts
 * const aug = new image.SequentialAug([new image.CastAug(), new image.ResizeAug(2)]);
 * console.log(aug(nd.zeros([4, 6, 3], { dtype: "uint8" })).shape); // [ 2, 3, 3 ]
 * ```
 */
export class SequentialAug extends AugmenterList {
  augment(src: NDArray): NDArray {
    return this.ts.reduce((x, t) => t(x), src);
  }
}

/**
 * All augmenters, in random order.
 *
 * @example
 * ```ts
 * const aug = new image.RandomOrderAug([new image.BrightnessJitterAug(0.5), new image.ContrastJitterAug(0.5)]);
 * console.log(aug(nd.ones([2, 2, 3])).shape); // [ 2, 2, 3 ]
 * ```
 */
export class RandomOrderAug extends AugmenterList {
  augment(src: NDArray): NDArray {
    // As in MXNet, each order is made of the one before.
    shuffleList(this.ts as Augmenter[]);
    return this.ts.reduce((x, t) => t(x), src);
  }
}
