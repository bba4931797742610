// Examples of functions of two tensors, element by element. Those named `broadcast…` repeat axes of size 1.
import { autograd, nd } from "mxgrad";

// nd.elemwiseAdd
console.log(nd.elemwiseAdd(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ 11, 22 ]

// nd.elemwiseSub
console.log(nd.elemwiseSub(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ -9, -18 ]

// nd.elemwiseMul
console.log(nd.elemwiseMul(nd.array([1, 2]), nd.array([10, 20])).toArray()); // [ 10, 40 ]

// nd.elemwiseDiv
console.log(nd.elemwiseDiv(nd.array([1, 10]), nd.array([4, 5])).toArray()); // [ 0.25, 2 ]
console.log(nd.elemwiseDiv(nd.array([-7, 7], { dtype: "int32" }), nd.array([2, 2], { dtype: "int32" })).toArray());
// [ -3, 3 ]

// nd.broadcastAdd
console.log(nd.broadcastAdd(nd.array([[1], [2]]), nd.array([[10, 20]])).toArray()); // [ [ 11, 21 ], [ 12, 22 ] ]

// nd.broadcastSub
console.log(nd.broadcastSub(nd.array([[1], [2]]), nd.array([[10, 20]])).toArray()); // [ [ -9, -19 ], [ -8, -18 ] ]

// nd.broadcastMul
{
  const [a, b] = [nd.array([[1], [2]]), nd.array([[10, 20]])];
  a.attachGrad();
  const product = autograd.record(() => nd.broadcastMul(a, b));
  product.backward();
  console.log(product.toArray()); // [ [ 10, 20 ], [ 20, 40 ] ]
  console.log(a.grad!.toArray()); // [ [ 30 ], [ 30 ] ]
}

// nd.broadcastDiv
console.log(nd.broadcastDiv(nd.array([[1], [2]]), nd.array([[4, 8]])).toArray()); // [ [ 0.25, 0.125 ], [ 0.5, 0.25 ] ]

// nd.broadcastMod
console.log(nd.broadcastMod(nd.array([[7], [-7]]), nd.array([[3, -3, 0]])).toArray()); // [ [ 1, -2, 0 ], [ 2, -1, 0 ] ]

// nd.broadcastPower
console.log(nd.broadcastPower(nd.array([[2], [3]]), nd.array([[0, 2, 3]])).toArray()); // [ [ 1, 4, 8 ], [ 1, 9, 27 ] ]

// nd.broadcastHypot
console.log(nd.broadcastHypot(nd.array([[3], [-5]]), nd.array([[4], [12]])).toArray()); // [ [ 5 ], [ 13 ] ]

// nd.broadcastMaximum
console.log(nd.broadcastMaximum(nd.array([[1], [3]]), nd.array([[0, 2, 4]])).toArray()); // [ [ 1, 2, 4 ], [ 3, 3, 4 ] ]

// nd.broadcastMinimum
console.log(nd.broadcastMinimum(nd.array([[1], [3]]), nd.array([[0, 2, 4]])).toArray()); // [ [ 0, 1, 1 ], [ 0, 2, 3 ] ]

// nd.broadcastEqual
console.log(nd.broadcastEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 1, 0, 0 ], [ 0, 1, 0 ] ]

// nd.broadcastNotEqual
console.log(nd.broadcastNotEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
// [ [ 0, 1, 1 ], [ 1, 0, 1 ] ]

// nd.broadcastGreater
console.log(nd.broadcastGreater(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 0, 0, 0 ], [ 1, 0, 0 ] ]

// nd.broadcastGreaterEqual
console.log(nd.broadcastGreaterEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
// [ [ 1, 0, 0 ], [ 1, 1, 0 ] ]

// nd.broadcastLesser
console.log(nd.broadcastLesser(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray()); // [ [ 0, 1, 1 ], [ 0, 0, 1 ] ]

// nd.broadcastLesserEqual
console.log(nd.broadcastLesserEqual(nd.array([[1], [2]]), nd.array([[1, 2, 3]])).toArray());
// [ [ 1, 1, 1 ], [ 0, 1, 1 ] ]

// nd.broadcastLogicalAnd
console.log(nd.broadcastLogicalAnd(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 0 ], [ 0, 1 ] ]

// nd.broadcastLogicalOr
console.log(nd.broadcastLogicalOr(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 1 ], [ 1, 1 ] ]

// nd.broadcastLogicalXor
console.log(nd.broadcastLogicalXor(nd.array([[0], [2]]), nd.array([[0, 1]])).toArray()); // [ [ 0, 1 ], [ 1, 0 ] ]

// nd.where
{
  const x = nd.array([1, 2, 3]);
  console.log(nd.where(nd.array([1, 0, 1]), x, nd.negative(x)).toArray()); // [ 1, -2, 3 ]
}

// nd.addN
console.log(nd.addN(nd.array([1, 2]), nd.array([10, 20]), nd.array([100, 200])).toArray()); // [ 111, 222 ]
