import type { DType } from "../nd/dtype.ts";
import { type OutOption } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
/**
 * The absolute value |x|. Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.abs(nd.array([-1.5, 0, 2])).toArray()); // [ 1.5, 0, 2 ]
 * ```
 */
export declare function abs(data: NDArray, options?: OutOption): NDArray;
/**
 * The sign: -1, 0 or 1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sign(nd.array([-1.5, 0, 2])).toArray()); // [ -1, 0, 1 ]
 * ```
 */
export declare function sign(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer; halves go away from zero.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.round(nd.array([-2.5, -1.4, 0.5, 1.5])).toArray()); // [ -3, -1, 1, 2 ]
 * ```
 */
export declare function round(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer; halves go to the lower number.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.rint(nd.array([-2.5, -1.5, 0.5, 1.6])).toArray()); // [ -3, -2, 0, 2 ]
 * ```
 */
export declare function rint(data: NDArray, options?: OutOption): NDArray;
/**
 * The smallest integer that is not less.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.ceil(nd.array([-1.7, 0.2, 1.5])).toArray()); // [ -1, 1, 2 ]
 * ```
 */
export declare function ceil(data: NDArray, options?: OutOption): NDArray;
/**
 * The largest integer that is not greater.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.floor(nd.array([-1.7, 0.2, 1.5])).toArray()); // [ -2, 0, 1 ]
 * ```
 */
export declare function floor(data: NDArray, options?: OutOption): NDArray;
/**
 * The integer part: towards zero.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.trunc(nd.array([-1.7, 1.2, 1.9])).toArray()); // [ -1, 1, 1 ]
 * ```
 */
export declare function trunc(data: NDArray, options?: OutOption): NDArray;
/**
 * The nearest integer towards zero.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.fix(nd.array([-1.7, 1.2, 1.9])).toArray()); // [ -1, 1, 1 ]
 * ```
 */
export declare function fix(data: NDArray, options?: OutOption): NDArray;
/**
 * The negative -x.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.negative(nd.array([-1, 2, 3])).toArray()); // [ 1, -2, -3 ]
 * ```
 */
export declare function negative(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal 1/x.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.reciprocal(nd.array([-2, 1, 4])).toArray()); // [ -0.5, 1, 0.25 ]
 * ```
 */
export declare function reciprocal(data: NDArray, options?: OutOption): NDArray;
/**
 * The square x².
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.square(nd.array([-2, 0.5, 3])).toArray()); // [ 4, 0.25, 9 ]
 * ```
 */
export declare function square(data: NDArray, options?: OutOption): NDArray;
/**
 * The square root.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sqrt(nd.array([0, 4, 9])).toArray()); // [ 0, 2, 3 ]
 * ```
 */
export declare function sqrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal of the square root, 1/√x.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.rsqrt(nd.array([1, 4, 16])).toArray()); // [ 1, 0.5, 0.25 ]
 * ```
 */
export declare function rsqrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The cube root.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.cbrt(nd.array([-8, 1, 27])).toArray()); // [ -2, 1, 3 ]
 * ```
 */
export declare function cbrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The reciprocal of the cube root.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.rcbrt(nd.array([-8, 1, 64])).toArray()); // [ -0.5, 1, 0.25 ]
 * ```
 */
export declare function rcbrt(data: NDArray, options?: OutOption): NDArray;
/**
 * The exponential eˣ.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([0, 1, 2]);
 * x.attachGrad();
 * autograd.record(() => nd.exp(x)).backward();
 * console.log(x.grad);
 * // [1.        2.7182817 7.389056 ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function exp(data: NDArray, options?: OutOption): NDArray;
/**
 * eˣ - 1, accurate near 0.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.expm1(nd.array([0, 1e-8, 1])));
 * // [0.0000000e+00 9.9999999e-09 1.7182819e+00]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function expm1(data: NDArray, options?: OutOption): NDArray;
/**
 * The natural logarithm.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.log(nd.array([1, Math.E, 10])));
 * // [0.        1.        2.3025851]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function log(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm to base 10.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.log10(nd.array([1, 10, 1000])).toArray()); // [ 0, 1, 3 ]
 * ```
 */
export declare function log10(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm to base 2.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.log2(nd.array([0.5, 1, 8])).toArray()); // [ -1, 0, 3 ]
 * ```
 */
export declare function log2(data: NDArray, options?: OutOption): NDArray;
/**
 * ln(1 + x), accurate near 0.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.log1p(nd.array([0, 1e-8, 1])));
 * // [0.000000e+00 1.000000e-08 6.931472e-01]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function log1p(data: NDArray, options?: OutOption): NDArray;
/**
 * The sine; x in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sin(nd.array([0, Math.PI / 6, Math.PI / 2])));
 * // [0.  0.5 1. ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function sin(data: NDArray, options?: OutOption): NDArray;
/**
 * The cosine; x in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.cos(nd.array([0, 1, Math.PI])));
 * // [ 1.         0.5403023 -1.       ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function cos(data: NDArray, options?: OutOption): NDArray;
/**
 * The tangent; x in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.tan(nd.array([0, 0.5, 1])));
 * // [0.        0.5463025 1.5574077]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function tan(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse sine, in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arcsin(nd.array([-1, 0, 0.5])));
 * // [-1.5707964  0.         0.5235988]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arcsin(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse cosine, in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arccos(nd.array([-1, 0, 1])));
 * // [3.1415927 1.5707964 0.       ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arccos(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse tangent, in radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arctan(nd.array([-1, 0, 1])));
 * // [-0.7853982  0.         0.7853982]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arctan(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic sine.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sinh(nd.array([-1, 0, 1])));
 * // [-1.1752012  0.         1.1752012]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function sinh(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic cosine.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.cosh(nd.array([-1, 0, 1])));
 * // [1.5430807 1.        1.5430807]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function cosh(data: NDArray, options?: OutOption): NDArray;
/**
 * The hyperbolic tangent.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.tanh(nd.array([-1, 0, 1])));
 * // [-0.7615942  0.         0.7615942]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function tanh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic sine.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arcsinh(nd.array([-1, 0, 1])));
 * // [-0.8813736  0.         0.8813736]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arcsinh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic cosine.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arccosh(nd.array([1, 2, 10])));
 * // [0.       1.316958 2.993223]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arccosh(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse hyperbolic tangent.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.arctanh(nd.array([-0.5, 0, 0.5])));
 * // [-0.54930615  0.          0.54930615]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function arctanh(data: NDArray, options?: OutOption): NDArray;
/**
 * Radians to degrees.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.degrees(nd.array([0, Math.PI / 2, Math.PI])).toArray()); // [ 0, 90, 180 ]
 * ```
 */
export declare function degrees(data: NDArray, options?: OutOption): NDArray;
/**
 * Degrees to radians.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.radians(nd.array([0, 90, 180])));
 * // [0.        1.5707964 3.1415927]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function radians(data: NDArray, options?: OutOption): NDArray;
/**
 * The rectifier max(x, 0). Its gradient at 0 is 0.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.relu(nd.array([-1, 0, 2])).toArray()); // [ 0, 0, 2 ]
 * ```
 */
export declare function relu(data: NDArray, options?: OutOption): NDArray;
/**
 * The logistic function 1/(1 + e⁻ˣ).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sigmoid(nd.array([-2, 0, 2])));
 * // [0.11920292 0.5        0.880797  ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function sigmoid(data: NDArray, options?: OutOption): NDArray;
/**
 * x/(1 + |x|).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.softsign(nd.array([-1, 0, 3])).toArray()); // [ -0.5, 0, 0.75 ]
 * ```
 */
export declare function softsign(data: NDArray, options?: OutOption): NDArray;
/**
 * The Gauss error function.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.erf(nd.array([-1, 0, 10])));
 * // [-0.8427008  0.         1.       ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function erf(data: NDArray, options?: OutOption): NDArray;
/**
 * The inverse of the error function.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.erfinv(nd.array([-0.5, 0, 0.5])));
 * // [-0.47693628  0.          0.47693628]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function erfinv(data: NDArray, options?: OutOption): NDArray;
/**
 * The gamma function.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.gamma(nd.array([1, 5, 0.5])));
 * // [ 1.        24.         1.7724539]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function gamma(data: NDArray, options?: OutOption): NDArray;
/**
 * The logarithm of the absolute value of the gamma function.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.gammaln(nd.array([1, 5, 100])));
 * // [  0.          3.1780539 359.13422  ]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function gammaln(data: NDArray, options?: OutOption): NDArray;
/**
 * The logical complement: 1 where x is 0, else 0.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.logicalNot(nd.array([-2, 0, 1])).toArray()); // [ 0, 1, 0 ]
 * ```
 */
export declare function logicalNot(data: NDArray, options?: OutOption): NDArray;
/**
 * The sum a + b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 *
 * @example
 * ```ts
 * console.log(nd.elemwiseAdd(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ 11, 22 ]
 * ```
 */
export declare function elemwiseAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The sum a + b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastAdd(nd.array([[1], [2]]), nd.array([[10, 20]])).toArray()); // [ [ 11, 21 ], [ 12, 22 ] ]
 * ```
 */
export declare function broadcastAdd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Another name of `broadcastAdd`. */
export declare const broadcastPlus: typeof broadcastAdd;
/**
 * The difference a - b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 *
 * @example
 * ```ts
 * console.log(nd.elemwiseSub(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ -9, -18 ]
 * ```
 */
export declare function elemwiseSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The difference a - b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastSub(nd.array([[1], [2]]), nd.array([[10, 20]])).toArray()); // [ [ -9, -19 ], [ -8, -18 ] ]
 * ```
 */
export declare function broadcastSub(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Another name of `broadcastSub`. */
export declare const broadcastMinus: typeof broadcastSub;
/**
 * The product a·b.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 *
 * @example
 * ```ts
 * console.log(nd.elemwiseMul(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ 10, 40 ]
 * ```
 */
export declare function elemwiseMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The product a·b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([[1], [2]]), nd.array([[10, 20]])];
 * a.attachGrad();
 * const product = autograd.record(() => nd.broadcastMul(a, b));
 * product.backward();
 * console.log(product.toArray()); // [ [ 10, 20 ], [ 20, 40 ] ]
 * console.log(a.grad!.toArray()); // [ [ 30 ], [ 30 ] ]
 * ```
 */
export declare function broadcastMul(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Both operands have one shape.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand, of lhs's shape.
 *
 * @example
 * ```ts
 * console.log(nd.elemwiseDiv(nd.array([1, 10]), nd.array([4, 5])).toArray()); // [ 0.25, 2 ]
 * console.log(nd.elemwiseDiv(nd.array([-7, 7], { dtype: "int32" }), nd.array([2, 2], { dtype: "int32" })).toArray());
 * // [ -3, 3 ]
 * ```
 */
export declare function elemwiseDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The quotient a/b; of integers it is truncated towards zero.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastDiv(nd.array([[1], [2]]), nd.array([[4, 8]])).toArray()); // [ [ 0.25, 0.125 ], [ 0.5, 0.25 ] ]
 * ```
 */
export declare function broadcastDiv(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The remainder of a/b with the sign of b; 0 where b is 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastMod(nd.array([[7], [-7]]), nd.array([[3, -3, 0]])).toArray()); // [ [ 1, -2, 0 ], [ 2, -1, 0 ] ]
 * ```
 */
export declare function broadcastMod(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The power a to the b.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastPower(nd.array([[2], [3]]), nd.array([[0, 2, 3]])).toArray()); // [ [ 1, 4, 8 ], [ 1, 9, 27 ] ]
 * ```
 */
export declare function broadcastPower(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The length √(a² + b²) of the hypotenuse.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastHypot(nd.array([[3], [-5]]), nd.array([[4], [12]])).toArray()); // [ [ 5 ], [ 13 ] ]
 * ```
 */
export declare function broadcastHypot(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The larger one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastMaximum(nd.array([[1], [3]]), nd.array([[0, 2, 4]])).toArray()); // [ [ 1, 2, 4 ], [ 3, 3, 4 ] ]
 * ```
 */
export declare function broadcastMaximum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * The smaller one. Where both are equal, the gradient goes to lhs.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastMinimum(nd.array([[1], [3]]), nd.array([[0, 2, 4]])).toArray()); // [ [ 0, 1, 1 ], [ 0, 2, 3 ] ]
 * ```
 */
export declare function broadcastMinimum(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a = b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 1, 0, 0 ], [ 0, 1, 0 ] ]
 * ```
 */
export declare function broadcastEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≠ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastNotEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
 * // [ [ 0, 1, 1 ], [ 1, 0, 1 ] ]
 * ```
 */
export declare function broadcastNotEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a > b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastGreater(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 0, 0, 0 ], [ 1, 0, 0 ] ]
 * ```
 */
export declare function broadcastGreater(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≥ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastGreaterEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
 * // [ [ 1, 0, 0 ], [ 1, 1, 0 ] ]
 * ```
 */
export declare function broadcastGreaterEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a < b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLesser(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 0, 1, 1 ], [ 0, 0, 1 ] ]
 * ```
 */
export declare function broadcastLesser(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where a ≤ b, else 0, in the operands' dtype.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLesserEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
 * // [ [ 1, 1, 1 ], [ 0, 1, 1 ] ]
 * ```
 */
export declare function broadcastLesserEqual(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where both are not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLogicalAnd(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 0 ], [ 0, 1 ] ]
 * ```
 */
export declare function broadcastLogicalAnd(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where at least one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLogicalOr(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 1 ], [ 1, 1 ] ]
 * ```
 */
export declare function broadcastLogicalOr(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/**
 * 1 where exactly one is not 0, else 0.
 * Shapes are broadcast.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand; the shapes are broadcast as NumPy does.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLogicalXor(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 1 ], [ 1, 0 ] ]
 * ```
 */
export declare function broadcastLogicalXor(lhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Options of `sum`. */
export interface SumOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The sum of the elements.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2, 3], [4, 5, 6]]);
 * console.log(nd.sum(x).toArray()); // [ 21 ]
 * console.log(nd.sum(x, { axis: 1 }).toArray()); // [ 6, 15 ]
 * console.log(nd.sum(x, { axis: 0, keepdims: true }).toArray()); // [ [ 5, 7, 9 ] ]
 * ```
 */
export declare function sum(data: NDArray, options?: SumOptions): NDArray;
/** Another name of `sum`. */
export declare const sumAxis: typeof sum;
/** Options of `mean`. */
export interface MeanOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The mean of the elements; of integers it is truncated.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2, 3], [4, 5, 6]]);
 * console.log(nd.mean(x).toArray()); // [ 3.5 ]
 * console.log(nd.mean(x, { axis: 1 }).toArray()); // [ 2, 5 ]
 * ```
 */
export declare function mean(data: NDArray, options?: MeanOptions): NDArray;
/** Options of `prod`. */
export interface ProdOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The product of the elements.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.prod(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 6, 120 ]
 * ```
 */
export declare function prod(data: NDArray, options?: ProdOptions): NDArray;
/** Options of `max`. */
export interface MaxOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The largest element; NaN if there is one.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 7, 3], [4, 5, 6]]);
 * x.attachGrad();
 * const largest = autograd.record(() => nd.max(x, { axis: 1 }));
 * largest.backward();
 * console.log(largest.toArray()); // [ 7, 6 ]
 * console.log(x.grad!.toArray()); // [ [ 0, 1, 0 ], [ 0, 0, 1 ] ]
 * ```
 */
export declare function max(data: NDArray, options?: MaxOptions): NDArray;
/** Another name of `max`. */
export declare const maxAxis: typeof max;
/** Options of `min`. */
export interface MinOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The smallest element; NaN if there is one.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.min(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 1, 4 ]
 * ```
 */
export declare function min(data: NDArray, options?: MinOptions): NDArray;
/** Another name of `min`. */
export declare const minAxis: typeof min;
/** Options of `nansum`. */
export interface NansumOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The sum of the elements that are not NaN.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.nansum(nd.array([[1, Number.NaN, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 4, 15 ]
 * ```
 */
export declare function nansum(data: NDArray, options?: NansumOptions): NDArray;
/** Options of `nanprod`. */
export interface NanprodOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** Whether `axis` names the axes to keep instead. Default: `False`. */
    exclude?: boolean | undefined;
}
/**
 * The product of the elements that are not NaN.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.nanprod(nd.array([[2, Number.NaN, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 6, 120 ]
 * ```
 */
export declare function nanprod(data: NDArray, options?: NanprodOptions): NDArray;
/**
 * Zeros of the input's shape and dtype.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.zerosLike(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 0, 0 ], [ 0, 0 ] ]
 * ```
 */
export declare function zerosLike(data: NDArray, options?: OutOption): NDArray;
/**
 * Ones of the input's shape and dtype.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.onesLike(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 1, 1 ], [ 1, 1 ] ]
 * ```
 */
export declare function onesLike(data: NDArray, options?: OutOption): NDArray;
/** Options of `Cast`. */
export interface CastOptions extends OutOption {
    /** The element type of the result. Required. */
    dtype: DType;
}
/**
 * The elements in another type. Floats are truncated to integers; the gradient passes through, cast back.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.cast(nd.array([-1.7, 0.9, 300]), { dtype: "int32" }));
 * // [ -1   0 300]
 * // <NDArray 3 @cpu(0)>
 * ```
 */
export declare function Cast(data: NDArray, options: CastOptions): NDArray;
/** Another name of `Cast`. */
export declare const cast: typeof Cast;
/**
 * A copy of the input.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * const y = nd.identity(x);
 * x.set(5);
 * console.log(y.toArray()); // [ 1, 2 ]
 * ```
 */
export declare function identity(data: NDArray, options?: OutOption): NDArray;
/** Options of `Reshape`. */
export interface ReshapeOptions extends OutOption {
    /**
     * The new shape. 0 keeps the input's size at this place, -1 is inferred, -2 keeps all remaining sizes,
     * -3 merges the next two, -4 splits the next one into the two sizes that follow (one may be -1). Default: `()`.
     */
    shape?: number | readonly (number | null)[] | undefined;
    /** Whether the code is matched from the right. Default: `False`. */
    reverse?: boolean | undefined;
    /** Deprecated: the target shape, where 0 is inferred. Default: `()`. */
    targetShape?: number | readonly (number | null)[] | undefined;
    /** Deprecated: with `target_shape`, keeps the first size. Default: `False`. */
    keepHighest?: boolean | undefined;
}
/**
 * The elements under another shape.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.arange(6);
 * console.log(nd.reshape(x, { shape: [2, 3] }).toArray()); // [ [ 0, 1, 2 ], [ 3, 4, 5 ] ]
 * console.log(nd.reshape(nd.zeros([2, 3, 4]), { shape: [0, -1] }).shape); // [ 2, 12 ]
 * ```
 */
export declare function Reshape(data: NDArray, options?: ReshapeOptions): NDArray;
/** Another name of `Reshape`. */
export declare const reshape: typeof Reshape;
/**
 * Merges all axes but the first: (n, …) becomes (n, size of …).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.flatten(nd.zeros([2, 3, 4])).shape); // [ 2, 12 ]
 * ```
 */
export declare function Flatten(data: NDArray, options?: OutOption): NDArray;
/** Another name of `Flatten`. */
export declare const flatten: typeof Flatten;
/** Options of `expandDims`. */
export interface ExpandDimsOptions extends OutOption {
    /** Where the new axis stands in the result; negative ones count from the end. Required. */
    axis: number;
}
/**
 * Inserts an axis of size 1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.expandDims(nd.array([1, 2]), { axis: 1 }).toArray()); // [ [ 1 ], [ 2 ] ]
 * ```
 */
