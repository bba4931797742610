import { NDArray } from "../nd/ndarray.ts";
import type { Arrays } from "./eval-metric.ts";
/** The elements of an array as numbers, row major. */
export interface Values {
    readonly shape: readonly number[];
    readonly data: ArrayLike<number>;
}
/** Reads an array. */
export declare function read(x: NDArray): Values;
/** Labels with their predictions. */
export declare function matched(labels: Arrays, preds: Arrays): [label: NDArray, pred: NDArray][];
/** Predictions alone. */
export declare function predictions(preds: Arrays): readonly NDArray[];
/** Refuses labels and predictions of different length, in MXNet's words. */
export declare function checkLength(labels: number | string, preds: number | string): void;
/** Whether two arrays have the same shape. */
export declare function sameShape(a: Values, b: Values): boolean;
/** The positions where each row along an axis begins, with the length of rows and the step in them. */
export declare function rows(x: Values, axis: number, what: string): {
    count: number;
    length: number;
    step: number;
    begin(row: number): number;
};
/** The class of the greatest score of each row along an axis. */
export declare function bestClasses(x: Values, axis: number, what: string): Float64Array;
/** The scores of given classes, one of each row along an axis. Classes count from the end if they are negative. */
export declare function scoresOf(x: Values, classes: ArrayLike<number>, axis: number, what: string): Float64Array;
