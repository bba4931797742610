/**
 * Seeds the numbers that augmenters and `ImageIter` draw, as `random.seed` does in Python. They start as after `seed(0)`.
 *
 * @param value - a whole number
 * @example
 * ```ts
 * image.seed(3);
 * const pixels = nd.arange(4 * 4 * 3).reshape([4, 4, 3]);
 * const [, place] = image.randomCrop(pixels, [2, 2]);
 * console.log(place); // [ 0, 2, 2, 2 ]
 * ```
 */
export declare function seed(value: number): void;
/** A number of [0, 1). */
export declare function drawRandom(): number;
/** A number between two. */
export declare function drawUniform(low: number, high: number): number;
/** A whole number from low to high, both included. */
export declare function drawInt(low: number, high: number): number;
/** Puts a list into random order, in place. */
export declare function shuffleList(items: unknown[]): void;