export declare function expandDims(data: NDArray, options: ExpandDimsOptions): NDArray;
/** Options of `squeeze`. */
export interface SqueezeOptions extends OutOption {
    /** The axes to remove, each of size 1; all axes of size 1 when None. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
}
/**
 * Removes axes of size 1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.zeros([1, 3, 1]);
 * console.log(nd.squeeze(x).shape); // [ 3 ]
 * console.log(nd.squeeze(x, { axis: 0 }).shape); // [ 3, 1 ]
 * ```
 */
export declare function squeeze(data: NDArray, options?: SqueezeOptions): NDArray;
/** Options of `reshapeLike`. */
export interface ReshapeLikeOptions extends OutOption {
    /** The first axis of lhs to replace. Default: `None`. */
    lhsBegin?: number | null | undefined;
    /** The end (not included) of the axes of lhs to replace. Default: `None`. */
    lhsEnd?: number | null | undefined;
    /** The first axis of rhs to take. Default: `None`. */
    rhsBegin?: number | null | undefined;
    /** The end (not included) of the axes of rhs to take. Default: `None`. */
    rhsEnd?: number | null | undefined;
}
/**
 * The elements of lhs under the shape of rhs (or with some axes replaced by axes of rhs).
 *
 * @param lhs - The tensor.
 * @param rhs - The tensor with the shape; its values do not matter.
 *
 * @example
 * ```ts
 * console.log(nd.reshapeLike(nd.array([1, 2, 3, 4]), nd.zeros([2, 2])).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * ```
 */
export declare function reshapeLike(lhs: NDArray, rhs: NDArray, options?: ReshapeLikeOptions): NDArray;
/** Options of `transpose`. */
export interface TransposeOptions extends OutOption {
    /** The axes of the input in the order that the result has them; empty for the reverse order. Default: `()`. */
    axes?: number | readonly (number | null)[] | undefined;
}
/**
 * The axes in another order; reversed by default.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.transpose(nd.array([[1, 2, 3], [4, 5, 6]])).toArray()); // [ [ 1, 4 ], [ 2, 5 ], [ 3, 6 ] ]
 * console.log(nd.transpose(nd.zeros([2, 3, 4]), { axes: [1, 0, 2] }).shape); // [ 3, 2, 4 ]
 * ```
 */
export declare function transpose(data: NDArray, options?: TransposeOptions): NDArray;
/** Options of `SwapAxis`. */
export interface SwapAxisOptions extends OutOption {
    /** One axis. Default: `0`. */
    dim1?: number | undefined;
    /** The other axis. Default: `0`. */
    dim2?: number | undefined;
}
/**
 * Exchanges two axes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.swapaxes(nd.zeros([2, 3, 4]), { dim1: 0, dim2: 2 }).shape); // [ 4, 3, 2 ]
 * ```
 */
export declare function SwapAxis(data: NDArray, options?: SwapAxisOptions): NDArray;
/** Another name of `SwapAxis`. */
export declare const swapaxes: typeof SwapAxis;
/** Options of `broadcastTo`. */
export interface BroadcastToOptions extends OutOption {
    /** The shape of the result; 0 keeps an axis as it is. Required. */
    shape: number | readonly (number | null)[];
}
/**
 * Repeats axes of size 1 so that the result has the given shape.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastTo(nd.array([[1, 2]]), { shape: [3, 2] }).toArray()); // [ [ 1, 2 ], [ 1, 2 ], [ 1, 2 ] ]
 * ```
 */
export declare function broadcastTo(data: NDArray, options: BroadcastToOptions): NDArray;
/** Options of `broadcastAxis`. */
export interface BroadcastAxisOptions extends OutOption {
    /** The axes to repeat, each of size 1. Default: `()`. */
    axis?: number | readonly (number | null)[] | undefined;
    /** Their new sizes. Default: `()`. */
    size?: number | readonly (number | null)[] | undefined;
}
/**
 * Repeats the named axes of size 1 to new sizes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastAxis(nd.array([[1], [2]]), { axis: 1, size: 3 }).toArray()); // [ [ 1, 1, 1 ], [ 2, 2, 2 ] ]
 * ```
 */
export declare function broadcastAxis(data: NDArray, options?: BroadcastAxisOptions): NDArray;
/** Another name of `broadcastAxis`. */
export declare const broadcastAxes: typeof broadcastAxis;
/** Options of `broadcastLike`. */
export interface BroadcastLikeOptions extends OutOption {
    /** The axes of lhs to repeat; all when None. Default: `None`. */
    lhsAxes?: number | readonly (number | null)[] | null | undefined;
    /** The axes of rhs whose sizes they get. Default: `None`. */
    rhsAxes?: number | readonly (number | null)[] | null | undefined;
}
/**
 * Repeats axes of size 1 of lhs to the sizes that rhs has.
 *
 * @param lhs - The tensor to repeat.
 * @param rhs - The tensor with the sizes; its values do not matter.
 *
 * @example
 * ```ts
 * console.log(nd.broadcastLike(nd.array([[1], [2]]), nd.zeros([2, 3])).toArray()); // [ [ 1, 1, 1 ], [ 2, 2, 2 ] ]
 * ```
 */
export declare function broadcastLike(lhs: NDArray, rhs: NDArray, options?: BroadcastLikeOptions): NDArray;
/**
 * Elements of x where the condition is not 0, of y elsewhere. Only the chosen one gets a gradient.
 *
 * @param condition - Of x's shape, or 1-dimensional over x's first axis; of any dtype.
 * @param x - Taken where the condition is not 0.
 * @param y - Taken where it is 0; of x's shape and dtype.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2, 3]);
 * console.log(nd.where(nd.array([1, 0, 1]), x, nd.negative(x)).toArray()); // [ 1, -2, 3 ]
 * ```
 */
export declare function where(condition: NDArray, x: NDArray, y: NDArray, options?: OutOption): NDArray;
/** Options of `dot`. */
export interface DotOptions extends OutOption {
    /** Whether lhs is transposed first: its first axis goes to the end. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether rhs is transposed first: its last axis comes to the front. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The storage of the result of csr matrices; dense arrays give dense ones. Default: `None`. */
    forwardStype?: "default" | "csr" | "row_sparse" | null | undefined;
}
/**
 * The product over the last axis of lhs and the first of rhs: inner product of vectors, product of matrices, tensor product beyond.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand.
 *
 * @example
 * ```ts
 * const a = nd.array([[1, 2], [3, 4]]);
 * const b = nd.array([[5, 6], [7, 8]]);
 * console.log(nd.dot(a, b).toArray()); // [ [ 19, 22 ], [ 43, 50 ] ]
 * console.log(nd.dot(a, b, { transposeB: true }).toArray()); // [ [ 17, 23 ], [ 39, 53 ] ]
 * console.log(nd.dot(nd.array([1, 2]), nd.array([3, 4])).toArray()); // [ 11 ]
 * ```
 */
export declare function dot(lhs: NDArray, rhs: NDArray, options?: DotOptions): NDArray;
/** Options of `batchDot`. */
export interface BatchDotOptions extends OutOption {
    /** Whether the matrices of lhs are transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether the matrices of rhs are transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The storage of the result of csr matrices; dense arrays give dense ones. Default: `None`. */
    forwardStype?: "default" | "csr" | "row_sparse" | null | undefined;
}
/**
 * The products of matrices in the last two axes; the leading axes of both operands are equal.
 *
 * @param lhs - The left operand.
 * @param rhs - The right operand.
 *
 * @example
 * ```ts
 * console.log(nd.batchDot(nd.ones([8, 2, 3]), nd.ones([8, 3, 4])).shape); // [ 8, 2, 4 ]
 * console.log(nd.batchDot(nd.array([[[1, 2]]]), nd.array([[[3, 4]]]), { transposeB: true }).toArray()); // [ [ [ 11 ] ] ]
 * ```
 */
export declare function batchDot(lhs: NDArray, rhs: NDArray, options?: BatchDotOptions): NDArray;
/** Options of `FullyConnected`. */
export interface FullyConnectedOptions extends OutOption {
    /** The number of outputs. Required. */
    numHidden: number;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Whether all axes but the first are taken together as inputs; else the last axis alone. Default: `True`. */
    flatten?: boolean | undefined;
}
/**
 * data · weightᵀ + bias
 *
 * @param data - The inputs, (batch, ...).
 * @param weight - The weight, (num_hidden, inputs).
 * @param bias - The bias, (num_hidden,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const weight = nd.array([[1, 0], [0, 2], [1, 1]]);
 * const bias = nd.array([10, 20, 30]);
 * console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, bias, { numHidden: 3 }).toArray()); // [ [ 11, 24, 33 ] ]
 * console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, { numHidden: 3, noBias: true }).toArray());
 * // [ [ 1, 4, 3 ] ]
 * ```
 */
export declare function FullyConnected(data: NDArray, weight: NDArray, options: FullyConnectedOptions): NDArray;
/**
 * data · weightᵀ + bias
 *
 * @param data - The inputs, (batch, ...).
 * @param weight - The weight, (num_hidden, inputs).
 * @param bias - The bias, (num_hidden,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const weight = nd.array([[1, 0], [0, 2], [1, 1]]);
 * const bias = nd.array([10, 20, 30]);
 * console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, bias, { numHidden: 3 }).toArray()); // [ [ 11, 24, 33 ] ]
 * console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, { numHidden: 3, noBias: true }).toArray());
 * // [ [ 1, 4, 3 ] ]
 * ```
 */
export declare function FullyConnected(data: NDArray, weight: NDArray, bias: NDArray | null, options: FullyConnectedOptions): NDArray;
/** Options of `Convolution`. */
export interface ConvolutionOptions extends OutOption {
    /** The size of the kernel; its length (1 to 3) is the number of spatial dimensions. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `1024`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `False`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnTune?: "off" | "limited_workspace" | "fastest" | null | undefined;
    /**
     * Whether every product is taken as it stands. Otherwise most kernels of 3x3 and 5x5 go through Winograd's transforms,
     * which save most of the products and round a little otherwise. Default: `False`.
     */
    cudnnOff?: boolean | undefined;
    /** The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Convolution (cross-correlation) of 1 to 3 dimensions.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const [signal, weight] = [nd.array([[[1, 2, 4, 8]]]), nd.array([[[1, 0, -1]]])];
 * console.log(nd.Convolution(signal, weight, { kernel: [3], numFilter: 1, noBias: true }).toArray());
 * // [ [ [ -3, -6 ] ] ]
 *
 * const [images, filters, bias] = [nd.zeros([2, 3, 32, 32]), nd.zeros([8, 3, 3, 3]), nd.zeros([8])];
 * const options = { kernel: [3, 3], pad: [1, 1], stride: [2, 2], numFilter: 8 };
 * console.log(nd.Convolution(images, filters, bias, options).shape); // [ 2, 8, 16, 16 ]
 * ```
 */
export declare function Convolution(data: NDArray, weight: NDArray, options: ConvolutionOptions): NDArray;
/**
 * Convolution (cross-correlation) of 1 to 3 dimensions.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (num_filter, channels / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const [signal, weight] = [nd.array([[[1, 2, 4, 8]]]), nd.array([[[1, 0, -1]]])];
 * console.log(nd.Convolution(signal, weight, { kernel: [3], numFilter: 1, noBias: true }).toArray());
 * // [ [ [ -3, -6 ] ] ]
 *
 * const [images, filters, bias] = [nd.zeros([2, 3, 32, 32]), nd.zeros([8, 3, 3, 3]), nd.zeros([8])];
 * const options = { kernel: [3, 3], pad: [1, 1], stride: [2, 2], numFilter: 8 };
 * console.log(nd.Convolution(images, filters, bias, options).shape); // [ 2, 8, 16, 16 ]
 * ```
 */
export declare function Convolution(data: NDArray, weight: NDArray, bias: NDArray | null, options: ConvolutionOptions): NDArray;
/** Options of `Deconvolution`. */
export interface DeconvolutionOptions extends OutOption {
    /** The size of the kernel; its length (1 to 3) is the number of spatial dimensions. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows of the output; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty for 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** What is cut off on both sides of the output; empty for nothing. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** What is added to the end of the output, less than the stride; empty for nothing. Default: `()`. */
    adj?: number | readonly (number | null)[] | undefined;
    /** The spatial sizes of the output; pad and adj follow from them. Default: `()`. */
    targetShape?: number | readonly (number | null)[] | undefined;
    /** The number of output channels. Required. */
    numFilter: number;
    /** The number of groups that channels are split into. Default: `1`. */
    numGroup?: number | undefined;
    /** Accepted for MXNet's sake. Default: `512`. */
    workspace?: number | undefined;
    /** Whether there is no bias. Default: `True`. */
    noBias?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnTune?: "off" | "limited_workspace" | "fastest" | null | undefined;
    /**
     * Whether every product is taken as it stands. Otherwise most kernels of 3x3 and 5x5 go through Winograd's transforms,
     * which save most of the products and round a little otherwise. Default: `False`.
     */
    cudnnOff?: boolean | undefined;
    /** The layout of data; the CPU knows NCW, NCHW and NCDHW, which None stands for. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (channels, num_filter / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const weight = nd.array([[[1, 2, 1]]]);
 * const y = nd.Deconvolution(nd.array([[[1, 10]]]), weight, { kernel: [3], stride: [2], numFilter: 1 });
 * console.log(y.toArray()); // [ [ [ 1, 2, 11, 20, 10 ] ] ]
 * ```
 */
export declare function Deconvolution(data: NDArray, weight: NDArray, options: DeconvolutionOptions): NDArray;
/**
 * Transposed convolution of 1 to 3 dimensions: the gradient of Convolution with respect to its data.
 *
 * @param data - (batch, channels, sizes...).
 * @param weight - (channels, num_filter / num_group, kernel...).
 * @param bias - The bias, (num_filter,); none with no_bias. Optional.
 *
 * @example
 * ```ts
 * const weight = nd.array([[[1, 2, 1]]]);
 * const y = nd.Deconvolution(nd.array([[[1, 10]]]), weight, { kernel: [3], stride: [2], numFilter: 1 });
 * console.log(y.toArray()); // [ [ [ 1, 2, 11, 20, 10 ] ] ]
 * ```
 */
export declare function Deconvolution(data: NDArray, weight: NDArray, bias: NDArray | null, options: DeconvolutionOptions): NDArray;
/** Options of `Pooling`. */
export interface PoolingOptions extends OutOption {
    /** The size of a window (1 to 3 dimensions); not needed with `global_pool`. Default: `()`. */
    kernel?: number | readonly (number | null)[] | undefined;
    /** What becomes of a window. Default: `max`. */
    poolType?: "max" | "avg" | "sum" | "lp" | undefined;
    /** Whether the window is the whole image. Default: `False`. */
    globalPool?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** How the number of windows is rounded. Default: `valid`. */
    poolingConvention?: "valid" | "full" | "same" | undefined;
    /** The steps between windows; empty for 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The padding on both sides; empty for none. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
    /** The power of `lp`: 1, 2 or 3. Default: `None`. */
    pValue?: number | null | undefined;
    /** Whether means count the padding; None for yes. Default: `None`. */
    countIncludePad?: boolean | null | undefined;
    /** The layout of data and output; None for channels first. Default: `None`. */
    layout?: "NCW" | "NCHW" | "NCDHW" | "NWC" | "NHWC" | "NDHWC" | null | undefined;
}
/**
 * The maximum, mean, sum or p-norm of windows of 1 to 3 dimensions over data of (batch, channels, sizes...) or (batch, sizes..., channels).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[[1, 5, 2, 4]]]);
 * console.log(nd.Pooling(x, { kernel: [2], stride: [2] }).toArray()); // [ [ [ 5, 4 ] ] ]
 * console.log(nd.Pooling(x, { kernel: [2], stride: [2], poolType: "avg" }).toArray()); // [ [ [ 3, 3 ] ] ]
 * console.log(nd.Pooling(nd.zeros([2, 3, 8, 8]), { globalPool: true, kernel: [1, 1], poolType: "avg" }).shape);
 * // [ 2, 3, 1, 1 ]
 * ```
 */
export declare function Pooling(data: NDArray, options?: PoolingOptions): NDArray;
/** Options of `Embedding`. */
export interface EmbeddingOptions extends OutOption {
    /** The number of rows. Required. */
    inputDim: number;
    /** The length of a row. Required. */
    outputDim: number;
    /** The element type that an unspecified weight gets. Default: `float32`. */
    dtype?: DType | undefined;
    /** Whether a weight with a row-sparse gradient gets only the rows that were looked up. Default: `False`. */
    sparseGrad?: boolean | undefined;
}
/**
 * The rows of weight at the indices in data; indices are truncated to integers and clipped.
 *
 * @param data - The indices, of any shape and dtype.
 * @param weight - The table, (input_dim, output_dim).
 *
 * @example
 * ```ts
 * const weight = nd.array([[0, 0.5], [1, 1.5], [2, 2.5]]);
 * console.log(nd.Embedding(nd.array([2, 0]), weight, { inputDim: 3, outputDim: 2 }).toArray());
 * // [ [ 2, 2.5 ], [ 0, 0.5 ] ]
 * ```
 */
export declare function Embedding(data: NDArray, weight: NDArray, options: EmbeddingOptions): NDArray;
/** Options of `Dropout`. */
export interface DropoutOptions extends OutOption {
    /** The probability of dropping an element. Default: `0.5`. */
    p?: number | undefined;
    /** When elements are dropped. Default: `training`. */
    mode?: "training" | "always" | undefined;
    /** The axes along which elements share their fate. Default: `()`. */
    axes?: number | readonly (number | null)[] | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
}
/**
 * Sets elements to 0 at random and scales the others by 1/(1-p) while training; else the identity.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.ones([6]);
 * console.log(nd.Dropout(x, { p: 0.5 }).toArray()); // [ 1, 1, 1, 1, 1, 1 ]
 * random.seed(1);
 * console.log(autograd.record(() => nd.Dropout(x, { p: 0.5 })).toArray()); // [ 0, 2, 2, 0, 2, 0 ]
 * ```
 */
export declare function Dropout(data: NDArray, options?: DropoutOptions): NDArray;
/** Options of `softmax`. */
export interface SoftmaxOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * exp(x/T) / Σ exp(x/T) along an axis.
 *
 * @param data - The tensor.
 * @param length - How many elements of the axis count, of data's shape without the axis. Optional.
 *
 * @example
 * ```ts
 * console.log(nd.softmax(nd.array([[1, 2, 3], [5, 5, 5]])));
 * // [[0.09003057 0.24472848 0.66524094]
 * //  [0.33333334 0.33333334 0.33333334]]
 * // <NDArray 2x3 @cpu(0)>
 * console.log(nd.softmax(nd.array([[1, 1, 9]]), nd.array([2]), { useLength: true }).toArray()); // [ [ 0.5, 0.5, 0 ] ]
 * ```
 */
export declare function softmax(data: NDArray, options?: SoftmaxOptions): NDArray;
/**
 * exp(x/T) / Σ exp(x/T) along an axis.
 *
 * @param data - The tensor.
 * @param length - How many elements of the axis count, of data's shape without the axis. Optional.
 *
 * @example
 * ```ts
 * console.log(nd.softmax(nd.array([[1, 2, 3], [5, 5, 5]])));
 * // [[0.09003057 0.24472848 0.66524094]
 * //  [0.33333334 0.33333334 0.33333334]]
 * // <NDArray 2x3 @cpu(0)>
 * console.log(nd.softmax(nd.array([[1, 1, 9]]), nd.array([2]), { useLength: true }).toArray()); // [ [ 0.5, 0.5, 0 ] ]
 * ```
 */
export declare function softmax(data: NDArray, length: NDArray | null, options?: SoftmaxOptions): NDArray;
/** Options of `logSoftmax`. */
export interface LogSoftmaxOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * The logarithm of softmax, computed stably.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.logSoftmax(nd.array([[0, 100], [200, 0]])).toArray()); // [ [ -100, 0 ], [ 0, -200 ] ]
 * ```
 */
export declare function logSoftmax(data: NDArray, options?: LogSoftmaxOptions): NDArray;
/** Options of `softmin`. */
export interface SoftminOptions extends OutOption {
    /** The axis that sums to 1. Default: `-1`. */
    axis?: number | undefined;
    /** What the input is divided by; None for 1. Default: `None`. */
    temperature?: number | null | undefined;
    /** The element type of the result; None for the input's. Default: `None`. */
    dtype?: "float16" | "float32" | "float64" | null | undefined;
    /** Whether `length` tells how many elements of the axis count; the rest becomes 0. Default: `False`. */
    useLength?: boolean | undefined;
}
/**
 * The softmax of -x.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.softmin(nd.array([[1, 2, 3], [5, 5, 5]])));
 * // [[0.66524094 0.24472848 0.09003057]
 * //  [0.33333334 0.33333334 0.33333334]]
 * // <NDArray 2x3 @cpu(0)>
 * ```
 */
export declare function softmin(data: NDArray, options?: SoftminOptions): NDArray;
/** Options of `SoftmaxActivation`. */
export interface SoftmaxActivationOptions extends OutOption {
    /** What sums to 1. Default: `instance`. */
    mode?: "instance" | "channel" | undefined;
}
/**
 * Softmax over the last axis, or over the channels.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.SoftmaxActivation(nd.zeros([1, 4])).toArray()); // [ [ 0.25, 0.25, 0.25, 0.25 ] ]
 * console.log(nd.SoftmaxActivation(nd.zeros([1, 4, 1]), { mode: "channel" }).toArray());
 * // [ [ [ 0.25 ], [ 0.25 ], [ 0.25 ], [ 0.25 ] ] ]
 * ```
 */
export declare function SoftmaxActivation(data: NDArray, options?: SoftmaxActivationOptions): NDArray;
/** Options of `Activation`. */
export interface ActivationOptions extends OutOption {
    /** Which function. Required. */
    actType: "relu" | "sigmoid" | "softrelu" | "softsign" | "tanh";
}
/**
 * An activation function, elementwise.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([-1, 0, 3]);
 * console.log(nd.Activation(x, { actType: "relu" }).toArray()); // [ 0, 0, 3 ]
 * console.log(nd.Activation(x, { actType: "softsign" }).toArray()); // [ -0.5, 0, 0.75 ]
 * ```
 */
export declare function Activation(data: NDArray, options: ActivationOptions): NDArray;
/** Options of `hardSigmoid`. */
export interface HardSigmoidOptions extends OutOption {
    /** The slope. Default: `0.2`. */
    alpha?: number | undefined;
    /** The value at 0. Default: `0.5`. */
    beta?: number | undefined;
}
/**
 * alpha·x + beta, limited to 0 and 1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.hardSigmoid(nd.array([-4, 0, 1, 4]), { alpha: 0.25, beta: 0.5 }).toArray()); // [ 0, 0.5, 0.75, 1 ]
 * ```
 */
export declare function hardSigmoid(data: NDArray, options?: HardSigmoidOptions): NDArray;
/** Options of `clip`. */
export interface ClipOptions extends OutOption {
    /** The least value. Required. */
    aMin: number;
    /** The greatest value. Required. */
    aMax: number;
}
/**
 * The elements limited to a_min and a_max. The gradient is 1 between them and at both.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.clip(nd.array([-3, 0.5, 8]), { aMin: -1, aMax: 1 }).toArray()); // [ -1, 0.5, 1 ]
 * ```
 */
export declare function clip(data: NDArray, options: ClipOptions): NDArray;
/** Options of `smoothL1`. */
export interface SmoothL1Options extends OutOption {
    /** σ: the loss is quadratic up to |x| = 1/σ². None for 1. Default: `None`. */
    scalar?: number | null | undefined;
}
/**
 * (σx)²/2 where |x| < 1/σ², else |x| - 1/(2σ²).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.smoothL1(nd.array([-3, 0.5, 2]), { scalar: 1 }).toArray()); // [ 2.5, 0.125, 1.5 ]
 * ```
 */
export declare function smoothL1(data: NDArray, options?: SmoothL1Options): NDArray;
/** Options of `LeakyReLU`. */
export interface LeakyReLUOptions extends OutOption {
    /** Which function. Default: `leaky`. */
    actType?: "elu" | "gelu" | "leaky" | "prelu" | "rrelu" | "selu" | undefined;
    /** The slope of `leaky` and `elu` for negative x. Default: `0.25`. */
    slope?: number | undefined;
    /** The least slope of `rrelu`. Default: `0.125`. */
    lowerBound?: number | undefined;
    /** The greatest slope of `rrelu`. Default: `0.334`. */
    upperBound?: number | undefined;
}
/**
 * x where positive, and something small that depends on act_type elsewhere.
 *
 * @param data - The tensor; channels are axis 1.
 * @param gamma - The slopes of `prelu`: one, or one for each channel. Optional.
 *
 * @example
 * ```ts
 * const x = nd.array([[-2, 4]]);
 * console.log(nd.LeakyReLU(x, { actType: "leaky", slope: 0.5 }).toArray()); // [ [ -1, 4 ] ]
 * console.log(nd.LeakyReLU(x, nd.array([0.25, 0.25]), { actType: "prelu" }).toArray()); // [ [ -0.5, 4 ] ]
 * console.log(nd.LeakyReLU(x, { actType: "gelu" }));
 * // [[-0.04550026  3.9998734 ]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function LeakyReLU(data: NDArray, options?: LeakyReLUOptions): NDArray;
/**
 * x where positive, and something small that depends on act_type elsewhere.
 *
 * @param data - The tensor; channels are axis 1.
 * @param gamma - The slopes of `prelu`: one, or one for each channel. Optional.
 *
 * @example
 * ```ts
 * const x = nd.array([[-2, 4]]);
 * console.log(nd.LeakyReLU(x, { actType: "leaky", slope: 0.5 }).toArray()); // [ [ -1, 4 ] ]
 * console.log(nd.LeakyReLU(x, nd.array([0.25, 0.25]), { actType: "prelu" }).toArray()); // [ [ -0.5, 4 ] ]
 * console.log(nd.LeakyReLU(x, { actType: "gelu" }));
 * // [[-0.04550026  3.9998734 ]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function LeakyReLU(data: NDArray, gamma: NDArray | null, options?: LeakyReLUOptions): NDArray;
/** Options of `BatchNorm`. */
export interface BatchNormOptions extends OutOption {
    /** Added to the variance. Default: `0.0010000000474974513`. */
    eps?: number | undefined;
    /** How much of the moving statistics stays at each step. Default: `0.9`. */
    momentum?: number | undefined;
    /** Whether gamma is set to 1 and gets no gradient. Default: `True`. */
    fixGamma?: boolean | undefined;
    /** Whether the moving statistics are used in training too. Default: `False`. */
    useGlobalStats?: boolean | undefined;
    /** Whether the mean and 1/√(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
    /** The axis of the channels. Default: `1`. */
    axis?: number | undefined;
    /** Accepted for MXNet's sake. Default: `False`. */
    cudnnOff?: boolean | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    minCalibRange?: number | null | undefined;
    /** Accepted for MXNet's sake. Default: `None`. */
    maxCalibRange?: number | null | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and backward moves the moving statistics towards them; else the moving statistics are used.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * x.attachGrad();
 * const y = autograd.record(() => nd.BatchNorm(x, gamma, beta, mean, variance, { momentum: 0.5 }));
 * console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
 * y.backward();
 * console.log(mean.toArray()); // [ 1, 10 ]
 * ```
 */
export declare function BatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options: BatchNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta for each channel. In training mean and variance are the batch's, and backward moves the moving statistics towards them; else the moving statistics are used.
 *
 * @param data - The tensor.
 * @param gamma - The scale of each channel; set to 1 with fix_gamma.
 * @param beta - The shift of each channel.
 * @param movingMean - The moving mean of each channel; backward writes it.
 * @param movingVar - The moving variance of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 10], [3, 30]]);
 * const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
 * x.attachGrad();
 * const y = autograd.record(() => nd.BatchNorm(x, gamma, beta, mean, variance, { momentum: 0.5 }));
 * console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
 * y.backward();
 * console.log(mean.toArray()); // [ 1, 10 ]
 * ```
 */
export declare function BatchNorm(data: NDArray, gamma: NDArray, beta: NDArray, movingMean: NDArray, movingVar: NDArray, options?: BatchNormOptions): NDArray;
/** Options of `LayerNorm`. */
export interface LayerNormOptions extends OutOption {
    /** The axis that is normalised. Default: `-1`. */
    axis?: number | undefined;
    /** Added to the variance. Default: `1e-05`. */
    eps?: number | undefined;
    /** Whether the mean and √(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta along an axis.
 *
 * @param data - The tensor.
 * @param gamma - The scale, of the axis's length.
 * @param beta - The shift, of the axis's length.
 *
 * @example
 * ```ts
 * console.log(nd.LayerNorm(nd.array([[1, 3], [10, 30]]), nd.array([1, 2]), nd.array([0, 5]), { eps: 1e-10 }).toArray());
 * // [ [ -1, 7 ], [ -1, 7 ] ]
 * ```
 */
export declare function LayerNorm(data: NDArray, gamma: NDArray, beta: NDArray, options: LayerNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta along an axis.
 *
 * @param data - The tensor.
 * @param gamma - The scale, of the axis's length.
 * @param beta - The shift, of the axis's length.
 *
 * @example
 * ```ts
 * console.log(nd.LayerNorm(nd.array([[1, 3], [10, 30]]), nd.array([1, 2]), nd.array([0, 5]), { eps: 1e-10 }).toArray());
 * // [ [ -1, 7 ], [ -1, 7 ] ]
 * ```
 */
export declare function LayerNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: LayerNormOptions): NDArray;
/** Options of `GroupNorm`. */
export interface GroupNormOptions extends OutOption {
    /** The number of groups; it divides the number of channels. Default: `1`. */
    numGroups?: number | undefined;
    /** Added to the variance. Default: `1e-05`. */
    eps?: number | undefined;
    /** Whether the mean and √(variance + eps) are given as second and third output. Default: `False`. */
    outputMeanVar?: boolean | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each group, (num_groups,).
 * @param beta - The shift of each group, (num_groups,).
 *
 * @example
 * ```ts
 * const x = nd.array([[[1], [3], [10], [30]]]);
 * console.log(nd.GroupNorm(x, nd.ones([2]), nd.zeros([2]), { numGroups: 2, eps: 1e-10 }).toArray());
 * // [ [ [ -1 ], [ 1 ], [ -1 ], [ 1 ] ] ]
 * ```
 */
export declare function GroupNorm(data: NDArray, gamma: NDArray, beta: NDArray, options: GroupNormOptions & {
    outputMeanVar: true;
}): NDArray[];
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each group of channels of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each group, (num_groups,).
 * @param beta - The shift of each group, (num_groups,).
 *
 * @example
 * ```ts
 * const x = nd.array([[[1], [3], [10], [30]]]);
 * console.log(nd.GroupNorm(x, nd.ones([2]), nd.zeros([2]), { numGroups: 2, eps: 1e-10 }).toArray());
 * // [ [ [ -1 ], [ 1 ], [ -1 ], [ 1 ] ] ]
 * ```
 */
export declare function GroupNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: GroupNormOptions): NDArray;
/** Options of `InstanceNorm`. */
export interface InstanceNormOptions extends OutOption {
    /** Added to the variance. Default: `0.001`. */
    eps?: number | undefined;
}
/**
 * gamma·(x - mean)/√(variance + eps) + beta over each channel of each example.
 *
 * @param data - (batch, channels, ...).
 * @param gamma - The scale of each channel.
 * @param beta - The shift of each channel.
 *
 * @example
 * ```ts
 * const x = nd.array([[[1, 3], [10, 30]]]);
 * console.log(nd.InstanceNorm(x, nd.ones([2]), nd.zeros([2]), { eps: 1e-10 }).toArray());
 * // [ [ [ -1, 1 ], [ -1, 1 ] ] ]
 * ```
 */
export declare function InstanceNorm(data: NDArray, gamma: NDArray, beta: NDArray, options?: InstanceNormOptions): NDArray;
/** Options of `L2Normalization`. */
export interface L2NormalizationOptions extends OutOption {
    /** Added to the sum of squares. Default: `1e-10`. */
    eps?: number | undefined;
    /** What is normalised together. Default: `instance`. */
    mode?: "channel" | "instance" | "spatial" | undefined;
}
/**
 * x/√(Σx² + eps) over each example, over the channels, or over the places of each channel.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.L2Normalization(nd.array([[4, 3], [0, 2]]), { eps: 1e-12 }));
 * // [[0.8 0.6]
 * //  [0.  1. ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function L2Normalization(data: NDArray, options?: L2NormalizationOptions): NDArray;
/** Options of `LRN`. */
export interface LRNOptions extends OutOption {
    /** The factor of the mean of squares. Default: `1e-04`. */
    alpha?: number | undefined;
    /** The exponent. Default: `0.75`. */
    beta?: number | undefined;
    /** The constant added. Default: `2.0`. */
    knorm?: number | undefined;
    /** How many neighbouring channels count; odd. Required. */
    nsize: number;
}
/**
 * Local response normalisation: x/(knorm + alpha/nsize·Σx²)^beta, summed over nsize neighbouring channels.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.LRN(nd.ones([1, 3, 1, 1]), { nsize: 3, alpha: 3, beta: 1, knorm: 2 }).flatten());
 * // [[0.25 0.2  0.25]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare function LRN(data: NDArray, options: LRNOptions): NDArray;
/** Options of `SoftmaxOutput`. */
export interface SoftmaxOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
    /** The label that does not count, with `use_ignore` or in the normalization `valid`. Default: `-1.0`. */
    ignoreLabel?: number | undefined;
    /** Whether axis 1 are the classes and there is a label for each place. Default: `False`. */
    multiOutput?: boolean | undefined;
    /** Whether `ignore_label` gives no gradient. Default: `False`. */
    useIgnore?: boolean | undefined;
    /** Whether the last axis are the classes; else all axes but the first are flattened. Default: `False`. */
    preserveShape?: boolean | undefined;
    /** What the gradient is divided by. Default: `null`. */
    normalization?: "null" | "batch" | "valid" | undefined;
    /** Whether the gradient is multiplied by the output. (MXNet documents the head gradient here, but computes this.) Default: `False`. */
    outGrad?: boolean | undefined;
    /** How much of the label's probability is spread over the other classes. Default: `0.0`. */
    smoothAlpha?: number | undefined;
}
/**
 * Softmax whose gradient is that of the cross entropy with the label: (p - onehot(label))·grad_scale, whatever the head gradient. A label of data's shape is taken as probabilities.
 *
 * @param data - The scores.
 * @param label - The classes, or their probabilities.
 *
 * @example
 * ```ts
 * const x = nd.zeros([2, 2]);
 * x.attachGrad();
 * const p = autograd.record(() => nd.SoftmaxOutput(x, nd.array([0, 1])));
 * p.backward();
 * console.log(p.toArray()); // [ [ 0.5, 0.5 ], [ 0.5, 0.5 ] ]
 * console.log(x.grad!.toArray()); // [ [ -0.5, 0.5 ], [ 0.5, -0.5 ] ]
 * ```
 */
export declare function SoftmaxOutput(data: NDArray, label: NDArray, options?: SoftmaxOutputOptions): NDArray;
/** Another name of `SoftmaxOutput`. */
export declare const Softmax: typeof SoftmaxOutput;
/**
 * The sum of -log softmax(data)[label] over all rows, where probabilities below 10⁻⁸ count as that.
 *
 * @param data - The scores, (batch, classes).
 * @param label - The classes, (batch,).
 *
 * @example
 * ```ts
 * console.log(nd.softmaxCrossEntropy(nd.array([[0, 0], [100, 0]]), nd.array([1, 0])));
 * // [0.6931472]
 * // <NDArray 1 @cpu(0)>
 * ```
 */
export declare function softmaxCrossEntropy(data: NDArray, label: NDArray, options?: OutOption): NDArray;
/** Options of `LinearRegressionOutput`. */
export interface LinearRegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * The data; the gradient is that of the squared error: (x - label)·grad_scale/outputs, outputs an example.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 *
 * @example
 * ```ts
 * const x = nd.array([[1], [5]]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.LinearRegressionOutput(x, nd.array([[3], [4]])));
 * y.backward();
 * console.log(y.toArray()); // [ [ 1 ], [ 5 ] ]
 * console.log(x.grad!.toArray()); // [ [ -2 ], [ 1 ] ]
 * ```
 */
export declare function LinearRegressionOutput(data: NDArray, label: NDArray, options?: LinearRegressionOutputOptions): NDArray;
/** Options of `MAERegressionOutput`. */
export interface MAERegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * The data; the gradient is that of the absolute error: sign(x - label)·grad_scale/outputs, outputs an example.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 *
 * @example
 * ```ts
 * const x = nd.array([[1], [5]]);
 * x.attachGrad();
 * autograd.record(() => nd.MAERegressionOutput(x, nd.array([[3], [4]]))).backward();
 * console.log(x.grad!.toArray()); // [ [ -1 ], [ 1 ] ]
 * ```
 */
export declare function MAERegressionOutput(data: NDArray, label: NDArray, options?: MAERegressionOutputOptions): NDArray;
/** Options of `LogisticRegressionOutput`. */
export interface LogisticRegressionOutputOptions extends OutOption {
    /** The factor of the gradient. Default: `1.0`. */
    gradScale?: number | undefined;
}
/**
 * sigmoid(x); the gradient is that of the cross entropy: (sigmoid(x) - label)·grad_scale/outputs.
 *
 * @param data - The predictions.
 * @param label - The targets, as many as predictions.
 *
 * @example
 * ```ts
 * const x = nd.zeros([2, 1]);
 * x.attachGrad();
 * const y = autograd.record(() => nd.LogisticRegressionOutput(x, nd.array([[1], [0]])));
 * y.backward();
 * console.log(y.toArray()); // [ [ 0.5 ], [ 0.5 ] ]
 * console.log(x.grad!.toArray()); // [ [ -0.5 ], [ 0.5 ] ]
 * ```
 */
export declare function LogisticRegressionOutput(data: NDArray, label: NDArray, options?: LogisticRegressionOutputOptions): NDArray;
/** Options of `SVMOutput`. */
export interface SVMOutputOptions extends OutOption {
    /** Scores closer to the boundary than this give a gradient. Default: `1.0`. */
    margin?: number | undefined;
    /** The factor of the gradient. Default: `1.0`. */
    regularizationCoefficient?: number | undefined;
    /** Whether the loss is linear (L1) instead of quadratic (L2). Default: `False`. */
    useLinear?: boolean | undefined;
}
/**
 * The data; the gradient is that of one-against-all support vector machines with a hinge loss, or its square.
 *
 * @param data - The scores, (batch, ..., classes).
 * @param label - The classes, (batch, ...).
 *
 * @example
 * ```ts
 * const x = nd.array([[0.5, 0.5, -3]]);
 * x.attachGrad();
 * autograd.record(() => nd.SVMOutput(x, nd.array([0]), { useLinear: true })).backward();
 * console.log(x.grad!.toArray()); // [ [ -1, 1, 0 ] ]
 * ```
 */
export declare function SVMOutput(data: NDArray, label: NDArray, options?: SVMOutputOptions): NDArray;
/** Options of `MakeLoss`. */
export interface MakeLossOptions extends OutOption {
    /** The gradient. Default: `1.0`. */
    gradScale?: number | undefined;
    /** Elements above this are valid. Default: `0.0`. */
    validThresh?: number | undefined;
    /** What the gradient is divided by: nothing, the number of examples, or of valid elements. Default: `null`. */
    normalization?: "null" | "batch" | "valid" | undefined;
}
/**
 * The data, as a loss: its gradient is grad_scale, whatever the head gradient.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * x.attachGrad();
 * const loss = autograd.record(() => nd.MakeLoss(nd.square(x), { gradScale: 0.5 }));
 * loss.backward();
 * console.log(loss.toArray()); // [ 1, 4 ]
 * console.log(x.grad!.toArray()); // [ 1, 2 ]
 * ```
 */
export declare function MakeLoss(data: NDArray, options?: MakeLossOptions): NDArray;
/**
 * The data, as a loss: its gradient is 1, whatever the head gradient.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * x.attachGrad();
 * autograd.record(() => nd.makeLoss(nd.square(x)).mul(100)).backward();
 * console.log(x.grad!.toArray()); // [ 2, 4 ]
 * ```
 */
export declare function makeLoss(data: NDArray, options?: OutOption): NDArray;
/**
 * The data; no gradient passes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([1, 2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.add(nd.BlockGrad(x.mul(10))));
 * y.backward();
 * console.log(y.toArray()); // [ 11, 22 ]
 * console.log(x.grad!.toArray()); // [ 1, 1 ]
 * ```
 */
export declare function BlockGrad(data: NDArray, options?: OutOption): NDArray;
/** Another name of `BlockGrad`. */
export declare const stopGradient: typeof BlockGrad;
/** Options of `UpSampling`. */
export interface UpSamplingOptions extends OutOption {
    /** How many times larger the first image becomes; the others become as large as it. Required. */
    scale: number;
    /** The number of channels, for `bilinear`. Default: `0`. */
    numFilter?: number | undefined;
    /** How elements between the given ones are made. Required. */
    sampleType: "bilinear" | "nearest";
    /** What becomes of several inputs, for `nearest`. Default: `concat`. */
    multiInputMode?: "concat" | "sum" | undefined;
    /** The number of inputs. Required. */
    numArgs?: number | undefined;
    /** Accepted for MXNet's sake. Default: `512`. */
    workspace?: number | undefined;
}
/**
 * Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel (second input).
 *
 * @param args - Images, (batch, channels, height, width); for `bilinear` one and the weight.
 *
 * @example
 * ```ts
 * console.log(nd.UpSampling(nd.array([[[[1, 2]]]]), { scale: 2, sampleType: "nearest" }));
 * // [[[[1. 1. 2. 2.]
 * //    [1. 1. 2. 2.]]]]
 * // <NDArray 1x1x2x4 @cpu(0)>
 *
 * const options = { scale: 2, sampleType: "bilinear", numFilter: 3 } as const;
 * console.log(nd.UpSampling(nd.ones([1, 3, 4, 4]), nd.ones([3, 1, 4, 4]), options).shape); // [ 1, 3, 8, 8 ]
 * ```
 */
export declare function UpSampling(args: readonly NDArray[], options: UpSamplingOptions): NDArray;
/**
 * Larger images: of repeated elements, or of a transposed convolution of the data (first input) with a bilinear kernel (second input).
 *
 * @param args - Images, (batch, channels, height, width); for `bilinear` one and the weight.
 *
 * @example
 * ```ts
 * console.log(nd.UpSampling(nd.array([[[[1, 2]]]]), { scale: 2, sampleType: "nearest" }));
 * // [[[[1. 1. 2. 2.]
 * //    [1. 1. 2. 2.]]]]
 * // <NDArray 1x1x2x4 @cpu(0)>
 *
 * const options = { scale: 2, sampleType: "bilinear", numFilter: 3 } as const;
 * console.log(nd.UpSampling(nd.ones([1, 3, 4, 4]), nd.ones([3, 1, 4, 4]), options).shape); // [ 1, 3, 8, 8 ]
 * ```
 */
export declare function UpSampling(...args: [...NDArray[], UpSamplingOptions] | NDArray[]): NDArray;
/** Options of `SequenceMask`. */
export interface SequenceMaskOptions extends OutOption {
    /** Whether sequence_length is given; without it nothing is masked. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** What the elements behind the end become. Default: `0.0`. */
    value?: number | undefined;
    /** The axis of the steps: 0 or 1. Default: `0`. */
    axis?: number | undefined;
}
/**
 * Sets the elements behind the end of each sequence to a value.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * const lengths = nd.array([1, 2]);
 * console.log(nd.SequenceMask(steps, lengths, { useSequenceLength: true, value: -1 }).toArray());
 * // [ [ 1, 2 ], [ -1, 4 ], [ -1, -1 ] ]
 * ```
 */
export declare function SequenceMask(data: NDArray, options?: SequenceMaskOptions): NDArray;
/**
 * Sets the elements behind the end of each sequence to a value.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * const lengths = nd.array([1, 2]);
 * console.log(nd.SequenceMask(steps, lengths, { useSequenceLength: true, value: -1 }).toArray());
 * // [ [ 1, 2 ], [ -1, 4 ], [ -1, -1 ] ]
 * ```
 */
export declare function SequenceMask(data: NDArray, sequenceLength: NDArray | null, options?: SequenceMaskOptions): NDArray;
/** Options of `SequenceLast`. */
export interface SequenceLastOptions extends OutOption {
    /** Whether sequence_length is given; without it all sequences are full. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** The axis of the steps: 0 or 1. Default: `0`. */
    axis?: number | undefined;
}
/**
 * The last element of each sequence: data without the axis of the steps.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * console.log(nd.SequenceLast(steps).toArray()); // [ 5, 6 ]
 * console.log(nd.SequenceLast(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray()); // [ 1, 4 ]
 * ```
 */
export declare function SequenceLast(data: NDArray, options?: SequenceLastOptions): NDArray;
/**
 * The last element of each sequence: data without the axis of the steps.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * console.log(nd.SequenceLast(steps).toArray()); // [ 5, 6 ]
 * console.log(nd.SequenceLast(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray()); // [ 1, 4 ]
 * ```
 */
export declare function SequenceLast(data: NDArray, sequenceLength: NDArray | null, options?: SequenceLastOptions): NDArray;
/** Options of `SequenceReverse`. */
export interface SequenceReverseOptions extends OutOption {
    /** Whether sequence_length is given; without it all sequences are full. Default: `False`. */
    useSequenceLength?: boolean | undefined;
    /** The axis of the steps: only 0. Default: `0`. */
    axis?: number | undefined;
}
/**
 * Each sequence reversed; what is behind its end stays.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * console.log(nd.SequenceReverse(steps).toArray()); // [ [ 5, 6 ], [ 3, 4 ], [ 1, 2 ] ]
 * console.log(nd.SequenceReverse(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray());
 * // [ [ 1, 4 ], [ 3, 2 ], [ 5, 6 ] ]
 * ```
 */
export declare function SequenceReverse(data: NDArray, options?: SequenceReverseOptions): NDArray;
/**
 * Each sequence reversed; what is behind its end stays.
 *
 * @param data - Sequences, (steps, batch, ...); with axis 1, (batch, steps, ...).
 * @param sequenceLength - The length of each sequence, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[1, 2], [3, 4], [5, 6]]);
 * console.log(nd.SequenceReverse(steps).toArray()); // [ [ 5, 6 ], [ 3, 4 ], [ 1, 2 ] ]
 * console.log(nd.SequenceReverse(steps, nd.array([1, 2]), { useSequenceLength: true }).toArray());
 * // [ [ 1, 4 ], [ 3, 2 ], [ 5, 6 ] ]
 * ```
 */
export declare function SequenceReverse(data: NDArray, sequenceLength: NDArray | null, options?: SequenceReverseOptions): NDArray;
/** Options of `RNN`. */
export interface RNNOptions extends OutOption {
    /** The size of the state. Required. */
    stateSize: number;
    /** The number of layers. Required. */
    numLayers: number;
    /** Whether each layer runs in both directions. Default: `False`. */
    bidirectional?: boolean | undefined;
    /** The recurrence. lstm has the gates i, f, g, o; gru r, z, n. Required. */
    mode: "rnn_relu" | "rnn_tanh" | "lstm" | "gru";
    /** The probability of dropping an output between layers while training. Default: `0.0`. */
    p?: number | undefined;
    /** Whether the last states are outputs as well. Default: `False`. */
    stateOutputs?: boolean | undefined;
    /** The size that the state of lstm is projected to; None for no projection. Default: `None`. */
    projectionSize?: number | null | undefined;
    /** The least value of lstm's cell state. Default: `None`. */
    lstmStateClipMin?: number | null | undefined;
    /** The greatest value of lstm's cell state. Default: `None`. */
    lstmStateClipMax?: number | null | undefined;
    /** Accepted for MXNet's sake: NaN passes through clipping. Default: `False`. */
    lstmStateClipNan?: boolean | undefined;
    /** Whether sequence_length is given: what is behind the end of a sequence is not read, and the output is 0 there. Default: `False`. */
    useSequenceLength?: boolean | undefined;
}
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, options: RNNOptions): NDArray;
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, options: RNNOptions): NDArray;
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, sequenceLength: NDArray | null, options: RNNOptions & {
    stateOutputs: true;
}): NDArray[];
/**
 * Recurrent layers over whole sequences: rnn_relu, rnn_tanh, lstm or gru, in one or both directions.
 *
 * @param data - The sequences, (steps, batch, inputs).
 * @param parameters - All weights, then all biases, flat. For each layer and direction: the weight of the input (gates · state_size, inputs), of the state (gates · state_size, state), of the projection (projection_size, state_size); the bias of the input, the bias of the state.
 * @param state - The first states, (num_layers · directions, batch, state_size or projection_size).
 * @param stateCell - The first cell states of lstm, (num_layers · directions, batch, state_size). Optional.
 * @param sequenceLength - The lengths of the sequences, (batch,); only with use_sequence_length. Optional.
 *
 * @example
 * ```ts
 * const steps = nd.array([[[1]], [[2]], [[3]]]);
 * const weights = nd.array([1, 1, 0, 0]);
 * console.log(nd.RNN(steps, weights, nd.zeros([1, 1, 1]), { mode: "rnn_relu", stateSize: 1, numLayers: 1 }).toArray());
 * // [ [ [ 1 ] ], [ [ 3 ] ], [ [ 6 ] ] ]
 *
 * const [x, state] = [nd.zeros([5, 2, 3]), nd.zeros([1, 2, 4])];
 * const size = 4 * 4 * (3 + 4 + 2);
 * const options = { mode: "lstm", stateSize: 4, numLayers: 1, stateOutputs: true } as const;
 * const [y, last, cell] = nd.RNN(x, nd.zeros([size]), state, state, options);
 * console.log(y!.shape, last!.shape, cell!.shape); // [ 5, 2, 4 ] [ 1, 2, 4 ] [ 1, 2, 4 ]
 * ```
 */
