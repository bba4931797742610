// Examples of functions that take axes together: sums, extremes, norms, places.
import { autograd, nd } from "mxgrad";

// nd.sum
{
  const x = nd.array([[1, 2, 3], [4, 5, 6]]);
  console.log(nd.sum(x).toArray()); // [ 21 ]
  console.log(nd.sum(x, { axis: 1 }).toArray()); // [ 6, 15 ]
  console.log(nd.sum(x, { axis: 0, keepdims: true }).toArray()); // [ [ 5, 7, 9 ] ]
}

// nd.mean
{
  const x = nd.array([[1, 2, 3], [4, 5, 6]]);
  console.log(nd.mean(x).toArray()); // [ 3.5 ]
  console.log(nd.mean(x, { axis: 1 }).toArray()); // [ 2, 5 ]
}

// nd.prod
console.log(nd.prod(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 6, 120 ]

// nd.max
{
  const x = nd.array([[1, 7, 3], [4, 5, 6]]);
  x.attachGrad();
  const largest = autograd.record(() => nd.max(x, { axis: 1 }));
  largest.backward();
  console.log(largest.toArray()); // [ 7, 6 ]
  console.log(x.grad!.toArray()); // [ [ 0, 1, 0 ], [ 0, 0, 1 ] ]
}

// nd.min
console.log(nd.min(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 1, 4 ]

// nd.nansum
console.log(nd.nansum(nd.array([[1, Number.NaN, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 4, 15 ]

// nd.nanprod
console.log(nd.nanprod(nd.array([[2, Number.NaN, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 6, 120 ]

// nd.norm
{
  const x = nd.array([[3, 4], [-6, 8]]);
  console.log(nd.norm(x, { axis: 1 }).toArray()); // [ 5, 10 ]
  console.log(nd.norm(x, { ord: 1, axis: 1, keepdims: true }).toArray()); // [ [ 7 ], [ 14 ] ]
}

// nd.moments
{
  const [mean, variance] = nd.moments(nd.array([[1, 3], [2, 6]]), { axes: [1] });
  console.log(mean!.toArray(), variance!.toArray()); // [ 2, 4 ] [ 1, 4 ]
}

// nd.argmax
console.log(nd.argmax(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 1, 2 ]

// nd.argmin
console.log(nd.argmin(nd.array([[1, 7, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ 0, 0 ]

// nd.argmaxChannel
console.log(nd.argmaxChannel(nd.array([[1, 7, 3], [4, 5, 6]])).toArray()); // [ 1, 2 ]

// nd.sort
{
  const x = nd.array([[3, 1, 2], [6, 5, 4]]);
  console.log(nd.sort(x).toArray()); // [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]
  console.log(nd.sort(x, { axis: 0, isAscend: false }).toArray()); // [ [ 6, 5, 4 ], [ 3, 1, 2 ] ]
}

// nd.argsort
console.log(nd.argsort(nd.array([[3, 1, 2], [6, 5, 4]])).toArray()); // [ [ 1, 2, 0 ], [ 2, 1, 0 ] ]

// nd.topk
{
  const x = nd.array([[0.3, 0.1, 0.7], [4, 6, 5]]);
  console.log(nd.topk(x, { k: 2 }).toArray()); // [ [ 2, 0 ], [ 1, 2 ] ]
  const [values, places] = nd.topk(x, { k: 1, retTyp: "both" });
  console.log(values!.shape, places!.toArray()); // [ 2, 1 ] [ [ 2 ], [ 1 ] ]
  console.log(nd.topk(x, { k: 2, retTyp: "mask" }).toArray()); // [ [ 1, 0, 1 ], [ 0, 1, 1 ] ]
}

// nd.shapeArray
console.log(nd.shapeArray(nd.zeros([2, 3])).toArray()); // [ 2n, 3n ]

// nd.sizeArray
console.log(nd.sizeArray(nd.zeros([2, 3])).toArray()); // [ 6n ]

// nd.cumsum
console.log(nd.cumsum(nd.array([[1, 2], [3, 4]]), { axis: 0 }).toArray()); // [ [ 1, 2 ], [ 4, 6 ] ]
console.log(nd.cumsum(nd.array([[1, 2], [3, 4]])).toArray()); // [ 1, 3, 6, 10 ]

// nd.allFinite
console.log(nd.allFinite(nd.array([1, 2])).toArray()); // [ 1 ]
console.log(nd.allFinite(nd.array([1, Number.POSITIVE_INFINITY])).toArray()); // [ 0 ]

// nd.multiAllFinite
console.log(nd.multiAllFinite(nd.array([1, 2]), nd.array([Number.NaN])).toArray()); // [ 0 ]

// nd.multiSumSq
console.log(nd.multiSumSq(nd.array([1, 2]), nd.array([3])).toArray()); // [ 5, 9 ]

// nd.contrib.allclose
console.log(nd.contrib.allclose(nd.array([1, 2]), nd.array([1, 2.001])).toArray()); // [ 0 ]
console.log(nd.contrib.allclose(nd.array([1, 2]), nd.array([1, 2.001]), { atol: 0.01 }).toArray()); // [ 1 ]
