import { NDArray, type Operand } from "./ndarray.ts";
/**
 * lhs + rhs, broadcast.
 *
 * @example
 * ```ts
 * console.log(nd.add(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[3. 6.]
 * //  [5. 8.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function add(lhs: Operand, rhs: Operand): NDArray;
/**
 * lhs - rhs, broadcast.
 *
 * @example
 * ```ts
 * console.log(nd.subtract(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[-1.  2.]
 * //  [-3.  0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function subtract(lhs: Operand, rhs: Operand): NDArray;
/**
 * lhs · rhs, broadcast.
 *
 * @example
 * ```ts
 * console.log(nd.multiply(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[ 2.  8.]
 * //  [ 4. 16.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function multiply(lhs: Operand, rhs: Operand): NDArray;
/**
 * lhs / rhs, broadcast.
 *
 * @example
 * ```ts
 * console.log(nd.divide(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[0.5  2.  ]
 * //  [0.25 1.  ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function divide(lhs: Operand, rhs: Operand): NDArray;
/**
 * The remainder of lhs / rhs, with the sign of rhs.
 *
 * @example
 * ```ts
 * console.log(nd.modulo(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[1. 0.]
 * //  [1. 0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function modulo(lhs: Operand, rhs: Operand): NDArray;
/**
 * lhs to the rhs.
 *
 * @example
 * ```ts
 * console.log(nd.power(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[  1.  16.]
 * //  [  1. 256.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function power(lhs: Operand, rhs: Operand): NDArray;
/**
 * The larger one; the gradient of a tie goes to lhs.
 *
 * @example
 * ```ts
 * console.log(nd.maximum(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[2. 4.]
 * //  [4. 4.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function maximum(lhs: Operand, rhs: Operand): NDArray;
/**
 * The smaller one; the gradient of a tie goes to lhs.
 *
 * @example
 * ```ts
 * console.log(nd.minimum(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[1. 2.]
 * //  [1. 4.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function minimum(lhs: Operand, rhs: Operand): NDArray;
/**
 * √(lhs² + rhs²)
 *
 * @example
 * ```ts
 * console.log(nd.hypot(nd.array([3, 4]), nd.array([[4], [3]])));
 * // [[5.        5.656854 ]
 * //  [4.2426405 5.       ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function hypot(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where equal, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.equal(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[0. 0.]
 * //  [0. 1.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function equal(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where not equal, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.notEqual(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[1. 1.]
 * //  [1. 0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function notEqual(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where lhs > rhs, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.greater(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[0. 1.]
 * //  [0. 0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function greater(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where lhs ≥ rhs, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.greaterEqual(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[0. 1.]
 * //  [0. 1.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function greaterEqual(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where lhs < rhs, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.lesser(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[1. 0.]
 * //  [1. 0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function lesser(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where lhs ≤ rhs, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.lesserEqual(nd.array([1, 4]), nd.array([[2], [4]])));
 * // [[1. 0.]
 * //  [1. 1.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function lesserEqual(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where both are not 0, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.logicalAnd(nd.array([0, 1]), nd.array([[1], [0]])));
 * // [[0. 1.]
 * //  [0. 0.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function logicalAnd(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where at least one is not 0, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.logicalOr(nd.array([0, 1]), nd.array([[1], [0]])));
 * // [[1. 1.]
 * //  [0. 1.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function logicalOr(lhs: Operand, rhs: Operand): NDArray;
/**
 * 1 where exactly one is not 0, else 0.
 *
 * @example
 * ```ts
 * console.log(nd.logicalXor(nd.array([0, 1]), nd.array([[1], [0]])));
 * // [[1. 0.]
 * //  [0. 1.]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function logicalXor(lhs: Operand, rhs: Operand): NDArray;