export declare function RNN(data: NDArray, parameters: NDArray, state: NDArray, stateCell: NDArray | null, sequenceLength: NDArray | null, options: RNNOptions): NDArray;
/** Options of `CTCLoss`. */
export interface CTCLossOptions extends OutOption {
    /** Whether data_lengths are given. Default: `False`. */
    useDataLengths?: boolean | undefined;
    /** Whether label_lengths are given; else labels end at the first padding. Default: `False`. */
    useLabelLengths?: boolean | undefined;
    /** Which class is the blank: the first, and padding is 0, or the last, and padding is -1. Default: `first`. */
    blankLabel?: "first" | "last" | undefined;
}
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 *
 * @example
 * ```ts
 * // Two steps over three classes, class 0 the blank: three of nine paths, 11, 01 and 10, are the label 1.
 * const loss = nd.CTCLoss(nd.zeros([2, 1, 3]), nd.array([[1]]));
 * console.log(loss);
 * // [1.0986123]
 * // <NDArray 1 @cpu(0)>
 * console.log(nd.exp(nd.negative(loss)).mul(9).round().toArray()); // [ 3 ]
 * ```
 */
export declare function CTCLoss(data: NDArray, label: NDArray, options?: CTCLossOptions): NDArray;
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 *
 * @example
 * ```ts
 * // Two steps over three classes, class 0 the blank: three of nine paths, 11, 01 and 10, are the label 1.
 * const loss = nd.CTCLoss(nd.zeros([2, 1, 3]), nd.array([[1]]));
 * console.log(loss);
 * // [1.0986123]
 * // <NDArray 1 @cpu(0)>
 * console.log(nd.exp(nd.negative(loss)).mul(9).round().toArray()); // [ 3 ]
 * ```
 */
