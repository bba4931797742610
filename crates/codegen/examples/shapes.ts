// Examples of functions that arrange elements anew: shapes, axes, joining, splitting, repeating.
import { nd } from "mxgrad";

// nd.reshape
{
  const x = nd.arange(6);
  console.log(nd.reshape(x, { shape: [2, 3] }).toArray()); // [ [ 0, 1, 2 ], [ 3, 4, 5 ] ]
  console.log(nd.reshape(nd.zeros([2, 3, 4]), { shape: [0, -1] }).shape); // [ 2, 12 ]
}

// nd.flatten
console.log(nd.flatten(nd.zeros([2, 3, 4])).shape); // [ 2, 12 ]

// nd.expandDims
console.log(nd.expandDims(nd.array([1, 2]), { axis: 1 }).toArray()); // [ [ 1 ], [ 2 ] ]

// nd.squeeze
{
  const x = nd.zeros([1, 3, 1]);
  console.log(nd.squeeze(x).shape); // [ 3 ]
  console.log(nd.squeeze(x, { axis: 0 }).shape); // [ 3, 1 ]
}

// nd.reshapeLike
console.log(nd.reshapeLike(nd.array([1, 2, 3, 4]), nd.zeros([2, 2])).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]

// nd.transpose
console.log(nd.transpose(nd.array([[1, 2, 3], [4, 5, 6]])).toArray()); // [ [ 1, 4 ], [ 2, 5 ], [ 3, 6 ] ]
console.log(nd.transpose(nd.zeros([2, 3, 4]), { axes: [1, 0, 2] }).shape); // [ 3, 2, 4 ]

// nd.swapaxes
console.log(nd.swapaxes(nd.zeros([2, 3, 4]), { dim1: 0, dim2: 2 }).shape); // [ 4, 3, 2 ]

// nd.broadcastTo
console.log(nd.broadcastTo(nd.array([[1, 2]]), { shape: [3, 2] }).toArray()); // [ [ 1, 2 ], [ 1, 2 ], [ 1, 2 ] ]

// nd.broadcastAxis
console.log(nd.broadcastAxis(nd.array([[1], [2]]), { axis: 1, size: 3 }).toArray()); // [ [ 1, 1, 1 ], [ 2, 2, 2 ] ]

// nd.broadcastLike
console.log(nd.broadcastLike(nd.array([[1], [2]]), nd.zeros([2, 3])).toArray()); // [ [ 1, 1, 1 ], [ 2, 2, 2 ] ]

// nd.concat
{
  const [a, b] = [nd.array([[1, 2]]), nd.array([[3, 4]])];
  console.log(nd.concat(a, b, { dim: 0 }).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
  console.log(nd.concat([a, b], { dim: 1 }).toArray()); // [ [ 1, 2, 3, 4 ] ]
}

// nd.stack
{
  const [a, b] = [nd.array([1, 2]), nd.array([3, 4])];
  console.log(nd.stack(a, b).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
  console.log(nd.stack(a, b, { axis: 1 }).toArray()); // [ [ 1, 3 ], [ 2, 4 ] ]
}

// nd.split
{
  const [left, right] = nd.split(nd.array([[1, 2, 3, 4], [5, 6, 7, 8]]), { numOutputs: 2, axis: 1 });
  console.log(left!.toArray(), right!.toArray()); // [ [ 1, 2 ], [ 5, 6 ] ] [ [ 3, 4 ], [ 7, 8 ] ]
}

// nd.tile
console.log(nd.tile(nd.array([[1, 2]]), { reps: [2, 2] }).toArray()); // [ [ 1, 2, 1, 2 ], [ 1, 2, 1, 2 ] ]

// nd.repeat
console.log(nd.repeat(nd.array([[1, 2], [3, 4]]), { repeats: 2, axis: 1 }).toArray());
// [ [ 1, 1, 2, 2 ], [ 3, 3, 4, 4 ] ]
console.log(nd.repeat(nd.array([[1, 2]]), { repeats: 3 }).toArray()); // [ 1, 1, 1, 2, 2, 2 ]

// nd.pad
{
  const x = nd.array([[1, 2, 3]]);
  console.log(nd.pad(x, { mode: "constant", padWidth: [0, 0, 2, 1], constantValue: -1 }).toArray());
  // [ [ -1, -1, 1, 2, 3, -1 ] ]
  console.log(nd.pad(x, { mode: "edge", padWidth: [0, 0, 2, 1] }).toArray()); // [ [ 1, 1, 1, 2, 3, 3 ] ]
  console.log(nd.pad(x, { mode: "reflect", padWidth: [0, 0, 2, 1] }).toArray()); // [ [ 3, 2, 1, 2, 3, 2 ] ]
}

// nd.reverse
console.log(nd.reverse(nd.array([[1, 2, 3], [4, 5, 6]]), { axis: 1 }).toArray()); // [ [ 3, 2, 1 ], [ 6, 5, 4 ] ]

// nd.diag
console.log(nd.diag(nd.array([[1, 2, 3], [4, 5, 6]])).toArray()); // [ 1, 5 ]
console.log(nd.diag(nd.array([1, 2])).toArray()); // [ [ 1, 0 ], [ 0, 2 ] ]

// nd.depthToSpace
{
  const x = nd.array([[[[1, 2]], [[3, 4]], [[5, 6]], [[7, 8]]]]);
  console.log(x.shape); // [ 1, 4, 1, 2 ]
  console.log(nd.depthToSpace(x, { blockSize: 2 }));
  // [[[[1. 3. 2. 4.]
  //    [5. 7. 6. 8.]]]]
  // <NDArray 1x1x2x4 @cpu(0)>
}

// nd.spaceToDepth
{
  const x = nd.arange(8).reshape([1, 1, 2, 4]);
  const y = nd.spaceToDepth(x, { blockSize: 2 });
  console.log(y.shape); // [ 1, 4, 1, 2 ]
  console.log(y.reshape([4, 2]).toArray()); // [ [ 0, 2 ], [ 1, 3 ], [ 4, 6 ], [ 5, 7 ] ]
}
