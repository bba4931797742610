// Reading arrays out, once each.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { Arrays } from "./eval-metric.ts";

/** The elements of an array as numbers, row major. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** Reads an array. */
export function read(x: NDArray): Values {
  const data = x.toTypedArray();
  return { shape: x.shape, data: data instanceof BigInt64Array ? Float64Array.from(data, Number) : data };
}

function list(arrays: Arrays, what: string): readonly NDArray[] {
  const found = arrays instanceof NDArray ? [arrays] : arrays;
  if (!Array.isArray(found)) throw new TypeError(`update: ${what} must be NDArrays, got ${describe(arrays)}`);
  for (const x of found) {
    if (!(x instanceof NDArray)) throw new TypeError(`update: ${what} must be NDArrays, got ${describe(x)}`);
  }
  return found;
}

/** Labels with their predictions. */
export function matched(labels: Arrays, preds: Arrays): [label: NDArray, pred: NDArray][] {
  const [left, right] = [list(labels, "labels"), list(preds, "preds")];
  checkLength(left.length, right.length);
  return left.map((label, i) => [label, right[i] as NDArray]);
}

/** Predictions alone. */
export function predictions(preds: Arrays): readonly NDArray[] {
  return list(preds, "preds");
}

/** Refuses labels and predictions of different length, in MXNet's words. */
export function checkLength(labels: number | string, preds: number | string): void {
  if (labels !== preds) {
    throw new MXNetError(`Shape of labels ${labels} does not match shape of predictions ${preds}`);
  }
}

/** Whether two arrays have the same shape. */
export function sameShape(a: Values, b: Values): boolean {
  return String(a.shape) === String(b.shape);
}

/** The length of an axis, and how many elements lie between its neighbours. */
function strides({ shape }: Values, axis: number, what: string): [length: number, step: number] {
  const at = axis < 0 ? axis + shape.length : axis;
  const length = shape[at];
  if (length === undefined) throw new MXNetError(`${what}: predictions of shape (${shape}) have no axis ${axis}`);
  return [length, shape.slice(at + 1).reduce((n, d) => n * d, 1)];
}

/** The positions where each row along an axis begins, with the length of rows and the step in them. */
export function rows(
  x: Values,
  axis: number,
  what: string,
): { count: number; length: number; step: number; begin(row: number): number } {
  const [length, step] = strides(x, axis, what);
  const count = length === 0 ? 0 : x.data.length / length;
  return { count, length, step, begin: (row) => Math.floor(row / step) * step * length + (row % step) };
}

/** The class of the greatest score of each row along an axis. */
export function bestClasses(x: Values, axis: number, what: string): Float64Array {
  const { count, length, step, begin } = rows(x, axis, what);
  const best = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const first = begin(row);
    let top = x.data[first] as number;
    for (let k = 1; k < length; k++) {
      const score = x.data[first + k * step] as number;
      if (score > top) {
        top = score;
        best[row] = k;
      }
    }
  }
  return best;
}

/** The scores of given classes, one of each row along an axis. Classes count from the end if they are negative. */
export function scoresOf(x: Values, classes: ArrayLike<number>, axis: number, what: string): Float64Array {
  const { count, length, step, begin } = rows(x, axis, what);
  if (classes.length !== count) {
    throw new MXNetError(`${what}: there are ${classes.length} labels, but predictions of shape (${x.shape})`);
  }
  const picked = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const label = Math.trunc(classes[row] as number);
    const k = label < 0 ? label + length : label;
    if (!(k >= 0 && k < length)) throw new MXNetError(`${what}: label ${label} is not one of ${length} classes`);
    picked[row] = x.data[begin(row) + k * step] as number;
  }
  return picked;
}