export declare function CTCLoss(data: NDArray, label: NDArray, dataLengths: NDArray | null, options?: CTCLossOptions): NDArray;
/**
 * The negative log-likelihood of label sequences whose alignment is unknown, (batch,). It is 0 where there are fewer steps than the labels need.
 *
 * @param data - Activations before softmax, (steps, batch, classes).
 * @param label - The labels, (batch, labels).
 * @param dataLengths - The number of steps of each sequence, (batch,); only with use_data_lengths. Optional.
 * @param labelLengths - The number of labels of each sequence, (batch,); only with use_label_lengths. Optional.
 *
 * @example
 * ```ts
 * // Two steps over three classes, class 0 the blank: three of nine paths, 11, 01 and 10, are the label 1.
 * const loss = nd.CTCLoss(nd.zeros([2, 1, 3]), nd.array([[1]]));
 * console.log(loss);
 * // [1.0986123]
 * // <NDArray 1 @cpu(0)>
 * console.log(nd.exp(nd.negative(loss)).mul(9).round().toArray()); // [ 3 ]
 * ```
 */
export declare function CTCLoss(data: NDArray, label: NDArray, dataLengths: NDArray | null, labelLengths: NDArray | null, options?: CTCLossOptions): NDArray;
/** Another name of `CTCLoss`. */
export declare const ctcLoss: typeof CTCLoss;
/** Options of `slice`. */
export interface SliceOptions extends OutOption {
    /** The first index along each of the leading axes; negative ones count from the end, None is the start. Required. */
    begin: number | readonly (number | null)[];
    /** The end (not included) along these axes; None is the end of the axis. Required. */
    end: number | readonly (number | null)[];
    /** The distance between indices; negative ones go backwards. None and an empty list mean 1. Default: `()`. */
    step?: number | readonly (number | null)[] | undefined;
}
/**
 * The part begin:end:step along the leading axes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2, 3], [4, 5, 6]]);
 * console.log(nd.slice(x, { begin: [0, 1], end: [2, 3] }).toArray()); // [ [ 2, 3 ], [ 5, 6 ] ]
 * console.log(nd.slice(x, { begin: [null, null], end: [null, null], step: [-1, 2] }).toArray());
 * // [ [ 4, 6 ], [ 1, 3 ] ]
 * ```
 */
export declare function slice(data: NDArray, options: SliceOptions): NDArray;
/** Another name of `slice`. */
export declare const crop: typeof slice;
/** Options of `sliceAxis`. */
export interface SliceAxisOptions extends OutOption {
    /** The axis; negative ones count from the end. Required. */
    axis: number;
    /** The first index; negative ones count from the end. Required. */
    begin: number;
    /** The end (not included); None is the end of the axis. Required. */
    end: number | null;
}
/**
 * The part begin:end along one axis.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sliceAxis(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1, begin: -2, end: null }).toArray());
 * // [ [ 2, 3 ], [ 5, 6 ] ]
 * ```
 */
export declare function sliceAxis(data: NDArray, options: SliceAxisOptions): NDArray;
/** Options of `sliceLike`. */
export interface SliceLikeOptions extends OutOption {
    /** The axes that get the other tensor's sizes; all when empty. Default: `()`. */
    axes?: number | readonly (number | null)[] | undefined;
}
/**
 * The leading part of the data that has the other tensor's size along the given axes.
 *
 * @param data - The tensor to cut.
 * @param shapeLike - The tensor with the sizes; its values do not matter.
 *
 * @example
 * ```ts
 * console.log(nd.sliceLike(nd.array([[1, 2, 3], [4, 5, 6]]), nd.zeros([1, 2])).toArray()); // [ [ 1, 2 ] ]
 * ```
 */
export declare function sliceLike(data: NDArray, shapeLike: NDArray, options?: SliceLikeOptions): NDArray;
/** Options of `reverse`. */
export interface ReverseOptions extends OutOption {
    /** The axes to reverse; negative ones count from the end. Required. */
    axis: number | readonly (number | null)[];
}
/**
 * The elements in reverse order along the given axes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.reverse(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ [ 3, 2, 1 ], [ 6, 5, 4 ] ]
 * ```
 */
export declare function reverse(data: NDArray, options: ReverseOptions): NDArray;
/** Another name of `reverse`. */
export declare const flip: typeof reverse;
/** Options of `Concat`. */
export interface ConcatOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
    /** The axis to join along; negative ones count from the end. Default: `1`. */
    dim?: number | undefined;
}
/**
 * Joins tensors along an axis.
 *
 * @param args - Tensors that differ in nothing but the joined axis.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([[1, 2]]), nd.array([[3, 4]])];
 * console.log(nd.concat(a, b, { dim: 0 }).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * console.log(nd.concat([a, b], { dim: 1 }).toArray()); // [ [ 1, 2, 3, 4 ] ]
 * ```
 */
export declare function Concat(args: readonly NDArray[], options?: ConcatOptions): NDArray;
/**
 * Joins tensors along an axis.
 *
 * @param args - Tensors that differ in nothing but the joined axis.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([[1, 2]]), nd.array([[3, 4]])];
 * console.log(nd.concat(a, b, { dim: 0 }).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * console.log(nd.concat([a, b], { dim: 1 }).toArray()); // [ [ 1, 2, 3, 4 ] ]
 * ```
 */
export declare function Concat(...args: [...NDArray[], ConcatOptions] | NDArray[]): NDArray;
/** Another name of `Concat`. */
export declare const concat: typeof Concat;
/** Options of `stack`. */
export interface StackOptions extends OutOption {
    /** The place of the new axis in the result; negative ones count from the end. Default: `0`. */
    axis?: number | undefined;
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
}
/**
 * Joins tensors of one shape along a new axis.
 *
 * @param args - Tensors of one shape.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3, 4])];
 * console.log(nd.stack(a, b).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * console.log(nd.stack(a, b, { axis: 1 }).toArray()); // [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export declare function stack(args: readonly NDArray[], options?: StackOptions): NDArray;
/**
 * Joins tensors of one shape along a new axis.
 *
 * @param args - Tensors of one shape.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3, 4])];
 * console.log(nd.stack(a, b).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
 * console.log(nd.stack(a, b, { axis: 1 }).toArray()); // [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export declare function stack(...args: [...NDArray[], StackOptions] | NDArray[]): NDArray;
/** Options of `SliceChannel`. */
export interface SliceChannelOptions extends OutOption {
    /** The number of parts; it divides the size of the axis. Required. */
    numOutputs: number;
    /** The axis; negative ones count from the end. Default: `1`. */
    axis?: number | undefined;
    /** Whether the axis is dropped; the parts must then have size 1 along it. Default: `False`. */
    squeezeAxis?: boolean | undefined;
}
/**
 * Splits a tensor into equal parts along an axis.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const [left, right] = nd.split(nd.array([[1, 2, 3, 4], [5, 6, 7, 8]]), { numOutputs: 2, axis: 1 });
 * console.log(left!.toArray(), right!.toArray()); // [ [ 1, 2 ], [ 5, 6 ] ] [ [ 3, 4 ], [ 7, 8 ] ]
 * ```
 */
export declare function SliceChannel(data: NDArray, options: SliceChannelOptions): NDArray[];
/** Another name of `SliceChannel`. */
export declare const split: typeof SliceChannel;
/** Options of `tile`. */
export interface TileOptions extends OutOption {
    /** The repetitions along each axis, positive. Missing leading ones are 1; longer than the shape, they add axes. Required. */
    reps: number | readonly (number | null)[];
}
/**
 * The tensor repeated as a whole along axes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.tile(nd.array([[1, 2]]), { reps: [2, 2] }).toArray()); // [ [ 1, 2, 1, 2 ], [ 1, 2, 1, 2 ] ]
 * ```
 */
export declare function tile(data: NDArray, options: TileOptions): NDArray;
/** Options of `repeat`. */
export interface RepeatOptions extends OutOption {
    /** How often each element is repeated. Required. */
    repeats: number;
    /** The axis along which; negative ones count from the end. None repeats the elements of the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
}
/**
 * Each element several times in a row.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.repeat(nd.array([[1, 2], [3, 4]]), { repeats: 2, axis: 1 }).toArray());
 * // [ [ 1, 1, 2, 2 ], [ 3, 3, 4, 4 ] ]
 * console.log(nd.repeat(nd.array([[1, 2]]), { repeats: 3 }).toArray()); // [ 1, 1, 1, 2, 2, 2 ]
 * ```
 */
export declare function repeat(data: NDArray, options: RepeatOptions): NDArray;
/** Options of `Pad`. */
export interface PadOptions extends OutOption {
    /** What fills the border: one value, the nearest element, or the mirrored tensor. Required. */
    mode: "constant" | "edge" | "reflect";
    /** For each axis how many elements are added before and after it: (before₀, after₀, before₁, …). Required. */
    padWidth: number | readonly (number | null)[];
    /** The value with mode `constant`, cast to the dtype. Default: `0.0`. */
    constantValue?: number | undefined;
}
/**
 * The tensor with a border. Any number of axes may be padded; MXNet pads axes 2 and later of 4 or 5.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2, 3]]);
 * console.log(nd.pad(x, { mode: "constant", padWidth: [0, 0, 2, 1], constantValue: -1 }).toArray());
 * // [ [ -1, -1, 1, 2, 3, -1 ] ]
 * console.log(nd.pad(x, { mode: "edge", padWidth: [0, 0, 2, 1] }).toArray()); // [ [ 1, 1, 1, 2, 3, 3 ] ]
 * console.log(nd.pad(x, { mode: "reflect", padWidth: [0, 0, 2, 1] }).toArray()); // [ [ 3, 2, 1, 2, 3, 2 ] ]
 * ```
 */
export declare function Pad(data: NDArray, options: PadOptions): NDArray;
/** Another name of `Pad`. */
export declare const pad: typeof Pad;
/** Options of `diag`. */
export interface DiagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it (further along `axis2`), negative ones below. Default: `0`. */
    k?: number | undefined;
    /** The axis of the rows; negative ones count from the end. Default: `0`. */
    axis1?: number | undefined;
    /** The axis of the columns; negative ones count from the end. Default: `1`. */
    axis2?: number | undefined;
}
/**
 * A diagonal of the data as the last axis; of 1-dimensional data (n,) the square matrix (n + |k|, n + |k|) with it.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.diag(nd.array([[1, 2, 3], [4, 5, 6]])).toArray()); // [ 1, 5 ]
 * console.log(nd.diag(nd.array([1, 2])).toArray()); // [ [ 1, 0 ], [ 0, 2 ] ]
 * ```
 */
export declare function diag(data: NDArray, options?: DiagOptions): NDArray;
/** Options of `depthToSpace`. */
export interface DepthToSpaceOptions extends OutOption {
    /** The side of a square block. Required. */
    blockSize: number;
}
/**
 * (n, block²·c, h, w) as (n, c, h·block, w·block): channels become places of blocks.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[[[1, 2]], [[3, 4]], [[5, 6]], [[7, 8]]]]);
 * console.log(x.shape); // [ 1, 4, 1, 2 ]
 * console.log(nd.depthToSpace(x, { blockSize: 2 }));
 * // [[[[1. 3. 2. 4.]
 * //    [5. 7. 6. 8.]]]]
 * // <NDArray 1x1x2x4 @cpu(0)>
 * ```
 */
export declare function depthToSpace(data: NDArray, options: DepthToSpaceOptions): NDArray;
/** Options of `spaceToDepth`. */
export interface SpaceToDepthOptions extends OutOption {
    /** The side of a square block. Required. */
    blockSize: number;
}
/**
 * (n, c, h·block, w·block) as (n, block²·c, h, w): places of blocks become channels.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.arange(8).reshape([1, 1, 2, 4]);
 * const y = nd.spaceToDepth(x, { blockSize: 2 });
 * console.log(y.shape); // [ 1, 4, 1, 2 ]
 * console.log(y.reshape([4, 2]).toArray()); // [ [ 0, 2 ], [ 1, 3 ], [ 4, 6 ], [ 5, 7 ] ]
 * ```
 */
