import { NDArray, type Operand } from "./ndarray.ts";
/** lhs + rhs, broadcast. */
export declare function add(lhs: Operand, rhs: Operand): NDArray;
/** lhs - rhs, broadcast. */
export declare function subtract(lhs: Operand, rhs: Operand): NDArray;
/** lhs · rhs, broadcast. */
export declare function multiply(lhs: Operand, rhs: Operand): NDArray;
/** lhs / rhs, broadcast. */
export declare function divide(lhs: Operand, rhs: Operand): NDArray;
/** The remainder of lhs / rhs, with the sign of rhs. */
export declare function modulo(lhs: Operand, rhs: Operand): NDArray;
/** lhs to the rhs. */
export declare function power(lhs: Operand, rhs: Operand): NDArray;
/** The larger one; the gradient of a tie goes to lhs. */
export declare function maximum(lhs: Operand, rhs: Operand): NDArray;
/** The smaller one; the gradient of a tie goes to lhs. */
export declare function minimum(lhs: Operand, rhs: Operand): NDArray;
/** √(lhs² + rhs²) */
export declare function hypot(lhs: Operand, rhs: Operand): NDArray;
/** 1 where equal, else 0. */
export declare function equal(lhs: Operand, rhs: Operand): NDArray;
/** 1 where not equal, else 0. */
export declare function notEqual(lhs: Operand, rhs: Operand): NDArray;
/** 1 where lhs > rhs, else 0. */
export declare function greater(lhs: Operand, rhs: Operand): NDArray;
/** 1 where lhs ≥ rhs, else 0. */
export declare function greaterEqual(lhs: Operand, rhs: Operand): NDArray;
/** 1 where lhs < rhs, else 0. */
export declare function lesser(lhs: Operand, rhs: Operand): NDArray;
/** 1 where lhs ≤ rhs, else 0. */
export declare function lesserEqual(lhs: Operand, rhs: Operand): NDArray;
/** 1 where both are not 0, else 0. */
export declare function logicalAnd(lhs: Operand, rhs: Operand): NDArray;
/** 1 where at least one is not 0, else 0. */
export declare function logicalOr(lhs: Operand, rhs: Operand): NDArray;
/** 1 where exactly one is not 0, else 0. */
export declare function logicalXor(lhs: Operand, rhs: Operand): NDArray;
