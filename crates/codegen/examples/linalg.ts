// Examples of products of matrices, factorisations and solutions.
import { nd } from "mxgrad";

// nd.dot
{
  const a = nd.array([[1, 2], [3, 4]]);
  const b = nd.array([[5, 6], [7, 8]]);
  console.log(nd.dot(a, b).toArray()); // [ [ 19, 22 ], [ 43, 50 ] ]
  console.log(nd.dot(a, b, { transposeB: true }).toArray()); // [ [ 17, 23 ], [ 39, 53 ] ]
  console.log(nd.dot(nd.array([1, 2]), nd.array([3, 4])).toArray()); // [ 11 ]
}

// nd.batchDot
console.log(nd.batchDot(nd.ones([8, 2, 3]), nd.ones([8, 3, 4])).shape); // [ 8, 2, 4 ]
console.log(nd.batchDot(nd.array([[[1, 2]]]), nd.array([[[3, 4]]]), { transposeB: true }).toArray()); // [ [ [ 11 ] ] ]

// nd.linalg.gemm
{
  const [a, b, c] = [nd.array([[1, 2]]), nd.array([[3], [4]]), nd.array([[10]])];
  console.log(nd.linalg.gemm(a, b, c, { alpha: 2, beta: 3 }).toArray()); // [ [ 52 ] ]
}

// nd.linalg.gemm2
console.log(nd.linalg.gemm2(nd.array([[1, 2]]), nd.array([[3, 4], [5, 6]]), { transposeB: true }).toArray());
// [ [ 11, 17 ] ]

// nd.linalg.trmm
console.log(nd.linalg.trmm(nd.array([[1, 0], [2, 3]]), nd.array([[1, 2], [3, 4]])).toArray());
// [ [ 1, 2 ], [ 11, 16 ] ]

// nd.linalg.syrk
console.log(nd.linalg.syrk(nd.array([[1, 2], [3, 4]])).toArray()); // [ [ 5, 11 ], [ 11, 25 ] ]
console.log(nd.linalg.syrk(nd.array([[1, 2], [3, 4]]), { transpose: true }).toArray()); // [ [ 10, 14 ], [ 14, 20 ] ]

// nd.linalg.trsm
{
  const a = nd.array([[2, 0], [1, 4]]);
  const x = nd.linalg.trsm(a, nd.array([[4], [10]]));
  console.log(x.toArray()); // [ [ 2 ], [ 2 ] ]
  console.log(nd.dot(a, x).toArray()); // [ [ 4 ], [ 10 ] ]
}

// nd.linalg.inverse
console.log(nd.linalg.inverse(nd.array([[2, 0], [1, 4]])).toArray()); // [ [ 0.5, 0 ], [ -0.125, 0.25 ] ]

// nd.linalg.det
console.log(nd.linalg.det(nd.array([[[2, 0], [1, 4]], [[0, 1], [1, 0]]])).toArray()); // [ 8, -1 ]

// nd.linalg.slogdet
{
  const [sign, logarithm] = nd.linalg.slogdet(nd.array([[0, 1], [1, 0]]));
  console.log(sign!.toArray(), logarithm!.toArray()); // [ -1 ] [ 0 ]
}

// nd.linalg.potrf
console.log(nd.linalg.potrf(nd.array([[4, 2], [2, 5]])).toArray()); // [ [ 2, 0 ], [ 1, 2 ] ]

// nd.linalg.potri
{
  const factor = nd.linalg.potrf(nd.array([[4, 0], [0, 16]]));
  console.log(nd.linalg.potri(factor).toArray()); // [ [ 0.25, 0 ], [ 0, 0.0625 ] ]
}

// nd.linalg.gelqf
{
  const a = nd.array([[0, 3], [4, 5]]);
  const [q, l] = nd.linalg.gelqf(a);
  console.log(q!.toArray(), l!.toArray()); // [ [ 0, 1 ], [ 1, 0 ] ] [ [ 3, 0 ], [ 5, 4 ] ]
  console.log(nd.dot(l!, q!).toArray()); // [ [ 0, 3 ], [ 4, 5 ] ]
}

// nd.linalg.syevd
{
  const a = nd.array([[2, 0], [0, 1]]);
  const [u, values] = nd.linalg.syevd(a);
  console.log(u!.toArray(), values!.toArray()); // [ [ 0, 1 ], [ 1, 0 ] ] [ 1, 2 ]
}

// nd.linalg.extractdiag
{
  const a = nd.array([[1, 2], [3, 4]]);
  console.log(nd.linalg.extractdiag(a).toArray()); // [ 1, 4 ]
  console.log(nd.linalg.extractdiag(a, { offset: 1 }).toArray()); // [ 2 ]
}

// nd.linalg.makediag
console.log(nd.linalg.makediag(nd.array([1, 2])).toArray()); // [ [ 1, 0 ], [ 0, 2 ] ]

// nd.linalg.extracttrian
{
  const a = nd.array([[1, 2], [3, 4]]);
  console.log(nd.linalg.extracttrian(a).toArray()); // [ 1, 3, 4 ]
  console.log(nd.linalg.extracttrian(a, { lower: false }).toArray()); // [ 1, 2, 4 ]
}

// nd.linalg.maketrian
console.log(nd.linalg.maketrian(nd.array([1, 2, 3])).toArray()); // [ [ 1, 0 ], [ 2, 3 ] ]

// nd.linalg.sumlogdiag
console.log(nd.linalg.sumlogdiag(nd.array([[1, 2], [3, Math.E]])).toArray()); // [ 1 ]

// nd.khatriRao
console.log(nd.khatriRao(nd.array([[1, 2], [3, 4]]), nd.array([[1, 10]])).toArray()); // [ [ 1, 20 ], [ 3, 40 ] ]
