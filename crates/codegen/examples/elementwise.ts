// Examples of functions of one tensor, element by element.
import { autograd, nd } from "mxgrad";

// nd.abs
console.log(nd.abs(nd.array([-1.5, 0, 2])).toArray()); // [ 1.5, 0, 2 ]

// nd.sign
console.log(nd.sign(nd.array([-1.5, 0, 2])).toArray()); // [ -1, 0, 1 ]

// nd.round
console.log(nd.round(nd.array([-2.5, -1.4, 0.5, 1.5])).toArray()); // [ -3, -1, 1, 2 ]

// nd.rint
console.log(nd.rint(nd.array([-2.5, -1.5, 0.5, 1.6])).toArray()); // [ -3, -2, 0, 2 ]

// nd.ceil
console.log(nd.ceil(nd.array([-1.7, 0.2, 1.5])).toArray()); // [ -1, 1, 2 ]

// nd.floor
console.log(nd.floor(nd.array([-1.7, 0.2, 1.5])).toArray()); // [ -2, 0, 1 ]

// nd.trunc
console.log(nd.trunc(nd.array([-1.7, 1.2, 1.9])).toArray()); // [ -1, 1, 1 ]

// nd.fix
console.log(nd.fix(nd.array([-1.7, 1.2, 1.9])).toArray()); // [ -1, 1, 1 ]

// nd.negative
console.log(nd.negative(nd.array([-1, 2, 3])).toArray()); // [ 1, -2, -3 ]

// nd.reciprocal
console.log(nd.reciprocal(nd.array([-2, 1, 4])).toArray()); // [ -0.5, 1, 0.25 ]

// nd.square
console.log(nd.square(nd.array([-2, 0.5, 3])).toArray()); // [ 4, 0.25, 9 ]

// nd.sqrt
console.log(nd.sqrt(nd.array([0, 4, 9])).toArray()); // [ 0, 2, 3 ]

// nd.rsqrt
console.log(nd.rsqrt(nd.array([1, 4, 16])).toArray()); // [ 1, 0.5, 0.25 ]

// nd.cbrt
console.log(nd.cbrt(nd.array([-8, 1, 27])).toArray()); // [ -2, 1, 3 ]

// nd.rcbrt
console.log(nd.rcbrt(nd.array([-8, 1, 64])).toArray()); // [ -0.5, 1, 0.25 ]

// nd.exp
{
  const x = nd.array([0, 1, 2]);
  x.attachGrad();
  autograd.record(() => nd.exp(x)).backward();
  console.log(x.grad);
  // [1.        2.7182817 7.389056 ]
  // <NDArray 3 @cpu(0)>
}

// nd.expm1
console.log(nd.expm1(nd.array([0, 1e-8, 1])));
// [0.0000000e+00 9.9999999e-09 1.7182819e+00]
// <NDArray 3 @cpu(0)>

// nd.log
console.log(nd.log(nd.array([1, Math.E, 10])));
// [0.        1.        2.3025851]
// <NDArray 3 @cpu(0)>

// nd.log10
console.log(nd.log10(nd.array([1, 10, 1000])).toArray()); // [ 0, 1, 3 ]

// nd.log2
console.log(nd.log2(nd.array([0.5, 1, 8])).toArray()); // [ -1, 0, 3 ]

// nd.log1p
console.log(nd.log1p(nd.array([0, 1e-8, 1])));
// [0.000000e+00 1.000000e-08 6.931472e-01]
// <NDArray 3 @cpu(0)>

// nd.sin
console.log(nd.sin(nd.array([0, Math.PI / 6, Math.PI / 2])));
// [0.  0.5 1. ]
// <NDArray 3 @cpu(0)>

// nd.cos
console.log(nd.cos(nd.array([0, 1, Math.PI])));
// [ 1.         0.5403023 -1.       ]
// <NDArray 3 @cpu(0)>

// nd.tan
console.log(nd.tan(nd.array([0, 0.5, 1])));
// [0.        0.5463025 1.5574077]
// <NDArray 3 @cpu(0)>

// nd.arcsin
console.log(nd.arcsin(nd.array([-1, 0, 0.5])));
// [-1.5707964  0.         0.5235988]
// <NDArray 3 @cpu(0)>

// nd.arccos
console.log(nd.arccos(nd.array([-1, 0, 1])));
// [3.1415927 1.5707964 0.       ]
// <NDArray 3 @cpu(0)>

// nd.arctan
console.log(nd.arctan(nd.array([-1, 0, 1])));
// [-0.7853982  0.         0.7853982]
// <NDArray 3 @cpu(0)>

// nd.sinh
console.log(nd.sinh(nd.array([-1, 0, 1])));
// [-1.1752012  0.         1.1752012]
// <NDArray 3 @cpu(0)>

// nd.cosh
console.log(nd.cosh(nd.array([-1, 0, 1])));
// [1.5430807 1.        1.5430807]
// <NDArray 3 @cpu(0)>

// nd.tanh
console.log(nd.tanh(nd.array([-1, 0, 1])));
// [-0.7615942  0.         0.7615942]
// <NDArray 3 @cpu(0)>

// nd.arcsinh
console.log(nd.arcsinh(nd.array([-1, 0, 1])));
// [-0.8813736  0.         0.8813736]
// <NDArray 3 @cpu(0)>

