/** Text of arrays to the character as Python prints them: NumPy 1.23's `str(ndarray)`, MXNet's `repr(NDArray)`. */
import type { DType } from "./dtype.ts";
/**
 * What `str()` of a NumPy array of these elements gives.
 *
 * @param data - all elements, row major; float16 as the numbers they stand for, int64 as bigints (numbers are accepted)
 * @param shape - lengths of the axes; at least one axis
 */
export declare function formatArray(data: ArrayLike<number> | ArrayLike<bigint>, shape: readonly number[], dtype: DType): string;
/**
 * What `repr()` of an MXNet NDArray gives: a line feed, the array, and a line that tells shape and context:
 *
 * ```
 *
 * [[1. 2. 3.]
 *  [4. 5. 6.]]
 * <NDArray 2x3 @cpu(0)>
 * ```
 *
 * @param context - as MXNet writes it, `"cpu(0)"`
 */
export declare function formatNDArray(data: ArrayLike<number> | ArrayLike<bigint>, shape: readonly number[], dtype: DType, context?: string): string;