export declare function spaceToDepth(data: NDArray, options: SpaceToDepthOptions): NDArray;
/** Options of `take`. */
export interface TakeOptions extends OutOption {
    /** The axis; negative ones count from the end. Default: `0`. */
    axis?: number | undefined;
    /** What becomes of an index out of range: the nearest one (so that -1 is 0), modulo the size, or an error. Default: `clip`. */
    mode?: "clip" | "raise" | "wrap" | undefined;
}
/**
 * The slices of `a` at the indices along an axis: the axis is replaced by the shape of the indices.
 *
 * @param a - The tensor.
 * @param indices - Whole numbers of any dtype.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2], [3, 4], [5, 6]]);
 * x.attachGrad();
 * const rows = autograd.record(() => nd.take(x, nd.array([2, 0, 2])));
 * rows.backward();
 * console.log(rows.toArray()); // [ [ 5, 6 ], [ 1, 2 ], [ 5, 6 ] ]
 * console.log(x.grad!.toArray()); // [ [ 1, 1 ], [ 0, 0 ], [ 2, 2 ] ]
 * ```
 */
export declare function take(a: NDArray, indices: NDArray, options?: TakeOptions): NDArray;
/** Options of `pick`. */
export interface PickOptions extends OutOption {
    /** The axis; negative ones count from the end. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
    /** What becomes of an index out of range: the nearest one, or modulo the size. Default: `clip`. */
    mode?: "clip" | "wrap" | undefined;
}
/**
 * One element of each line along an axis.
 *
 * @param data - The tensor.
 * @param index - Where along the axis; of data's shape without the axis, or with size 1 there.
 *
 * @example
 * ```ts
 * console.log(nd.pick(nd.array([[1, 2, 3], [4, 5, 6]]), nd.array([2, 0]), { axis: 1 }).toArray()); // [ 3, 4 ]
 * ```
 */
export declare function pick(data: NDArray, index: NDArray, options?: PickOptions): NDArray;
/** Another name of `pick`. */
export declare const chooseElement0index: typeof pick;
/**
 * One element of each row: a[i, indices[i]]. Indices out of range are clipped.
 *
 * @param a - A matrix (n, m).
 * @param indices - The column for each row, (n,).
 *
 * @example
 * ```ts
 * console.log(nd.batchTake(nd.array([[1, 2], [3, 4]]), nd.array([1, 0], { dtype: "int32" })).toArray()); // [ 2, 3 ]
 * ```
 */
export declare function batchTake(a: NDArray, indices: NDArray, options?: OutOption): NDArray;
/**
 * The elements (or slices) that index tuples name.
 *
 * @param data - The tensor.
 * @param indices - (m, …): column by column, the indices along the first m axes. Negative ones count from the end.
 *
 * @example
 * ```ts
 * const x = nd.array([[1, 2, 3], [4, 5, 6]]);
 * console.log(nd.gatherNd(x, nd.array([[0, 1], [2, 0]])).toArray()); // [ 3, 4 ]
 * console.log(nd.gatherNd(x, nd.array([[1, 0]])).toArray()); // [ [ 4, 5, 6 ], [ 1, 2, 3 ] ]
 * ```
 */
export declare function gatherNd(data: NDArray, indices: NDArray, options?: OutOption): NDArray;
/** Options of `scatterNd`. */
export interface ScatterNdOptions extends OutOption {
    /** The shape of the result. Required. */
    shape: number | readonly (number | null)[];
}
/**
 * Zeros of `shape` with the data where the index tuples say. Of several writes to a place the last stays, but all of them get its gradient.
 *
 * @param data - The elements (or slices) to place.
 * @param indices - (m, …): column by column, the indices along the first m axes. Negative ones count from the end.
 *
 * @example
 * ```ts
 * console.log(nd.scatterNd(nd.array([9, 8]), nd.array([[0, 1], [2, 0]]), { shape: [2, 3] }).toArray());
 * // [ [ 0, 0, 9 ], [ 8, 0, 0 ] ]
 * ```
 */
