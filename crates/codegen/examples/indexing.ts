// Examples of functions that choose elements by their place.
import { autograd, nd } from "mxgrad";

// nd.slice
{
  const x = nd.array([[1, 2, 3], [4, 5, 6]]);
  console.log(nd.slice(x, { begin: [0, 1], end: [2, 3] }).toArray()); // [ [ 2, 3 ], [ 5, 6 ] ]
  console.log(nd.slice(x, { begin: [null, null], end: [null, null], step: [-1, 2] }).toArray());
  // [ [ 4, 6 ], [ 1, 3 ] ]
}

// nd.sliceAxis
console.log(nd.sliceAxis(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1, begin: -2, end: null }).toArray());
// [ [ 2, 3 ], [ 5, 6 ] ]

// nd.sliceLike
console.log(nd.sliceLike(nd.array([[1, 2, 3], [4, 5, 6]]), nd.zeros([1, 2])).toArray()); // [ [ 1, 2 ] ]

// nd.take
{
  const x = nd.array([[1, 2], [3, 4], [5, 6]]);
  x.attachGrad();
  const rows = autograd.record(() => nd.take(x, nd.array([2, 0, 2])));
  rows.backward();
  console.log(rows.toArray()); // [ [ 5, 6 ], [ 1, 2 ], [ 5, 6 ] ]
  console.log(x.grad!.toArray()); // [ [ 1, 1 ], [ 0, 0 ], [ 2, 2 ] ]
}

// nd.pick
console.log(nd.pick(nd.array([[1, 2, 3], [4, 5, 6]]), nd.array([2, 0]), { axis: 1 }).toArray()); // [ 3, 4 ]

// nd.batchTake
console.log(nd.batchTake(nd.array([[1, 2], [3, 4]]), nd.array([1, 0], { dtype: "int32" })).toArray()); // [ 2, 3 ]

// nd.gatherNd
{
  const x = nd.array([[1, 2, 3], [4, 5, 6]]);
  console.log(nd.gatherNd(x, nd.array([[0, 1], [2, 0]])).toArray()); // [ 3, 4 ]
  console.log(nd.gatherNd(x, nd.array([[1, 0]])).toArray()); // [ [ 4, 5, 6 ], [ 1, 2, 3 ] ]
}

// nd.scatterNd
console.log(nd.scatterNd(nd.array([9, 8]), nd.array([[0, 1], [2, 0]]), { shape: [2, 3] }).toArray());
// [ [ 0, 0, 9 ], [ 8, 0, 0 ] ]

// nd.oneHot
console.log(nd.oneHot(nd.array([2, 0]), { depth: 3 }).toArray()); // [ [ 0, 0, 1 ], [ 1, 0, 0 ] ]
console.log(nd.oneHot(nd.array([1]), { depth: 3, onValue: 0.9, offValue: 0.05, dtype: "float64" }).toArray());
// [ [ 0.05, 0.9, 0.05 ] ]

// nd.Embedding
{
  const weight = nd.array([[0, 0.5], [1, 1.5], [2, 2.5]]);
  console.log(nd.Embedding(nd.array([2, 0]), weight, { inputDim: 3, outputDim: 2 }).toArray());
  // [ [ 2, 2.5 ], [ 0, 0.5 ] ]
}

// nd.fillElement0index
console.log(nd.fillElement0index(nd.zeros([2, 3]), nd.array([7, 8]), nd.array([2, 0])).toArray());
// [ [ 0, 0, 7 ], [ 8, 0, 0 ] ]

// nd.ravelMultiIndex
console.log(nd.ravelMultiIndex(nd.array([[0, 1], [2, 0]]), { shape: [2, 3] }).toArray()); // [ 2, 3 ]

// nd.unravelIndex
console.log(nd.unravelIndex(nd.array([2, 3]), { shape: [2, 3] }).toArray()); // [ [ 0, 1 ], [ 2, 0 ] ]

// nd.contrib.arangeLike
console.log(nd.contrib.arangeLike(nd.zeros([2, 3]), { start: 10 }).toArray()); // [ [ 10, 11, 12 ], [ 13, 14, 15 ] ]
console.log(nd.contrib.arangeLike(nd.zeros([2, 3]), { axis: 1 }).toArray()); // [ 0, 1, 2 ]

// nd.contrib.indexArray
console.log(nd.contrib.indexArray(nd.zeros([2, 2]), { axes: [1] }).toArray());
// [ [ [ 0n ], [ 1n ] ], [ [ 0n ], [ 1n ] ] ]
console.log(nd.contrib.indexArray(nd.zeros([3])).toArray()); // [ [ 0n ], [ 1n ], [ 2n ] ]

// nd.contrib.booleanMask
console.log(nd.contrib.booleanMask(nd.array([[1, 2], [3, 4], [5, 6]]), nd.array([0, 1, 1])).toArray());
// [ [ 3, 4 ], [ 5, 6 ] ]

// nd.contrib.indexCopy
{
  const rows = nd.array([2, 0], { dtype: "int64" });
  console.log(nd.contrib.indexCopy(nd.zeros([3, 2]), rows, nd.array([[1, 2], [3, 4]])).toArray());
  // [ [ 3, 4 ], [ 0, 0 ], [ 1, 2 ] ]
}

// nd.resetArrays
{
  const [a, b] = [nd.array([1, 2]), nd.array([3])];
  nd.resetArrays(a, b);
  console.log(a.toArray(), b.toArray()); // [ 0, 0 ] [ 0 ]
}
