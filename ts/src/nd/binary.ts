// Functions of two operands, each an array or a number, as in MXNet's `nd`.
import { describe, invoke1 } from "./invoke.ts";
import { NDArray, type Operand } from "./ndarray.ts";

function choose(name: string, lhs: Operand, rhs: Operand, tensor: string, right: string, left: string): NDArray {
  if (lhs instanceof NDArray) {
    if (rhs instanceof NDArray) return invoke1(tensor, [lhs, rhs]);
    if (typeof rhs === "number") return invoke1(right, [lhs], { scalar: rhs });
    throw new TypeError(`${name}: rhs must be an NDArray or a number, got ${describe(rhs)}`);
  }
  if (rhs instanceof NDArray && typeof lhs === "number") return invoke1(left, [rhs], { scalar: lhs });
  throw new TypeError(`${name}: at least one operand must be an NDArray, got ${describe(lhs)} and ${describe(rhs)}`);
}

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
export function add(lhs: Operand, rhs: Operand): NDArray {
  return choose("add", lhs, rhs, "broadcast_add", "_plus_scalar", "_plus_scalar");
}
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
export function subtract(lhs: Operand, rhs: Operand): NDArray {
  return choose("subtract", lhs, rhs, "broadcast_sub", "_minus_scalar", "_rminus_scalar");
}
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
export function multiply(lhs: Operand, rhs: Operand): NDArray {
  return choose("multiply", lhs, rhs, "broadcast_mul", "_mul_scalar", "_mul_scalar");
}
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
export function divide(lhs: Operand, rhs: Operand): NDArray {
  return choose("divide", lhs, rhs, "broadcast_div", "_div_scalar", "_rdiv_scalar");
}
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
export function modulo(lhs: Operand, rhs: Operand): NDArray {
  return choose("modulo", lhs, rhs, "broadcast_mod", "_mod_scalar", "_rmod_scalar");
}
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
export function power(lhs: Operand, rhs: Operand): NDArray {
  return choose("power", lhs, rhs, "broadcast_power", "_power_scalar", "_rpower_scalar");
}
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
export function maximum(lhs: Operand, rhs: Operand): NDArray {
  return choose("maximum", lhs, rhs, "broadcast_maximum", "_maximum_scalar", "_maximum_scalar");
}
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
export function minimum(lhs: Operand, rhs: Operand): NDArray {
  return choose("minimum", lhs, rhs, "broadcast_minimum", "_minimum_scalar", "_minimum_scalar");
}
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
export function hypot(lhs: Operand, rhs: Operand): NDArray {
  return choose("hypot", lhs, rhs, "broadcast_hypot", "_hypot_scalar", "_hypot_scalar");
}
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
export function equal(lhs: Operand, rhs: Operand): NDArray {
  return choose("equal", lhs, rhs, "broadcast_equal", "_equal_scalar", "_equal_scalar");
}
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
export function notEqual(lhs: Operand, rhs: Operand): NDArray {
  return choose("notEqual", lhs, rhs, "broadcast_not_equal", "_not_equal_scalar", "_not_equal_scalar");
}
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
export function greater(lhs: Operand, rhs: Operand): NDArray {
  return choose("greater", lhs, rhs, "broadcast_greater", "_greater_scalar", "_lesser_scalar");
}
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
export function greaterEqual(lhs: Operand, rhs: Operand): NDArray {
  return choose("greaterEqual", lhs, rhs, "broadcast_greater_equal", "_greater_equal_scalar", "_lesser_equal_scalar");
}
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
export function lesser(lhs: Operand, rhs: Operand): NDArray {
  return choose("lesser", lhs, rhs, "broadcast_lesser", "_lesser_scalar", "_greater_scalar");
}
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
export function lesserEqual(lhs: Operand, rhs: Operand): NDArray {
  return choose("lesserEqual", lhs, rhs, "broadcast_lesser_equal", "_lesser_equal_scalar", "_greater_equal_scalar");
}
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
export function logicalAnd(lhs: Operand, rhs: Operand): NDArray {
  return choose("logicalAnd", lhs, rhs, "broadcast_logical_and", "_logical_and_scalar", "_logical_and_scalar");
}
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
export function logicalOr(lhs: Operand, rhs: Operand): NDArray {
  return choose("logicalOr", lhs, rhs, "broadcast_logical_or", "_logical_or_scalar", "_logical_or_scalar");
}
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
export function logicalXor(lhs: Operand, rhs: Operand): NDArray {
  return choose("logicalXor", lhs, rhs, "broadcast_logical_xor", "_logical_xor_scalar", "_logical_xor_scalar");
}