export declare function scatterNd(data: NDArray, indices: NDArray, options: ScatterNdOptions): NDArray;
/** Options of `oneHot`. */
export interface OneHotOptions extends OutOption {
    /** The length of each vector. Required. */
    depth: number;
    /** The value at the index. Default: `1.0`. */
    onValue?: number | undefined;
    /** The value elsewhere. Default: `0.0`. */
    offValue?: number | undefined;
    /** The element type of the result. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * For each index a vector with one value at the index and another elsewhere. Indices out of range give vectors without the first.
 *
 * @param indices - Whole numbers of any dtype.
 *
 * @example
 * ```ts
 * console.log(nd.oneHot(nd.array([2, 0]), { depth: 3 }).toArray()); // [ [ 0, 0, 1 ], [ 1, 0, 0 ] ]
 * console.log(nd.oneHot(nd.array([1]), { depth: 3, onValue: 0.9, offValue: 0.05, dtype: "float64" }).toArray());
 * // [ [ 0.05, 0.9, 0.05 ] ]
 * ```
 */
export declare function oneHot(indices: NDArray, options: OneHotOptions): NDArray;
/** Options of `sort`. */
export interface SortOptions extends OutOption {
    /** The axis; negative ones count from the end. None sorts the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether smaller elements come first. Default: `True`. */
    isAscend?: boolean | undefined;
}
/**
 * The elements in order along an axis. Equal ones keep their order; NaN comes last.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[3, 1, 2], [6, 5, 4]]);
 * console.log(nd.sort(x).toArray()); // [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]
 * console.log(nd.sort(x, { axis: 0, isAscend: false }).toArray()); // [ [ 6, 5, 4 ], [ 3, 1, 2 ] ]
 * ```
 */
export declare function sort(data: NDArray, options?: SortOptions): NDArray;
/** Options of `argsort`. */
export interface ArgsortOptions extends OutOption {
    /** The axis; negative ones count from the end. None sorts the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** Whether smaller elements come first. Default: `True`. */
    isAscend?: boolean | undefined;
    /** The element type of the places; types of few bits cannot hold large ones. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * The places of the elements along an axis, in the order of the elements.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.argsort(nd.array([[3, 1, 2], [6, 5, 4]])).toArray()); // [ [ 1, 2, 0 ], [ 2, 1, 0 ] ]
 * ```
 */
export declare function argsort(data: NDArray, options?: ArgsortOptions): NDArray;
/** Options of `topk`. */
export interface TopkOptions extends OutOption {
    /** The axis; negative ones count from the end. None chooses from the flattened tensor. Default: `-1`. */
    axis?: number | null | undefined;
    /** How many; 0 for all. Default: `1`. */
    k?: number | undefined;
    /** What to give: places, values, both (values first), or a mask of the input's shape and dtype. Default: `indices`. */
    retTyp?: "both" | "indices" | "mask" | "value" | undefined;
    /** Whether the smallest are chosen. Default: `False`. */
    isAscend?: boolean | undefined;
    /** The element type of the places; types of few bits cannot hold large ones. Default: `float32`. */
    dtype?: DType | undefined;
}
/**
 * The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[0.3, 0.1, 0.7], [4, 6, 5]]);
 * console.log(nd.topk(x, { k: 2 }).toArray()); // [ [ 2, 0 ], [ 1, 2 ] ]
 * const [values, places] = nd.topk(x, { k: 1, retTyp: "both" });
 * console.log(values!.shape, places!.toArray()); // [ 2, 1 ] [ [ 2 ], [ 1 ] ]
 * console.log(nd.topk(x, { k: 2, retTyp: "mask" }).toArray()); // [ [ 1, 0, 1 ], [ 0, 1, 1 ] ]
 * ```
 */
export declare function topk(data: NDArray, options: TopkOptions & {
    retTyp: "both";
}): NDArray[];
/**
 * The largest (or smallest) elements along an axis, in order, or their places. Of equal ones the first are chosen.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[0.3, 0.1, 0.7], [4, 6, 5]]);
 * console.log(nd.topk(x, { k: 2 }).toArray()); // [ [ 2, 0 ], [ 1, 2 ] ]
 * const [values, places] = nd.topk(x, { k: 1, retTyp: "both" });
 * console.log(values!.shape, places!.toArray()); // [ 2, 1 ] [ [ 2 ], [ 1 ] ]
 * console.log(nd.topk(x, { k: 2, retTyp: "mask" }).toArray()); // [ [ 1, 0, 1 ], [ 0, 1, 1 ] ]
 * ```
 */
export declare function topk(data: NDArray, options?: TopkOptions): NDArray;
/** Options of `argmax`. */
export interface ArgmaxOptions extends OutOption {
    /** The axis; negative ones count from the end. None takes the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The place of the largest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.argmax(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 1, 2 ]
 * ```
 */
export declare function argmax(data: NDArray, options?: ArgmaxOptions): NDArray;
/** Options of `argmin`. */
export interface ArgminOptions extends OutOption {
    /** The axis; negative ones count from the end. None takes the flattened tensor. Default: `None`. */
    axis?: number | null | undefined;
    /** Whether the axis stays, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The place of the smallest element along an axis (the first one; that of a NaN if there is one), in the dtype of the data.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.argmin(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 0, 0 ]
 * ```
 */
export declare function argmin(data: NDArray, options?: ArgminOptions): NDArray;
/**
 * The place of the largest element along axis 1.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.argmaxChannel(nd.array([[1, 7, 3], [4, 5, 6]])).toArray()); // [ 1, 2 ]
 * ```
 */
export declare function argmaxChannel(data: NDArray, options?: OutOption): NDArray;
/** Options of `cumsum`. */
export interface CumsumOptions extends OutOption {
    /** The axis; negative ones count from the end. None for all elements in their flat order. Default: `None`. */
    axis?: number | null | undefined;
    /** The element type of the result; the input's when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * The sums of all elements up to each one, along an axis.
 *
 * @param a - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.cumsum(nd.array([[1, 2], [3, 4]]), { axis: 0 }).toArray()); // [ [ 1, 2 ], [ 4, 6 ] ]
 * console.log(nd.cumsum(nd.array([[1, 2], [3, 4]])).toArray()); // [ 1, 3, 6, 10 ]
 * ```
 */
export declare function cumsum(a: NDArray, options?: CumsumOptions): NDArray;
/** Options of `norm`. */
export interface NormOptions extends OutOption {
    /** 1 for the sum of absolute values, 2 for the Euclidean norm. Default: `2`. */
    ord?: number | undefined;
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axis?: number | readonly (number | null)[] | null | undefined;
    /** The element type of the result; the data's when None. Default: `None`. */
    outDtype?: DType | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The norm of the elements over axes. The gradient of the Euclidean norm of zeros is NaN.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const x = nd.array([[3, 4], [-6, 8]]);
 * console.log(nd.norm(x, { axis: 1 }).toArray()); // [ 5, 10 ]
 * console.log(nd.norm(x, { ord: 1, axis: 1, keepdims: true }).toArray()); // [ [ 7 ], [ 14 ] ]
 * ```
 */
export declare function norm(data: NDArray, options?: NormOptions): NDArray;
/** Options of `moments`. */
export interface MomentsOptions extends OutOption {
    /** The axes to reduce; negative ones count from the end. None or an empty list reduces all of them. Default: `None`. */
    axes?: number | readonly (number | null)[] | null | undefined;
    /** Whether reduced axes stay, with size 1. Default: `False`. */
    keepdims?: boolean | undefined;
}
/**
 * The mean and the (biased) variance over axes.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * const [mean, variance] = nd.moments(nd.array([[1, 3], [2, 6]]), { axes: [1] });
 * console.log(mean!.toArray(), variance!.toArray()); // [ 2, 4 ] [ 1, 4 ]
 * ```
 */
export declare function moments(data: NDArray, options?: MomentsOptions): NDArray[];
/** Options of `addN`. */
export interface AddNOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArgs?: number | undefined;
}
/**
 * The sum of tensors of one shape.
 *
 * @param args - Tensors of one shape and dtype.
 *
 * @example
 * ```ts
 * console.log(nd.addN(nd.array([1, 2]), nd.array([10, 20]), nd.array([100, 200])).toArray()); // [ 111, 222 ]
 * ```
 */
export declare function addN(args: readonly NDArray[], options?: AddNOptions): NDArray;
/**
 * The sum of tensors of one shape.
 *
 * @param args - Tensors of one shape and dtype.
 *
 * @example
 * ```ts
 * console.log(nd.addN(nd.array([1, 2]), nd.array([10, 20]), nd.array([100, 200])).toArray()); // [ 111, 222 ]
 * ```
 */
export declare function addN(...args: [...NDArray[], AddNOptions] | NDArray[]): NDArray;
/** Another name of `addN`. */
export declare const ElementWiseSum: typeof addN;
/**
 * The shape as a 1-dimensional int64 tensor.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.shapeArray(nd.zeros([2, 3])).toArray()); // [ 2n, 3n ]
 * ```
 */
export declare function shapeArray(data: NDArray, options?: OutOption): NDArray;
/**
 * The number of elements as an int64 tensor (1,).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.sizeArray(nd.zeros([2, 3])).toArray()); // [ 6n ]
 * ```
 */
export declare function sizeArray(data: NDArray, options?: OutOption): NDArray;
/** Options of `linalgGemm`. */
export interface LinalgGemmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether B is transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The factor of the product. Default: `1.0`. */
    alpha?: number | undefined;
    /** The factor of C. Default: `1.0`. */
    beta?: number | undefined;
    /** The axis of the rows; that of the columns is the last. Default: `-2`. */
    axis?: number | undefined;
}
/**
 * alpha · op(A) · op(B) + beta · C
 *
 * @param A - Matrices, (..., rows, columns).
 * @param B - Matrices, as many as in A.
 * @param C - Matrices of the product's shape.
 *
 * @example
 * ```ts
 * const [a, b, c] = [nd.array([[1, 2]]), nd.array([[3], [4]]), nd.array([[10]])];
 * console.log(nd.linalg.gemm(a, b, c, { alpha: 2, beta: 3 }).toArray()); // [ [ 52 ] ]
 * ```
 */
export declare function linalgGemm(A: NDArray, B: NDArray, C: NDArray, options?: LinalgGemmOptions): NDArray;
/** Options of `linalgGemm2`. */
export interface LinalgGemm2Options extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transposeA?: boolean | undefined;
    /** Whether B is transposed first. Default: `False`. */
    transposeB?: boolean | undefined;
    /** The factor of the product. Default: `1.0`. */
    alpha?: number | undefined;
    /** The axis of the rows; that of the columns is the last. Default: `-2`. */
    axis?: number | undefined;
}
/**
 * alpha · op(A) · op(B)
 *
 * @param A - Matrices, (..., rows, columns).
 * @param B - Matrices, as many as in A.
 *
 * @example
 * ```ts
 * console.log(nd.linalg.gemm2(nd.array([[1, 2]]), nd.array([[3, 4], [5, 6]]), { transposeB: true }).toArray());
 * // [ [ 11, 17 ] ]
 * ```
 */
export declare function linalgGemm2(A: NDArray, B: NDArray, options?: LinalgGemm2Options): NDArray;
/** Options of `linalgTrmm`. */
export interface LinalgTrmmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transpose?: boolean | undefined;
    /** Whether A stands on the right. Default: `False`. */
    rightside?: boolean | undefined;
    /** Whether A's lower triangle is meant, else the upper one. Default: `True`. */
    lower?: boolean | undefined;
    /** The factor. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * alpha · op(A) · B for a triangle A, or alpha · B · op(A) with rightside.
 *
 * @param A - Square matrices of which one triangle is read.
 * @param B - Matrices, as many as in A.
 *
 * @example
 * ```ts
 * console.log(nd.linalg.trmm(nd.array([[1, 0], [2, 3]]), nd.array([[1, 2], [3, 4]])).toArray());
 * // [ [ 1, 2 ], [ 11, 16 ] ]
 * ```
 */
export declare function linalgTrmm(A: NDArray, B: NDArray, options?: LinalgTrmmOptions): NDArray;
/** Options of `linalgSyrk`. */
export interface LinalgSyrkOptions extends OutOption {
    /** Whether it is Aᵀ·A, else A·Aᵀ. Default: `False`. */
    transpose?: boolean | undefined;
    /** The factor. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * alpha · A · Aᵀ, or alpha · Aᵀ · A
 *
 * @param A - Matrices, (..., rows, columns).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.syrk(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 5, 11 ], [ 11, 25 ] ]
 * console.log(nd.linalg.syrk(nd.array([[1, 2], [3, 4]]), { transpose: true }).toArray()); // [ [ 10, 14 ], [ 14, 20 ] ]
 * ```
 */
export declare function linalgSyrk(A: NDArray, options?: LinalgSyrkOptions): NDArray;
/** Options of `linalgTrsm`. */
export interface LinalgTrsmOptions extends OutOption {
    /** Whether A is transposed first. Default: `False`. */
    transpose?: boolean | undefined;
    /** Whether A stands on the right. Default: `False`. */
    rightside?: boolean | undefined;
    /** Whether A's lower triangle is meant, else the upper one. Default: `True`. */
    lower?: boolean | undefined;
    /** The factor of B. Default: `1.0`. */
    alpha?: number | undefined;
}
/**
 * X of op(A) · X = alpha · B for a triangle A, or of X · op(A) = alpha · B with rightside.
 *
 * @param A - Square matrices of which one triangle is read.
 * @param B - As many matrices.
 *
 * @example
 * ```ts
 * const a = nd.array([[2, 0], [1, 4]]);
 * const x = nd.linalg.trsm(a, nd.array([[4], [10]]));
 * console.log(x.toArray()); // [ [ 2 ], [ 2 ] ]
 * console.log(nd.dot(a, x).toArray()); // [ [ 4 ], [ 10 ] ]
 * ```
 */
export declare function linalgTrsm(A: NDArray, B: NDArray, options?: LinalgTrsmOptions): NDArray;
/**
 * The inverses of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.inverse(nd.array([[2, 0], [1, 4]])).toArray()); // [ [ 0.5, 0 ], [ -0.125, 0.25 ] ]
 * ```
 */
export declare function linalgInverse(A: NDArray, options?: OutOption): NDArray;
/**
 * The determinants of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.det(nd.array([[[2, 0], [1, 4]], [[0, 1], [1, 0]]])).toArray()); // [ 8, -1 ]
 * ```
 */
export declare function linalgDet(A: NDArray, options?: OutOption): NDArray;
/**
 * The sign of the determinants of matrices, and the logarithm of their magnitude. The sign has a gradient of zero.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * const [sign, logarithm] = nd.linalg.slogdet(nd.array([[0, 1], [1, 0]]));
 * console.log(sign!.toArray(), logarithm!.toArray()); // [ -1 ] [ 0 ]
 * ```
 */
export declare function linalgSlogdet(A: NDArray, options?: OutOption): NDArray[];
/** Options of `linalgPotrf`. */
export interface LinalgPotrfOptions extends OutOption {
    /** Whether the factor is a lower triangle L of A = L·Lᵀ, else an upper one of A = Lᵀ·L. The same triangle of A is read. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * The Cholesky factors of symmetric positive definite matrices. The gradient is symmetric.
 *
 * @param A - Symmetric positive definite matrices, (..., n, n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.potrf(nd.array([[4, 2], [2, 5]])).toArray()); // [ [ 2, 0 ], [ 1, 2 ] ]
 * ```
 */
export declare function linalgPotrf(A: NDArray, options?: LinalgPotrfOptions): NDArray;
/** Options of `linalgPotri`. */
export interface LinalgPotriOptions extends OutOption {
    /** Whether the factor is a lower triangle, else an upper one. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * The inverses of the matrices whose Cholesky factors are given.
 *
 * @param A - Cholesky factors, (..., n, n), of which one triangle is read.
 *
 * @example
 * ```ts
 * const factor = nd.linalg.potrf(nd.array([[4, 0], [0, 16]]));
 * console.log(nd.linalg.potri(factor).toArray()); // [ [ 0.25, 0 ], [ 0, 0.0625 ] ]
 * ```
 */
export declare function linalgPotri(A: NDArray, options?: LinalgPotriOptions): NDArray;
/**
 * A = L·Q with orthonormal rows in Q and a lower triangle L.
 *
 * @param A - Matrices (..., m, n) of full rank with m ≤ n.
 *
 * @example
 * ```ts
 * const a = nd.array([[0, 3], [4, 5]]);
 * const [q, l] = nd.linalg.gelqf(a);
 * console.log(q!.toArray(), l!.toArray()); // [ [ 0, 1 ], [ 1, 0 ] ] [ [ 3, 0 ], [ 5, 4 ] ]
 * console.log(nd.dot(l!, q!).toArray()); // [ [ 0, 3 ], [ 4, 5 ] ]
 * ```
 */
export declare function linalgGelqf(A: NDArray, options?: OutOption): NDArray[];
/**
 * A = Uᵀ·diag(L)·U: the eigenvectors of symmetric matrices as rows of U, and the eigenvalues, rising. The element of greatest magnitude of each eigenvector is positive. The gradient is symmetric, and not finite where eigenvalues are equal.
 *
 * @param A - Symmetric matrices, (..., n, n), of which the lower triangle is read.
 *
 * @example
 * ```ts
 * const a = nd.array([[2, 0], [0, 1]]);
 * const [u, values] = nd.linalg.syevd(a);
 * console.log(u!.toArray(), values!.toArray()); // [ [ 0, 1 ], [ 1, 0 ] ] [ 1, 2 ]
 * ```
 */
export declare function linalgSyevd(A: NDArray, options?: OutOption): NDArray[];
/** Options of `linalgExtractdiag`. */
export interface LinalgExtractdiagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it, negative ones below. Default: `0`. */
    offset?: number | undefined;
}
/**
 * A diagonal of matrices.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * const a = nd.array([[1, 2], [3, 4]]);
 * console.log(nd.linalg.extractdiag(a).toArray()); // [ 1, 4 ]
 * console.log(nd.linalg.extractdiag(a, { offset: 1 }).toArray()); // [ 2 ]
 * ```
 */
export declare function linalgExtractdiag(A: NDArray, options?: LinalgExtractdiagOptions): NDArray;
/** Options of `linalgMakediag`. */
export interface LinalgMakediagOptions extends OutOption {
    /** The diagonal: 0 the main one, positive ones above it, negative ones below. Default: `0`. */
    offset?: number | undefined;
}
/**
 * Matrices with these diagonals, 0 elsewhere.
 *
 * @param A - Vectors, (..., n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.makediag(nd.array([1, 2])).toArray()); // [ [ 1, 0 ], [ 0, 2 ] ]
 * ```
 */
export declare function linalgMakediag(A: NDArray, options?: LinalgMakediagOptions): NDArray;
/** Options of `linalgExtracttrian`. */
export interface LinalgExtracttrianOptions extends OutOption {
    /** Where the triangle begins: positive ones are above the main diagonal and upper, negative ones below and lower. Default: `0`. */
    offset?: number | undefined;
    /** Whether it is a lower triangle; read only with offset 0. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * A triangle of matrices: a lower one row by row, an upper one column by column.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * const a = nd.array([[1, 2], [3, 4]]);
 * console.log(nd.linalg.extracttrian(a).toArray()); // [ 1, 3, 4 ]
 * console.log(nd.linalg.extracttrian(a, { lower: false }).toArray()); // [ 1, 2, 4 ]
 * ```
 */
export declare function linalgExtracttrian(A: NDArray, options?: LinalgExtracttrianOptions): NDArray;
/** Options of `linalgMaketrian`. */
export interface LinalgMaketrianOptions extends OutOption {
    /** Where the triangle begins: positive ones are above the main diagonal and upper, negative ones below and lower. Default: `0`. */
    offset?: number | undefined;
    /** Whether it is a lower triangle; read only with offset 0. Default: `True`. */
    lower?: boolean | undefined;
}
/**
 * Matrices with these triangles, 0 elsewhere.
 *
 * @param A - Vectors, (..., n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.maketrian(nd.array([1, 2, 3])).toArray()); // [ [ 1, 0 ], [ 2, 3 ] ]
 * ```
 */
export declare function linalgMaketrian(A: NDArray, options?: LinalgMaketrianOptions): NDArray;
/**
 * The sums of the logarithms of the diagonals.
 *
 * @param A - Square matrices, (..., n, n).
 *
 * @example
 * ```ts
 * console.log(nd.linalg.sumlogdiag(nd.array([[1, 2], [3, Math.E]])).toArray()); // [ 1 ]
 * ```
 */
export declare function linalgSumlogdiag(A: NDArray, options?: OutOption): NDArray;
/** Options of `im2col`. */
export interface Im2colOptions extends OutOption {
    /** The size of the window: one number for each spatial dimension, of which there are up to three. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty: 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty: 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides of the data; empty: 0. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
}
/**
 * The windows that a convolution looks at as columns, (batch, channels * size of the window, windows).
 *
 * @param data - (batch, channels, …), up to three spatial dimensions.
 *
 * @example
 * ```ts
 * console.log(nd.im2col(nd.array([[[1, 2, 3, 4]]]), { kernel: [2] }).toArray()); // [ [ [ 1, 2, 3 ], [ 2, 3, 4 ] ] ]
 * ```
 */
export declare function im2col(data: NDArray, options: Im2colOptions): NDArray;
/** Options of `col2im`. */
export interface Col2imOptions extends OutOption {
    /** The spatial sizes of the result. Required. */
    outputSize: number | readonly (number | null)[];
    /** The size of the window: one number for each spatial dimension, of which there are up to three. Required. */
    kernel: number | readonly (number | null)[];
    /** The steps between windows; empty: 1. Default: `()`. */
    stride?: number | readonly (number | null)[] | undefined;
    /** The steps between the elements of a window; empty: 1. Default: `()`. */
    dilate?: number | readonly (number | null)[] | undefined;
    /** The zeros on both sides of the result, which are left out; empty: 0. Default: `()`. */
    pad?: number | readonly (number | null)[] | undefined;
}
/**
 * Sums of columns where the windows that they stand for lie, (batch, channels, …): the transpose of im2col.
 *
 * @param data - (batch, channels * size of the window, windows).
 *
 * @example
 * ```ts
 * console.log(nd.col2im(nd.array([[[1, 2, 3], [2, 3, 4]]]), { outputSize: [4], kernel: [2] }).toArray());
 * // [ [ [ 1, 4, 6, 4 ] ] ]
 * ```
 */
export declare function col2im(data: NDArray, options: Col2imOptions): NDArray;
/** Options of `ROIPooling`. */
export interface ROIPoolingOptions extends OutOption {
    /** The height and width of the result. Required. */
    pooledSize: number | readonly (number | null)[];
    /** The size of the data as a part of that which regions are given for. Required. */
    spatialScale: number;
}
/**
 * The largest elements in parts of regions of images, (regions, channels, height, width); 0 for parts outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param rois - Regions, (regions, 5): the image, left, top, right, bottom. They get no gradient.
 *
 * @example
 * ```ts
 * const image = nd.arange(16).reshape([1, 1, 4, 4]);
 * const regions = nd.array([[0, 0, 0, 1, 3]]);
 * console.log(nd.ROIPooling(image, regions, { pooledSize: [2, 1], spatialScale: 1 }));
 * // [[[[ 5.]
 * //    [13.]]]]
 * // <NDArray 1x1x2x1 @cpu(0)>
 * ```
 */
export declare function ROIPooling(data: NDArray, rois: NDArray, options: ROIPoolingOptions): NDArray;
/** Options of `Crop`. */
export interface CropOptions extends OutOption {
    /** The number of inputs: 1, or 2 where the size is that of the second. Required. */
    numArgs?: number | undefined;
    /** Where the part begins (y, x). Default: `(0, 0)`. */
    offset?: number | readonly (number | null)[] | undefined;
    /** The height and width of the part, for one input. Default: `(0, 0)`. */
    hW?: number | readonly (number | null)[] | undefined;
    /** Whether the part is the middle of the images. Default: `False`. */
    centerCrop?: boolean | undefined;
}
/**
 * A part of images: of a given size, or that of a second input.
 *
 * @param args - Images, (batch, channels, height, width), and maybe those with the size.
 *
 * @example
 * ```ts
 * const image = nd.arange(16).reshape([1, 1, 4, 4]);
 * console.log(nd.Crop(image, { hW: [2, 2], offset: [1, 0] }));
 * // [[[[4. 5.]
 * //    [8. 9.]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare function Crop(args: readonly NDArray[], options?: CropOptions): NDArray;
/**
 * A part of images: of a given size, or that of a second input.
 *
 * @param args - Images, (batch, channels, height, width), and maybe those with the size.
 *
 * @example
 * ```ts
 * const image = nd.arange(16).reshape([1, 1, 4, 4]);
 * console.log(nd.Crop(image, { hW: [2, 2], offset: [1, 0] }));
 * // [[[[4. 5.]
 * //    [8. 9.]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare function Crop(...args: [...NDArray[], CropOptions] | NDArray[]): NDArray;
/** Options of `BilinearSampler`. */
export interface BilinearSamplerOptions extends OutOption {
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnOff?: boolean | null | undefined;
}
/**
 * Images seen at the points of a grid, interpolated between the four nearest elements, 0 outside.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param grid - Points (x, y), (batch, 2, height, width); -1 and 1 are the middles of the first and last elements.
 *
 * @example
 * ```ts
 * const image = nd.array([[[[1, 2], [3, 4]]]]);
 * const grid = nd.array([[[[-1, 0, 1]], [[-1, 0, 1]]]]);
 * console.log(nd.BilinearSampler(image, grid));
 * // [[[[1.  2.5 4. ]]]]
 * // <NDArray 1x1x1x3 @cpu(0)>
 * ```
 */
export declare function BilinearSampler(data: NDArray, grid: NDArray, options?: BilinearSamplerOptions): NDArray;
/** Options of `GridGenerator`. */
export interface GridGeneratorOptions extends OutOption {
    /** Whether the data are matrices or distances in elements. Required. */
    transformType: "affine" | "warp";
    /** The height and width of the grid, for `affine`. Default: `(0, 0)`. */
    targetShape?: number | readonly (number | null)[] | undefined;
}
/**
 * Grids for BilinearSampler, (batch, 2, height, width): the points of the result mapped by a matrix, or moved.
 *
 * @param data - For `affine` matrices of two rows for (x, y, 1), (batch, 6), for `warp` distances (x, y), (batch, 2, height, width).
 *
 * @example
 * ```ts
 * const turned = nd.array([[0, 1, 0, -1, 0, 0]]);
 * const grid = nd.GridGenerator(turned, { transformType: "affine", targetShape: [2, 2] });
 * console.log(grid.shape); // [ 1, 2, 2, 2 ]
 * console.log(grid.reshape([2, 4]).toArray()); // [ [ -1, -1, 1, 1 ], [ 1, -1, 1, -1 ] ]
 * ```
 */
export declare function GridGenerator(data: NDArray, options: GridGeneratorOptions): NDArray;
/** Options of `SpatialTransformer`. */
export interface SpatialTransformerOptions extends OutOption {
    /** The height and width of the result. Default: `(0, 0)`. */
    targetShape?: number | readonly (number | null)[] | undefined;
    /** The kind of transformation. Required. */
    transformType: "affine";
    /** How images are seen between their elements. Required. */
    samplerType: "bilinear";
    /** Accepted for MXNet's sake. Default: `None`. */
    cudnnOff?: boolean | null | undefined;
}
/**
 * Images seen at points that a matrix maps those of the result to: GridGenerator and BilinearSampler in one.
 *
 * @param data - Images, (batch, channels, height, width).
 * @param loc - Matrices of two rows for (x, y, 1), (batch, 6).
 *
 * @example
 * ```ts
 * const mirrored = nd.array([[-1, 0, 0, 0, 1, 0]]);
 * const options = { targetShape: [2, 2], transformType: "affine", samplerType: "bilinear" } as const;
 * console.log(nd.SpatialTransformer(nd.array([[[[1, 2], [3, 4]]]]), mirrored, options));
 * // [[[[2. 1.]
 * //    [4. 3.]]]]
 * // <NDArray 1x1x2x2 @cpu(0)>
 * ```
 */
export declare function SpatialTransformer(data: NDArray, loc: NDArray, options: SpatialTransformerOptions): NDArray;
/** Options of `khatriRao`. */
export interface KhatriRaoOptions extends OutOption {
    /** How many matrices there are. Default: `None`. */
    numArgs?: number | null | undefined;
}
/**
 * The Kronecker products of the columns of matrices: (rows of the first · rows of the second · …, columns).
 *
 * @param args - Matrices of one dtype and number of columns.
 *
 * @example
 * ```ts
 * console.log(nd.khatriRao(nd.array([[1, 2], [3, 4]]), nd.array([[1, 10]])).toArray()); // [ [ 1, 20 ], [ 3, 40 ] ]
 * ```
 */
export declare function khatriRao(args: readonly NDArray[], options?: KhatriRaoOptions): NDArray;
/**
 * The Kronecker products of the columns of matrices: (rows of the first · rows of the second · …, columns).
 *
 * @param args - Matrices of one dtype and number of columns.
 *
 * @example
 * ```ts
 * console.log(nd.khatriRao(nd.array([[1, 2], [3, 4]]), nd.array([[1, 10]])).toArray()); // [ [ 1, 20 ], [ 3, 40 ] ]
 * ```
 */
export declare function khatriRao(...args: [...NDArray[], KhatriRaoOptions] | NDArray[]): NDArray;
/** Options of `sgdUpdate`. */
export interface SgdUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Whether a row-sparse gradient updates its rows alone; dense gradients update all. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent: weight - lr·(clip(rescale_grad·grad) + wd·weight).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 *
 * @example
 * ```ts
 * const weight = nd.array([1, 2]);
 * nd.sgdUpdate(weight, nd.array([2, -4]), { lr: 0.25, out: weight });
 * console.log(weight.toArray()); // [ 0.5, 3 ]
 * ```
 */
export declare function sgdUpdate(weight: NDArray, grad: NDArray, options: SgdUpdateOptions): NDArray;
/** Options of `sgdMomUpdate`. */
export interface SgdMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Whether a row-sparse gradient updates its rows alone; dense gradients update all. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent with momentum: mom = momentum·mom - lr·(clip(rescale_grad·grad) + wd·weight); weight + mom.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 *
 * @example
 * ```ts
 * const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
 * nd.sgdMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
 * nd.sgdMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
 * console.log(weight.toArray(), mom.toArray()); // [ -0.25 ] [ -0.75 ]
 * ```
 */
export declare function sgdMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: SgdMomUpdateOptions): NDArray;
/** Options of `nagMomUpdate`. */
export interface NagMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Nesterov's accelerated gradient descent.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 *
 * @example
 * ```ts
 * const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
 * nd.nagMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
 * console.log(weight.toArray(), mom.toArray()); // [ 0.25 ] [ -0.5 ]
 * ```
 */
export declare function nagMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: NagMomUpdateOptions): NDArray;
/** Options of `adamUpdate`. */
export interface AdamUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the mean. Default: `0.9`. */
    beta1?: number | undefined;
    /** The decay of the mean of squares. Default: `0.999`. */
    beta2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Whether a row-sparse gradient updates its rows alone; dense gradients update all. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Adam without bias correction, which callers fold into lr: mean and var are the running means of the gradient
 * (with weight decay, clipped) and its square; weight - lr·mean/(√var + epsilon).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mean - The running mean of gradients.
 * @param var_ - The running mean of their squares.
 *
 * @example
 * ```ts
 * const [weight, grad, mean, variance] = [nd.array([1]), nd.array([2]), nd.zeros([1]), nd.zeros([1])];
 * nd.adamUpdate(weight, grad, mean, variance, { lr: 0.25, beta1: 0.5, beta2: 0.75, out: weight });
 * console.log(weight.toArray(), mean.toArray(), variance.toArray()); // [ 0.75 ] [ 1 ] [ 1 ]
 * ```
 */
export declare function adamUpdate(weight: NDArray, grad: NDArray, mean: NDArray, var_: NDArray, options: AdamUpdateOptions): NDArray;
/** Options of `ftrlUpdate`. */
export interface FtrlUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The strength of the L1 term. Default: `0.01`. */
    lamda1?: number | undefined;
    /** The smoothing of the learning rate. Default: `1.0`. */
    beta?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * FTRL-Proximal.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param z - The accumulated gradients.
 * @param n - The accumulated squares.
 *
 * @example
 * ```ts
 * const [weight, grad, z, n] = [nd.array([0]), nd.array([4]), nd.zeros([1]), nd.zeros([1])];
 * nd.ftrlUpdate(weight, grad, z, n, { lr: 0.5, lamda1: 1, beta: 0, out: weight });
 * console.log(weight.toArray(), z.toArray(), n.toArray()); // [ -0.375 ] [ 4 ] [ 16 ]
 * ```
 */
export declare function ftrlUpdate(weight: NDArray, grad: NDArray, z: NDArray, n: NDArray, options: FtrlUpdateOptions): NDArray;
/** Options of `signsgdUpdate`. */
export interface SignsgdUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Steps by sign: (1 - lr·wd)·weight - lr·sign(grad).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 *
 * @example
 * ```ts
 * const weight = nd.array([1, 2]);
 * nd.signsgdUpdate(weight, nd.array([100, -0.001]), { lr: 0.25, out: weight });
 * console.log(weight.toArray()); // [ 0.75, 2.25 ]
 * ```
 */
export declare function signsgdUpdate(weight: NDArray, grad: NDArray, options: SignsgdUpdateOptions): NDArray;
/** Options of `signumUpdate`. */
export interface SignumUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** Weight decay that is not part of the gradient (Loshchilov and Hutter). Default: `0.0`. */
    wdLh?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Steps by the sign of the momentum: mom = momentum·mom - (1 - momentum)·(clip(rescale_grad·grad) + wd·weight);
 * (1 - lr·wd_lh)·weight + lr·sign(mom).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum.
 *
 * @example
 * ```ts
 * const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
 * nd.signumUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
 * console.log(weight.toArray(), mom.toArray()); // [ 0.75 ] [ -1 ]
 * ```
 */
export declare function signumUpdate(weight: NDArray, grad: NDArray, mom: NDArray, options: SignumUpdateOptions): NDArray;
/** Options of `rmspropUpdate`. */
export interface RmspropUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the mean. Default: `0.95`. */
    gamma1?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The bound on the weights; negative for none. Default: `-1.0`. */
    clipWeights?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * RMSProp: n is the running mean of squared gradients (with weight decay, clipped); weight - lr·grad/√(n + epsilon).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param n - The running mean of squared gradients.
 *
 * @example
 * ```ts
 * const [weight, grad, n] = [nd.array([1]), nd.array([4]), nd.zeros([1])];
 * nd.rmspropUpdate(weight, grad, n, { lr: 0.25, gamma1: 0.75, out: weight });
 * console.log(weight.toArray(), n.toArray()); // [ 0.5 ] [ 4 ]
 * ```
 */
export declare function rmspropUpdate(weight: NDArray, grad: NDArray, n: NDArray, options: RmspropUpdateOptions): NDArray;
/** Options of `rmspropalexUpdate`. */
export interface RmspropalexUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the means. Default: `0.95`. */
    gamma1?: number | undefined;
    /** The decay of the last step. Default: `0.9`. */
    gamma2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-08`. */
    epsilon?: number | undefined;
    /** The bound on the weights; negative for none. Default: `-1.0`. */
    clipWeights?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Centred RMSProp with momentum (Graves 2013).
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param n - The running mean of squared gradients.
 * @param g - The running mean of gradients.
 * @param delta - The last step.
 *
 * @example
 * ```ts
 * const [weight, grad] = [nd.array([1]), nd.array([4])];
 * const [n, g, delta] = [nd.zeros([1]), nd.zeros([1]), nd.zeros([1])];
 * nd.rmspropalexUpdate(weight, grad, n, g, delta, { lr: 0.25, gamma1: 0.5, gamma2: 0.5, out: weight });
 * console.log(weight.toArray(), n.toArray(), g.toArray(), delta.toArray()); // [ 0.5 ] [ 8 ] [ 2 ] [ -0.5 ]
 * ```
 */
export declare function rmspropalexUpdate(weight: NDArray, grad: NDArray, n: NDArray, g: NDArray, delta: NDArray, options: RmspropalexUpdateOptions): NDArray;
/** Options of `ftmlUpdate`. */
export interface FtmlUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of z. Default: `0.6`. */
    beta1?: number | undefined;
    /** The decay of the mean of squares. Default: `0.999`. */
    beta2?: number | undefined;
    /** What keeps the divisor from 0. Default: `9.99999993922529e-09`. */
    epsilon?: number | undefined;
    /** The number of the update, from 1. Required. */
    t: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements, weight decay included; negative for none. Default: `-1.0`. */
    clipGrad?: number | undefined;
}
/**
 * FTML, follow the moving leader (Zheng and Kwok): -z/d.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param d - The last divisor.
 * @param v - The running mean of squared gradients.
 * @param z - The running sum.
 *
 * @example
 * ```ts
 * const [weight, grad] = [nd.array([1]), nd.array([2])];
 * const [d, v, z] = [nd.zeros([1]), nd.zeros([1]), nd.zeros([1])];
 * nd.ftmlUpdate(weight, grad, d, v, z, { lr: 0.25, beta1: 0.5, beta2: 0.75, t: 1, out: weight });
 * console.log(weight.toArray(), d.toArray(), v.toArray(), z.toArray()); // [ 0.75 ] [ 4 ] [ 1 ] [ -3 ]
 * ```
 */
export declare function ftmlUpdate(weight: NDArray, grad: NDArray, d: NDArray, v: NDArray, z: NDArray, options: FtmlUpdateOptions): NDArray;
/** Options of `lambUpdatePhase1`. */
export interface LambUpdatePhase1Options extends OutOption {
    /** The decay of the mean. Default: `0.9`. */
    beta1?: number | undefined;
    /** The decay of the mean of squares. Default: `0.999`. */
    beta2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-06`. */
    epsilon?: number | undefined;
    /** The number of the update, from 1. Required. */
    t: number;
    /** Whether the means are corrected for their start at 0. Default: `True`. */
    biasCorrection?: boolean | undefined;
    /** The weight decay. Required. */
    wd: number;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * The direction of a LAMB update: mean/(√var + epsilon) + wd·weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mean - The running mean of gradients.
 * @param var_ - The running mean of their squares.
 *
 * @example
 * ```ts
 * const [weight, grad, mean, variance] = [nd.array([4]), nd.array([2]), nd.zeros([1]), nd.zeros([1])];
 * const options = { beta1: 0.5, beta2: 0.75, epsilon: 0, t: 1, wd: 0.5 };
 * console.log(nd.lambUpdatePhase1(weight, grad, mean, variance, options).toArray()); // [ 3 ]
 * console.log(mean.toArray(), variance.toArray()); // [ 1 ] [ 1 ]
 * ```
 */
export declare function lambUpdatePhase1(weight: NDArray, grad: NDArray, mean: NDArray, var_: NDArray, options: LambUpdatePhase1Options): NDArray;
/** Options of `lambUpdatePhase2`. */
export interface LambUpdatePhase2Options extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The least norm of the weight; negative for none. Default: `-1.0`. */
    lowerBound?: number | undefined;
    /** The greatest norm of the weight; negative for none. Default: `-1.0`. */
    upperBound?: number | undefined;
}
/**
 * The step of a LAMB update: weight - lr·r1/r2·g, without the ratio where a norm is 0.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param g - What the first phase gave.
 * @param r1 - (1,): the norm of the weight.
 * @param r2 - (1,): the norm of g.
 *
 * @example
 * ```ts
 * const [weight, direction] = [nd.array([3, 4]), nd.array([0, 2])];
 * nd.lambUpdatePhase2(weight, direction, nd.norm(weight), nd.norm(direction), { lr: 0.25, out: weight });
 * console.log(weight.toArray()); // [ 3, 2.75 ]
 * ```
 */
export declare function lambUpdatePhase2(weight: NDArray, g: NDArray, r1: NDArray, r2: NDArray, options: LambUpdatePhase2Options): NDArray;
/** Options of `multiLars`. */
export interface MultiLarsOptions extends OutOption {
    /** The trust coefficient. Required. */
    eta: number;
    /** What keeps the divisor from 0. Required. */
    eps: number;
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
}
/**
 * The learning rates of layers by LARS: lr·eta·|w|/(|g| + wd·|w| + eps), where neither norm is 0.
 *
 * @param lrs - (n,): the learning rates.
 * @param weightsSumSq - (n,): the sums of squares of the weights.
 * @param gradsSumSq - (n,): those of the gradients.
 * @param wds - (n,): the weight decays.
 *
 * @example
 * ```ts
 * const [lrs, weights, grads, wds] = [nd.array([0.5, 0.5]), nd.array([4, 16]), nd.array([1, 0]), nd.zeros([2])];
 * console.log(nd.multiLars(lrs, weights, grads, wds, { eta: 1, eps: 0 }).toArray()); // [ 1, 0.5 ]
 * ```
 */
export declare function multiLars(lrs: NDArray, weightsSumSq: NDArray, gradsSumSq: NDArray, wds: NDArray, options: MultiLarsOptions): NDArray;
/** Options of `mpSgdUpdate`. */
export interface MpSgdUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Whether a row-sparse gradient updates its rows alone; dense gradients update all. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent with a master copy of the weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param weight32 - The master copy of the weight (float32), which is updated.
 *
 * @example
 * ```ts
 * const master = nd.array([1, 2]);
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * nd.mpSgdUpdate(weight, grad, master, { lr: 0.25, out: weight });
 * console.log(weight.toArray(), weight.dtype); // [ 0.5, 3 ] float16
 * console.log(master.toArray(), master.dtype); // [ 0.5, 3 ] float32
 * ```
 */
export declare function mpSgdUpdate(weight: NDArray, grad: NDArray, weight32: NDArray, options: MpSgdUpdateOptions): NDArray;
/** Options of `mpSgdMomUpdate`. */
export interface MpSgdMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** Whether a row-sparse gradient updates its rows alone; dense gradients update all. Default: `True`. */
    lazyUpdate?: boolean | undefined;
}
/**
 * Gradient descent with momentum and a master copy of the weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum (float32).
 * @param weight32 - The master copy of the weight (float32), which is updated.
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1]), nd.zeros([1])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
 * nd.mpSgdMomUpdate(weight, grad, mom, master, { lr: 0.25, momentum: 0.5, out: weight });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.5 ] [ -0.5 ] [ 0.5 ]
 * ```
 */
export declare function mpSgdMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, weight32: NDArray, options: MpSgdMomUpdateOptions): NDArray;
/** Options of `mpNagMomUpdate`. */
export interface MpNagMomUpdateOptions extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The weight decay. Default: `0.0`. */
    wd?: number | undefined;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * Nesterov's accelerated gradient descent with a master copy of the weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mom - The momentum (float32).
 * @param weight32 - The master copy of the weight (float32), which is updated.
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1]), nd.zeros([1])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
 * nd.mpNagMomUpdate(weight, grad, mom, master, { lr: 0.25, momentum: 0.5, out: weight });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.25 ] [ -0.5 ] [ 0.25 ]
 * ```
 */
export declare function mpNagMomUpdate(weight: NDArray, grad: NDArray, mom: NDArray, weight32: NDArray, options: MpNagMomUpdateOptions): NDArray;
/** Options of `mpLambUpdatePhase1`. */
export interface MpLambUpdatePhase1Options extends OutOption {
    /** The decay of the mean. Default: `0.9`. */
    beta1?: number | undefined;
    /** The decay of the mean of squares. Default: `0.999`. */
    beta2?: number | undefined;
    /** What keeps the divisor from 0. Default: `1e-06`. */
    epsilon?: number | undefined;
    /** The number of the update, from 1. Required. */
    t: number;
    /** Whether the means are corrected for their start at 0. Default: `True`. */
    biasCorrection?: boolean | undefined;
    /** The weight decay. Required. */
    wd: number;
    /** The factor on the gradient. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradient's elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
}
/**
 * The direction of a LAMB update (float32), from a master copy of the weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param grad - Its gradient.
 * @param mean - The running mean of gradients.
 * @param var_ - The running mean of their squares.
 * @param weight32 - The master copy of the weight (float32), which is updated.
 *
 * @example
 * ```ts
 * const [master, mean, variance] = [nd.array([4]), nd.zeros([1]), nd.zeros([1])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
 * const options = { beta1: 0.5, beta2: 0.75, epsilon: 0, t: 1, wd: 0.5 };
 * console.log(nd.mpLambUpdatePhase1(weight, grad, mean, variance, master, options));
 * // [3.]
 * // <NDArray 1 @cpu(0)>
 * ```
 */
export declare function mpLambUpdatePhase1(weight: NDArray, grad: NDArray, mean: NDArray, var_: NDArray, weight32: NDArray, options: MpLambUpdatePhase1Options): NDArray;
/** Options of `mpLambUpdatePhase2`. */
export interface MpLambUpdatePhase2Options extends OutOption {
    /** The learning rate. Required. */
    lr: number;
    /** The least norm of the weight; negative for none. Default: `-1.0`. */
    lowerBound?: number | undefined;
    /** The greatest norm of the weight; negative for none. Default: `-1.0`. */
    upperBound?: number | undefined;
}
/**
 * The step of a LAMB update with a master copy of the weight.
 *
 * @param weight - The parameter; pass it as `out`, too, to update it in place.
 * @param g - What the first phase gave.
 * @param r1 - (1,): the norm of the weight.
 * @param r2 - (1,): the norm of g.
 * @param weight32 - The master copy of the weight (float32), which is updated.
 *
 * @example
 * ```ts
 * const [master, direction] = [nd.array([3, 4]), nd.array([0, 2])];
 * const weight = master.astype("float16");
 * nd.mpLambUpdatePhase2(weight, direction, nd.norm(master), nd.norm(direction), master, { lr: 0.25, out: weight });
 * console.log(weight.toArray(), master.toArray()); // [ 3, 2.75 ] [ 3, 2.75 ]
 * ```
 */
export declare function mpLambUpdatePhase2(weight: NDArray, g: NDArray, r1: NDArray, r2: NDArray, weight32: NDArray, options: MpLambUpdatePhase2Options): NDArray;
/** Options of `multiSgdUpdate`. */
export interface MultiSgdUpdateOptions extends OutOption {
    /** The learning rate of each weight. Required. */
    lrs: number | readonly number[];
    /** The weight decay of each weight. Required. */
    wds: number | readonly number[];
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent on many weights.
 *
 * @param args - For each weight: weight, gradient.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const grads = [nd.array([2, -4]), nd.array([1])] as const;
 * nd.multiSgdUpdate(a, grads[0], b, grads[1], { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a, b] });
 * console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function multiSgdUpdate(args: readonly NDArray[], options: MultiSgdUpdateOptions): NDArray[];
/**
 * Gradient descent on many weights.
 *
 * @param args - For each weight: weight, gradient.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const grads = [nd.array([2, -4]), nd.array([1])] as const;
 * nd.multiSgdUpdate(a, grads[0], b, grads[1], { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a, b] });
 * console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function multiSgdUpdate(...args: [...NDArray[], MultiSgdUpdateOptions] | NDArray[]): NDArray[];
/** Options of `multiSgdMomUpdate`. */
export interface MultiSgdMomUpdateOptions extends OutOption {
    /** The learning rate of each weight. Required. */
    lrs: number | readonly number[];
    /** The weight decay of each weight. Required. */
    wds: number | readonly number[];
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent with momentum on many weights.
 *
 * @param args - For each weight: weight, gradient, momentum.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [momA, momB] = [nd.zeros([2]), nd.ones([1])];
 * const options = { lrs: [0.25, 1], wds: [0, 0], momentum: 0.5, numWeights: 2, out: [a, b] };
 * nd.multiSgdMomUpdate(a, nd.array([2, -4]), momA, b, nd.array([1]), momB, options);
 * console.log(a.toArray(), b.toArray(), momB.toArray()); // [ 0.5, 3 ] [ 2.5 ] [ -0.5 ]
 * ```
 */
export declare function multiSgdMomUpdate(args: readonly NDArray[], options: MultiSgdMomUpdateOptions): NDArray[];
/**
 * Gradient descent with momentum on many weights.
 *
 * @param args - For each weight: weight, gradient, momentum.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [momA, momB] = [nd.zeros([2]), nd.ones([1])];
 * const options = { lrs: [0.25, 1], wds: [0, 0], momentum: 0.5, numWeights: 2, out: [a, b] };
 * nd.multiSgdMomUpdate(a, nd.array([2, -4]), momA, b, nd.array([1]), momB, options);
 * console.log(a.toArray(), b.toArray(), momB.toArray()); // [ 0.5, 3 ] [ 2.5 ] [ -0.5 ]
 * ```
 */
export declare function multiSgdMomUpdate(...args: [...NDArray[], MultiSgdMomUpdateOptions] | NDArray[]): NDArray[];
/** Options of `multiMpSgdUpdate`. */
export interface MultiMpSgdUpdateOptions extends OutOption {
    /** The learning rate of each weight. Required. */
    lrs: number | readonly number[];
    /** The weight decay of each weight. Required. */
    wds: number | readonly number[];
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent on many weights with master copies.
 *
 * @param args - For each weight: weight, gradient, master copy (float32).
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [a16, b16] = [a.astype("float16"), b.astype("float16")];
 * const [gradA, gradB] = [nd.array([2, -4]).astype("float16"), nd.ones([1], { dtype: "float16" })];
 * const options = { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a16, b16] };
 * nd.multiMpSgdUpdate(a16, gradA, a, b16, gradB, b, options);
 * console.log(a16.toArray(), b16.toArray(), a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ] [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function multiMpSgdUpdate(args: readonly NDArray[], options: MultiMpSgdUpdateOptions): NDArray[];
/**
 * Gradient descent on many weights with master copies.
 *
 * @param args - For each weight: weight, gradient, master copy (float32).
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [a16, b16] = [a.astype("float16"), b.astype("float16")];
 * const [gradA, gradB] = [nd.array([2, -4]).astype("float16"), nd.ones([1], { dtype: "float16" })];
 * const options = { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a16, b16] };
 * nd.multiMpSgdUpdate(a16, gradA, a, b16, gradB, b, options);
 * console.log(a16.toArray(), b16.toArray(), a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ] [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function multiMpSgdUpdate(...args: [...NDArray[], MultiMpSgdUpdateOptions] | NDArray[]): NDArray[];
/** Options of `multiMpSgdMomUpdate`. */
export interface MultiMpSgdMomUpdateOptions extends OutOption {
    /** The learning rate of each weight. Required. */
    lrs: number | readonly number[];
    /** The weight decay of each weight. Required. */
    wds: number | readonly number[];
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent with momentum on many weights with master copies.
 *
 * @param args - For each weight: weight, gradient, momentum (float32), master copy (float32).
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1, 2]), nd.zeros([2])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * nd.multiMpSgdMomUpdate(weight, grad, mom, master, { lrs: [0.25], wds: [0], momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.5, 3 ] [ -0.5, 1 ] [ 0.5, 3 ]
 * ```
 */
export declare function multiMpSgdMomUpdate(args: readonly NDArray[], options: MultiMpSgdMomUpdateOptions): NDArray[];
/**
 * Gradient descent with momentum on many weights with master copies.
 *
 * @param args - For each weight: weight, gradient, momentum (float32), master copy (float32).
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1, 2]), nd.zeros([2])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * nd.multiMpSgdMomUpdate(weight, grad, mom, master, { lrs: [0.25], wds: [0], momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.5, 3 ] [ -0.5, 1 ] [ 0.5, 3 ]
 * ```
 */
export declare function multiMpSgdMomUpdate(...args: [...NDArray[], MultiMpSgdMomUpdateOptions] | NDArray[]): NDArray[];
/** Options of `preloadedMultiSgdUpdate`. */
export interface PreloadedMultiSgdUpdateOptions extends OutOption {
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent on many weights, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient. Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [lrs, wds] = [nd.array([0.25, 1]), nd.zeros([2])];
 * nd.preloadedMultiSgdUpdate(a, nd.array([2, -4]), b, nd.array([1]), lrs, wds, { numWeights: 2, out: [a, b] });
 * console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function preloadedMultiSgdUpdate(args: readonly NDArray[], options?: PreloadedMultiSgdUpdateOptions): NDArray[];
/**
 * Gradient descent on many weights, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient. Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * const [lrs, wds] = [nd.array([0.25, 1]), nd.zeros([2])];
 * nd.preloadedMultiSgdUpdate(a, nd.array([2, -4]), b, nd.array([1]), lrs, wds, { numWeights: 2, out: [a, b] });
 * console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
 * ```
 */
export declare function preloadedMultiSgdUpdate(...args: [...NDArray[], PreloadedMultiSgdUpdateOptions] | NDArray[]): NDArray[];
/** Options of `preloadedMultiSgdMomUpdate`. */
export interface PreloadedMultiSgdMomUpdateOptions extends OutOption {
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent with momentum on many weights, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, momentum. Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [weight, grad, mom] = [nd.array([1, 2]), nd.array([2, -4]), nd.ones([2])];
 * const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
 * nd.preloadedMultiSgdMomUpdate(weight, grad, mom, lrs, wds, { momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ]
 * ```
 */
export declare function preloadedMultiSgdMomUpdate(args: readonly NDArray[], options?: PreloadedMultiSgdMomUpdateOptions): NDArray[];
/**
 * Gradient descent with momentum on many weights, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, momentum. Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [weight, grad, mom] = [nd.array([1, 2]), nd.array([2, -4]), nd.ones([2])];
 * const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
 * nd.preloadedMultiSgdMomUpdate(weight, grad, mom, lrs, wds, { momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ]
 * ```
 */
export declare function preloadedMultiSgdMomUpdate(...args: [...NDArray[], PreloadedMultiSgdMomUpdateOptions] | NDArray[]): NDArray[];
/** Options of `preloadedMultiMpSgdUpdate`. */
export interface PreloadedMultiMpSgdUpdateOptions extends OutOption {
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent on many weights with master copies, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, master copy (float32). Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const master = nd.array([1, 2]);
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * nd.preloadedMultiMpSgdUpdate(weight, grad, master, nd.array([0.25]), nd.array([0]), { out: [weight] });
 * console.log(weight.toArray(), master.toArray()); // [ 0.5, 3 ] [ 0.5, 3 ]
 * ```
 */
export declare function preloadedMultiMpSgdUpdate(args: readonly NDArray[], options?: PreloadedMultiMpSgdUpdateOptions): NDArray[];
/**
 * Gradient descent on many weights with master copies, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, master copy (float32). Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const master = nd.array([1, 2]);
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * nd.preloadedMultiMpSgdUpdate(weight, grad, master, nd.array([0.25]), nd.array([0]), { out: [weight] });
 * console.log(weight.toArray(), master.toArray()); // [ 0.5, 3 ] [ 0.5, 3 ]
 * ```
 */
export declare function preloadedMultiMpSgdUpdate(...args: [...NDArray[], PreloadedMultiMpSgdUpdateOptions] | NDArray[]): NDArray[];
/** Options of `preloadedMultiMpSgdMomUpdate`. */
export interface PreloadedMultiMpSgdMomUpdateOptions extends OutOption {
    /** The decay of the momentum. Default: `0.0`. */
    momentum?: number | undefined;
    /** The factor on the gradients. Default: `1.0`. */
    rescaleGrad?: number | undefined;
    /** The bound on the gradients' elements; negative for none. Default: `-1.0`. */
    clipGradient?: number | undefined;
    /** The number of weights. Default: `1`. */
    numWeights?: number | undefined;
}
/**
 * Gradient descent with momentum on many weights with master copies, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, momentum (float32), master copy (float32). Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1, 2]), nd.ones([2])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
 * nd.preloadedMultiMpSgdMomUpdate(weight, grad, mom, master, lrs, wds, { momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ] [ 1, 3.5 ]
 * ```
 */
export declare function preloadedMultiMpSgdMomUpdate(args: readonly NDArray[], options?: PreloadedMultiMpSgdMomUpdateOptions): NDArray[];
/**
 * Gradient descent with momentum on many weights with master copies, whose rates are tensors.
 *
 * @param args - For each weight: weight, gradient, momentum (float32), master copy (float32). Then the learning rates and the weight decays.
 *
 * @example
 * ```ts
 * const [master, mom] = [nd.array([1, 2]), nd.ones([2])];
 * const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
 * const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
 * nd.preloadedMultiMpSgdMomUpdate(weight, grad, mom, master, lrs, wds, { momentum: 0.5, out: [weight] });
 * console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ] [ 1, 3.5 ]
 * ```
 */
export declare function preloadedMultiMpSgdMomUpdate(...args: [...NDArray[], PreloadedMultiMpSgdMomUpdateOptions] | NDArray[]): NDArray[];
/**
 * lhs with one element of each row replaced: lhs[i, rhs[i]] = mhs[i]. Indices out of range replace nothing.
 *
 * @param lhs - (n, length).
 * @param mhs - (n,): the new elements.
 * @param rhs - (n,): where they go.
 *
 * @example
 * ```ts
 * console.log(nd.fillElement0index(nd.zeros([2, 3]), nd.array([7, 8]), nd.array([2, 0])).toArray());
 * // [ [ 0, 0, 7 ], [ 8, 0, 0 ] ]
 * ```
 */
export declare function fillElement0index(lhs: NDArray, mhs: NDArray, rhs: NDArray, options?: OutOption): NDArray;
/** Options of `ravelMultiIndex`. */
export interface RavelMultiIndexOptions extends OutOption {
    /** The shape that the indices belong to; its first size may be -1. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
}
/**
 * The places in the flat order of index tuples, the columns of data. Indices are not checked.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.ravelMultiIndex(nd.array([[0, 1], [2, 0]]), { shape: [2, 3] }).toArray()); // [ 2, 3 ]
 * ```
 */
export declare function ravelMultiIndex(data: NDArray, options?: RavelMultiIndexOptions): NDArray;
/** Options of `unravelIndex`. */
export interface UnravelIndexOptions extends OutOption {
    /** The shape that the indices belong to; its first size may be -1. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
}
/**
 * The index tuples (as columns) of places in the flat order. Places are not checked.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.unravelIndex(nd.array([2, 3]), { shape: [2, 3] }).toArray()); // [ [ 0, 1 ], [ 2, 0 ] ]
 * ```
 */
export declare function unravelIndex(data: NDArray, options?: UnravelIndexOptions): NDArray;
/** Options of `ampCast`. */
export interface AmpCastOptions extends OutOption {
    /** The element type of the result, if the data is float16 or float32. Required. */
    dtype: DType;
}
/**
 * float16 and float32 tensors in another type; others as they are. The gradient passes through, cast back.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.ampCast(nd.array([1.5]), { dtype: "float16" }).dtype); // float16
 * console.log(nd.ampCast(nd.array([1], { dtype: "int32" }), { dtype: "float16" }).dtype); // int32
 * ```
 */
export declare function ampCast(data: NDArray, options: AmpCastOptions): NDArray;
/** Options of `ampMulticast`. */
export interface AmpMulticastOptions extends OutOption {
    /** How many tensors there are. Required. */
    numOutputs?: number | undefined;
    /** Whether the narrowest type is chosen instead of the widest. Default: `False`. */
    castNarrow?: boolean | undefined;
}
/**
 * float16 and float32 tensors in the widest type among them; others as they are.
 *
 * @param args - The tensors.
 *
 * @example
 * ```ts
 * const [a, b] = nd.ampMulticast(nd.array([1], { dtype: "float16" }), nd.array([2], { dtype: "float32" }));
 * console.log(a!.dtype, b!.dtype); // float32 float32
 * ```
 */
export declare function ampMulticast(args: readonly NDArray[], options?: AmpMulticastOptions): NDArray[];
/**
 * float16 and float32 tensors in the widest type among them; others as they are.
 *
 * @param args - The tensors.
 *
 * @example
 * ```ts
 * const [a, b] = nd.ampMulticast(nd.array([1], { dtype: "float16" }), nd.array([2], { dtype: "float32" }));
 * console.log(a!.dtype, b!.dtype); // float32 float32
 * ```
 */
export declare function ampMulticast(...args: [...NDArray[], AmpMulticastOptions] | NDArray[]): NDArray[];
/** Options of `allFinite`. */
export interface AllFiniteOptions extends OutOption {
    /** Whether the result is new; else it stays 0 where `out` holds 0. Default: `True`. */
    initOutput?: boolean | undefined;
}
/**
 * 1 if every element is finite, else 0; (1,).
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * console.log(nd.allFinite(nd.array([1, 2])).toArray()); // [ 1 ]
 * console.log(nd.allFinite(nd.array([1, Number.POSITIVE_INFINITY])).toArray()); // [ 0 ]
 * ```
 */
export declare function allFinite(data: NDArray, options?: AllFiniteOptions): NDArray;
/** Options of `multiAllFinite`. */
export interface MultiAllFiniteOptions extends OutOption {
    /** How many tensors there are. Default: `1`. */
    numArrays?: number | undefined;
    /** Whether the result is new; else it stays 0 where `out` holds 0. Default: `True`. */
    initOutput?: boolean | undefined;
}
/**
 * 1 if every element of every tensor is finite, else 0; (1,).
 *
 * @param args - The tensors, of floating point types.
 *
 * @example
 * ```ts
 * console.log(nd.multiAllFinite(nd.array([1, 2]), nd.array([Number.NaN])).toArray()); // [ 0 ]
 * ```
 */
export declare function multiAllFinite(args: readonly NDArray[], options?: MultiAllFiniteOptions): NDArray;
/**
 * 1 if every element of every tensor is finite, else 0; (1,).
 *
 * @param args - The tensors, of floating point types.
 *
 * @example
 * ```ts
 * console.log(nd.multiAllFinite(nd.array([1, 2]), nd.array([Number.NaN])).toArray()); // [ 0 ]
 * ```
 */
export declare function multiAllFinite(...args: [...NDArray[], MultiAllFiniteOptions] | NDArray[]): NDArray;
/** Options of `multiSumSq`. */
export interface MultiSumSqOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArrays?: number | undefined;
}
/**
 * For each tensor the sum of its squares (float32).
 *
 * @param args - The tensors, of floating point types.
 *
 * @example
 * ```ts
 * console.log(nd.multiSumSq(nd.array([1, 2]), nd.array([3])).toArray()); // [ 5, 9 ]
 * ```
 */
export declare function multiSumSq(args: readonly NDArray[], options?: MultiSumSqOptions): NDArray;
/**
 * For each tensor the sum of its squares (float32).
 *
 * @param args - The tensors, of floating point types.
 *
 * @example
 * ```ts
 * console.log(nd.multiSumSq(nd.array([1, 2]), nd.array([3])).toArray()); // [ 5, 9 ]
 * ```
 */
export declare function multiSumSq(...args: [...NDArray[], MultiSumSqOptions] | NDArray[]): NDArray;
/** Options of `resetArrays`. */
export interface ResetArraysOptions extends OutOption {
    /** How many tensors there are. Required. */
    numArrays?: number | undefined;
}
/**
 * Sets every element of every tensor to 0, in place. Gives nothing.
 *
 * @param args - The tensors.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * nd.resetArrays(a, b);
 * console.log(a.toArray(), b.toArray()); // [ 0, 0 ] [ 0 ]
 * ```
 */
export declare function resetArrays(args: readonly NDArray[], options?: ResetArraysOptions): NDArray[];
/**
 * Sets every element of every tensor to 0, in place. Gives nothing.
 *
 * @param args - The tensors.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.array([1, 2]), nd.array([3])];
 * nd.resetArrays(a, b);
 * console.log(a.toArray(), b.toArray()); // [ 0, 0 ] [ 0 ]
 * ```
 */
export declare function resetArrays(...args: [...NDArray[], ResetArraysOptions] | NDArray[]): NDArray[];
/** Options of `IdentityAttachKLSparseReg`. */
export interface IdentityAttachKLSparseRegOptions extends OutOption {
    /** The wanted mean activation, between 0 and 1. Default: `0.1`. */
    sparsenessTarget?: number | undefined;
    /** The strength of the penalty. Default: `0.001`. */
    penalty?: number | undefined;
    /** How much of the moving average stays at each step. Default: `0.9`. */
    momentum?: number | undefined;
}
/**
 * A copy of the input (sigmoid activations). Backward moves the moving average of each channel, and adds to the gradient that of the Kullback-Leibler divergence of the average from the target.
 *
 * @param data - (batch, channels, …), between 0 and 1.
 * @param movingAvg - The moving average of each channel; backward writes it.
 *
 * @example
 * ```ts
 * const [x, average] = [nd.array([[0.5], [0.5]]), nd.array([0.5])];
 * x.attachGrad();
 * autograd.record(() => nd.IdentityAttachKLSparseReg(x, average, { sparsenessTarget: 0.25, penalty: 1 })).backward();
 * console.log(x.grad!.toArray()); // [ [ 2 ], [ 2 ] ]
 * console.log(average.toArray()); // [ 0.5 ]
 * ```
 */
export declare function IdentityAttachKLSparseReg(data: NDArray, movingAvg: NDArray, options?: IdentityAttachKLSparseRegOptions): NDArray;
/** Options of `randomUniform`. */
export interface RandomUniformOptions extends OutOption {
    /** The lower bound. Default: `0.0`. */
    low?: number | undefined;
    /** The upper bound; it can come out itself. Default: `1.0`. */
    high?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Uniform draws from low to high.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomUniform({ low: -1, high: 1, shape: [2, 2] }));
 * // [[0.09762704 0.18568921]
 * //  [0.43037868 0.6885315 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function randomUniform(options?: RandomUniformOptions): NDArray;
/** Another name of `randomUniform`. */
export declare const uniform: typeof randomUniform;
/** Options of `normal`. */
export interface NormalOptions extends OutOption {
    /** The mean. Default: `0.0`. */
    loc?: number | undefined;
    /** The standard deviation, positive. Default: `1.0`. */
    scale?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Normal (Gaussian) draws.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomNormal({ loc: 100, scale: 10, shape: [2, 2] }));
 * // [[122.12206  107.740036]
 * //  [110.4344   111.83926 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function normal(options?: NormalOptions): NDArray;
/** Another name of `normal`. */
export declare const randomNormal: typeof normal;
/** Options of `randomExponential`. */
export interface RandomExponentialOptions extends OutOption {
    /** The rate (the reciprocal of the mean), positive. Default: `1.0`. */
    lam?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Exponential draws.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomExponential({ lam: 4, shape: [2, 2] }));
 * // [[0.19896863 0.22464009]
 * //  [0.31398267 0.4649011 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function randomExponential(options?: RandomExponentialOptions): NDArray;
/** Options of `randomGamma`. */
export interface RandomGammaOptions extends OutOption {
    /** The distribution's shape, positive. Default: `1.0`. */
    alpha?: number | undefined;
    /** The distribution's scale, positive. Default: `1.0`. */
    beta?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Draws from a gamma distribution.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomGamma({ alpha: 9, beta: 0.5, shape: [2, 2] }));
 * // [[8.473357  4.835683 ]
 * //  [6.3200755 6.930242 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function randomGamma(options?: RandomGammaOptions): NDArray;
/** Options of `randomPoisson`. */
export interface RandomPoissonOptions extends OutOption {
    /** The mean, not negative. Default: `1.0`. */
    lam?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Draws from a Poisson distribution, as floats.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomPoisson({ lam: 4, shape: [2, 3] }).toArray()); // [ [ 9, 5, 6 ], [ 5, 3, 8 ] ]
 * ```
 */
export declare function randomPoisson(options?: RandomPoissonOptions): NDArray;
/** Options of `randomNegativeBinomial`. */
export interface RandomNegativeBinomialOptions extends OutOption {
    /** The number of successes. Default: `1`. */
    k?: number | undefined;
    /** The probability of a success. Default: `1.0`. */
    p?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Draws from a negative binomial distribution: failures before k successes, as floats.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomNegativeBinomial({ k: 5, p: 0.5, shape: [2, 3] }).toArray()); // [ [ 15, 8, 12 ], [ 7, 3, 12 ] ]
 * ```
 */
export declare function randomNegativeBinomial(options?: RandomNegativeBinomialOptions): NDArray;
/** Options of `randomGeneralizedNegativeBinomial`. */
export interface RandomGeneralizedNegativeBinomialOptions extends OutOption {
    /** The mean, not negative. Default: `1.0`. */
    mu?: number | undefined;
    /** The dispersion, not negative; 0 gives a Poisson distribution. Default: `1.0`. */
    alpha?: number | undefined;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Draws from a generalized negative binomial distribution (mean and dispersion), as floats.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomGeneralizedNegativeBinomial({ mu: 2, alpha: 0.3, shape: [2, 3] }).toArray());
 * // [ [ 10, 2, 1 ], [ 0, 5, 3 ] ]
 * ```
 */
export declare function randomGeneralizedNegativeBinomial(options?: RandomGeneralizedNegativeBinomialOptions): NDArray;
/** Options of `randomRandint`. */
export interface RandomRandintOptions extends OutOption {
    /** The smallest integer. Required. */
    low: number;
    /** The end of the range, not included. Required. */
    high: number;
    /** The shape of the result; (1,) when None. Default: `None`. */
    shape?: number | readonly (number | null)[] | null | undefined;
    /** Accepted for MXNet's sake; there is one device. */
    ctx?: string | undefined;
    /** The element type of the result: int32 or int64, int32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Uniform draws of integers from low to high - 1.
 *
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.randomRandint({ low: 1, high: 7, shape: [2, 3] }).toArray()); // [ [ 2, 5, 6 ], [ 4, 6, 1 ] ]
 * ```
 */
export declare function randomRandint(options: RandomRandintOptions): NDArray;
/** Options of `sampleUniform`. */
export interface SampleUniformOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Uniform draws for each pair of bounds.
 *
 * @param low - The lower bounds.
 * @param high - The upper bounds.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleUniform(nd.array([0, 10]), nd.array([1, 20]), { shape: 2 }));
 * // [[ 0.5488135  0.5928446]
 * //  [17.151894  18.442657 ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function sampleUniform(low: NDArray, high: NDArray, options?: SampleUniformOptions): NDArray;
/** Options of `sampleNormal`. */
export interface SampleNormalOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Normal draws for each mean and standard deviation.
 *
 * @param mu - The means.
 * @param sigma - The standard deviations.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleNormal(nd.array([0, 100]), nd.array([1, 10]), { shape: 2 }));
 * // [[  2.2122064   0.7740038]
 * //  [110.4344    111.83926  ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function sampleNormal(mu: NDArray, sigma: NDArray, options?: SampleNormalOptions): NDArray;
/** Options of `sampleGamma`. */
export interface SampleGammaOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Gamma draws for each shape and scale.
 *
 * @param alpha - The distributions' shapes.
 * @param beta - The distributions' scales.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleGamma(nd.array([1, 50]), nd.array([1, 2]), { shape: 2 }));
 * // [[  4.595299    0.9728634]
 * //  [116.97256   121.95292  ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function sampleGamma(alpha: NDArray, beta: NDArray, options?: SampleGammaOptions): NDArray;
/** Options of `sampleExponential`. */
export interface SampleExponentialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Exponential draws for each rate.
 *
 * @param lam - The rates, the reciprocals of the means.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleExponential(nd.array([1, 0.1]), { shape: 2 }));
 * // [[ 0.79587454  0.89856035]
 * //  [12.559306   18.596043  ]]
 * // <NDArray 2x2 @cpu(0)>
 * ```
 */
export declare function sampleExponential(lam: NDArray, options?: SampleExponentialOptions): NDArray;
/** Options of `samplePoisson`. */
export interface SamplePoissonOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Poisson draws for each mean, as floats.
 *
 * @param lam - The means.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.samplePoisson(nd.array([1, 100]), { shape: 3 }).toArray()); // [ [ 1, 2, 3 ], [ 116, 90, 91 ] ]
 * ```
 */
export declare function samplePoisson(lam: NDArray, options?: SamplePoissonOptions): NDArray;
/** Options of `sampleNegativeBinomial`. */
export interface SampleNegativeBinomialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Negative binomial draws for each number of successes and probability, as floats.
 *
 * @param k - The numbers of successes.
 * @param p - The probabilities of a success.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleNegativeBinomial(nd.array([1, 20]), nd.array([0.5, 0.25]), { shape: 3 }).toArray());
 * // [ [ 9, 1, 1 ], [ 98, 35, 64 ] ]
 * ```
 */
export declare function sampleNegativeBinomial(k: NDArray, p: NDArray, options?: SampleNegativeBinomialOptions): NDArray;
/** Options of `sampleGeneralizedNegativeBinomial`. */
export interface SampleGeneralizedNegativeBinomialOptions extends OutOption {
    /** The shape of the draws for each parameter; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** The element type of the result: a float type, float32 when None. Default: `None`. */
    dtype?: DType | null | undefined;
}
/**
 * Generalized negative binomial draws for each mean and dispersion, as floats.
 *
 * @param mu - The means.
 * @param alpha - The dispersions.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleGeneralizedNegativeBinomial(nd.array([2, 50]), nd.array([1, 0.1]), { shape: 3 }).toArray());
 * // [ [ 12, 1, 11 ], [ 26, 57, 40 ] ]
 * ```
 */
export declare function sampleGeneralizedNegativeBinomial(mu: NDArray, alpha: NDArray, options?: SampleGeneralizedNegativeBinomialOptions): NDArray;
/** Options of `sampleMultinomial`. */
export interface SampleMultinomialOptions extends OutOption {
    /** The shape of the draws for each distribution; one draw when empty. Default: `()`. */
    shape?: number | readonly (number | null)[] | undefined;
    /** Whether the logarithms of the drawn classes' probabilities are a second output, through which gradients flow. Default: `False`. */
    getProb?: boolean | undefined;
    /** The element type of the classes. Default: `int32`. */
    dtype?: DType | undefined;
}
/**
 * Classes drawn from distributions over k classes.
 *
 * @param data - The probabilities (…, k), used as they are: each distribution should sum to 1.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleMultinomial(nd.array([[0.5, 0.5, 0], [0, 0.1, 0.9]]), { shape: 4 }).toArray());
 * // [ [ 1, 1, 1, 1 ], [ 2, 2, 2, 2 ] ]
 * ```
 */
export declare function sampleMultinomial(data: NDArray, options: SampleMultinomialOptions & {
    getProb: true;
}): NDArray[];
/**
 * Classes drawn from distributions over k classes.
 *
 * @param data - The probabilities (…, k), used as they are: each distribution should sum to 1.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.sampleMultinomial(nd.array([[0.5, 0.5, 0], [0, 0.1, 0.9]]), { shape: 4 }).toArray());
 * // [ [ 1, 1, 1, 1 ], [ 2, 2, 2, 2 ] ]
 * ```
 */
export declare function sampleMultinomial(data: NDArray, options?: SampleMultinomialOptions): NDArray;
/**
 * The data with its first axis in random order.
 *
 * @param data - The tensor.
 *
 * @example
 * ```ts
 * random.seed(0);
 * console.log(nd.shuffle(nd.array([[1, 2], [3, 4], [5, 6]])).toArray()); // [ [ 1, 2 ], [ 5, 6 ], [ 3, 4 ] ]
 * ```
 */
export declare function shuffle(data: NDArray, options?: OutOption): NDArray;
/** Options of `randomPdfUniform`. */
export interface RandomPdfUniformOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The density of uniform samples between low and high; whether they lie there is not checked.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param low - The lower bounds.
 * @param high - The upper bounds.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfUniform(nd.array([[1, 2]]), nd.array([0]), nd.array([4])).toArray()); // [ [ 0.25, 0.25 ] ]
 * ```
 */
export declare function randomPdfUniform(sample: NDArray, low: NDArray, high: NDArray, options?: RandomPdfUniformOptions): NDArray;
/** Options of `randomPdfNormal`. */
export interface RandomPdfNormalOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The density of normal samples.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param mu - The means.
 * @param sigma - The standard deviations.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfNormal(nd.array([[0, 1]]), nd.array([0]), nd.array([1])));
 * // [[0.3989423  0.24197072]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function randomPdfNormal(sample: NDArray, mu: NDArray, sigma: NDArray, options?: RandomPdfNormalOptions): NDArray;
/** Options of `randomPdfGamma`. */
export interface RandomPdfGammaOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The density of gamma samples. Unlike for draws, beta is the rate.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param alpha - The distributions' shapes.
 * @param beta - Their rates.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfGamma(nd.array([[1, 2]]), nd.array([2]), nd.array([1])));
 * // [[0.36787945 0.27067056]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function randomPdfGamma(sample: NDArray, alpha: NDArray, beta: NDArray, options?: RandomPdfGammaOptions): NDArray;
/** Options of `randomPdfExponential`. */
export interface RandomPdfExponentialOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The density of exponential samples.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param lam - The rates.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfExponential(nd.array([[0, 1]]), nd.array([0.5])));
 * // [[0.5        0.30326533]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function randomPdfExponential(sample: NDArray, lam: NDArray, options?: RandomPdfExponentialOptions): NDArray;
/** Options of `randomPdfPoisson`. */
export interface RandomPdfPoissonOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The probability of Poisson samples.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param lam - The means.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfPoisson(nd.array([[0, 1, 2]]), nd.array([2])));
 * // [[0.13533528 0.27067056 0.27067056]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare function randomPdfPoisson(sample: NDArray, lam: NDArray, options?: RandomPdfPoissonOptions): NDArray;
/** Options of `randomPdfNegativeBinomial`. */
export interface RandomPdfNegativeBinomialOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The probability of negative binomial samples: failures before k successes.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param k - The numbers of successes.
 * @param p - The probabilities of a success.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfNegativeBinomial(nd.array([[0, 1, 2]]), nd.array([1]), nd.array([0.5])));
 * // [[0.5   0.25  0.125]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare function randomPdfNegativeBinomial(sample: NDArray, k: NDArray, p: NDArray, options?: RandomPdfNegativeBinomialOptions): NDArray;
/** Options of `randomPdfGeneralizedNegativeBinomial`. */
export interface RandomPdfGeneralizedNegativeBinomialOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The probability of generalized negative binomial samples (mean and dispersion).
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param mu - The means.
 * @param alpha - The dispersions.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfGeneralizedNegativeBinomial(nd.array([[0, 1, 2]]), nd.array([1]), nd.array([1])));
 * // [[0.5   0.25  0.125]]
 * // <NDArray 1x3 @cpu(0)>
 * ```
 */
export declare function randomPdfGeneralizedNegativeBinomial(sample: NDArray, mu: NDArray, alpha: NDArray, options?: RandomPdfGeneralizedNegativeBinomialOptions): NDArray;
/** Options of `randomPdfDirichlet`. */
export interface RandomPdfDirichletOptions extends OutOption {
    /** Whether the logarithm of the density is computed. Default: `False`. */
    isLog?: boolean | undefined;
}
/**
 * The density of Dirichlet samples, vectors in the last axis.
 *
 * @param sample - The samples: their shape begins with that of the parameters.
 * @param alpha - The concentrations, vectors in the last axis.
 *
 * @example
 * ```ts
 * console.log(nd.randomPdfDirichlet(nd.array([[[0.5, 0.5], [0.25, 0.75]]]), nd.array([[2, 1]])));
 * // [[1.  0.5]]
 * // <NDArray 1x2 @cpu(0)>
 * ```
 */
export declare function randomPdfDirichlet(sample: NDArray, alpha: NDArray, options?: RandomPdfDirichletOptions): NDArray;