// nd.arccosh
console.log(nd.arccosh(nd.array([1, 2, 10])));
// [0.       1.316958 2.993223]
// <NDArray 3 @cpu(0)>

// nd.arctanh
console.log(nd.arctanh(nd.array([-0.5, 0, 0.5])));
// [-0.54930615  0.          0.54930615]
// <NDArray 3 @cpu(0)>

// nd.degrees
console.log(nd.degrees(nd.array([0, Math.PI / 2, Math.PI])).toArray()); // [ 0, 90, 180 ]

// nd.radians
console.log(nd.radians(nd.array([0, 90, 180])));
// [0.        1.5707964 3.1415927]
// <NDArray 3 @cpu(0)>

// nd.relu
console.log(nd.relu(nd.array([-1, 0, 2])).toArray()); // [ 0, 0, 2 ]

// nd.sigmoid
console.log(nd.sigmoid(nd.array([-2, 0, 2])));
// [0.11920292 0.5        0.880797  ]
// <NDArray 3 @cpu(0)>

// nd.softsign
console.log(nd.softsign(nd.array([-1, 0, 3])).toArray()); // [ -0.5, 0, 0.75 ]

// nd.erf
console.log(nd.erf(nd.array([-1, 0, 10])));
// [-0.8427008  0.         1.       ]
// <NDArray 3 @cpu(0)>

// nd.erfinv
console.log(nd.erfinv(nd.array([-0.5, 0, 0.5])));
// [-0.47693628  0.          0.47693628]
// <NDArray 3 @cpu(0)>

// nd.gamma
console.log(nd.gamma(nd.array([1, 5, 0.5])));
// [ 1.        24.         1.7724539]
// <NDArray 3 @cpu(0)>

// nd.gammaln
console.log(nd.gammaln(nd.array([1, 5, 100])));
// [  0.          3.1780539 359.13422  ]
// <NDArray 3 @cpu(0)>

// nd.logicalNot
console.log(nd.logicalNot(nd.array([-2, 0, 1])).toArray()); // [ 0, 1, 0 ]

// nd.clip
console.log(nd.clip(nd.array([-3, 0.5, 8]), { aMin: -1, aMax: 1 }).toArray()); // [ -1, 0.5, 1 ]

// nd.smoothL1
console.log(nd.smoothL1(nd.array([-3, 0.5, 2]), { scalar: 1 }).toArray()); // [ 2.5, 0.125, 1.5 ]

// nd.hardSigmoid
console.log(nd.hardSigmoid(nd.array([-4, 0, 1, 4]), { alpha: 0.25, beta: 0.5 }).toArray()); // [ 0, 0.5, 0.75, 1 ]

// nd.cast
console.log(nd.cast(nd.array([-1.7, 0.9, 300]), { dtype: "int32" }));
// [ -1   0 300]
// <NDArray 3 @cpu(0)>

// nd.identity
{
  const x = nd.array([1, 2]);
  const y = nd.identity(x);
  x.set(5);
  console.log(y.toArray()); // [ 1, 2 ]
}

// nd.zerosLike
console.log(nd.zerosLike(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 0, 0 ], [ 0, 0 ] ]

// nd.onesLike
console.log(nd.onesLike(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 1, 1 ], [ 1, 1 ] ]

// nd.ampCast
console.log(nd.ampCast(nd.array([1.5]), { dtype: "float16" }).dtype); // float16
console.log(nd.ampCast(nd.array([1], { dtype: "int32" }), { dtype: "float16" }).dtype); // int32

// nd.ampMulticast
{
  const [a, b] = nd.ampMulticast(nd.array([1], { dtype: "float16" }), nd.array([2], { dtype: "float32" }));
  console.log(a!.dtype, b!.dtype); // float32 float32
}

// nd.contrib.quadratic
console.log(nd.contrib.quadratic(nd.array([0, 1, 2]), { a: 1, b: 2, c: 3 }).toArray()); // [ 3, 6, 11 ]

// nd.contrib.gradientmultiplier
{
  const x = nd.array([1, 2]);
  x.attachGrad();
  const y = autograd.record(() => nd.contrib.gradientmultiplier(x, { scalar: -0.5 }));
  y.backward();
  console.log(y.toArray(), x.grad!.toArray()); // [ 1, 2 ] [ -0.5, -0.5 ]
}

// nd.contrib.roundSte
{
  const x = nd.array([0.4, 1.6]);
  x.attachGrad();
  const y = autograd.record(() => nd.contrib.roundSte(x));
  y.backward();
  console.log(y.toArray(), x.grad!.toArray()); // [ 0, 2 ] [ 1, 1 ]
}

// nd.contrib.signSte
{
  const x = nd.array([-0.4, 1.6]);
  x.attachGrad();
  const y = autograd.record(() => nd.contrib.signSte(x));
  y.backward();
  console.log(y.toArray(), x.grad!.toArray()); // [ -1, 1 ] [ 1, 1 ]
}

// nd.contrib.divSqrtDim
console.log(nd.contrib.divSqrtDim(nd.array([[2, 4, 6, 8]])).toArray()); // [ [ 1, 2, 3, 4 ] ]
