// Examples of functions of images and of their regions, and of the boxes of detectors.
import { nd } from "mxgrad";

// nd.im2col
console.log(nd.im2col(nd.array([[[1, 2, 3, 4]]]), { kernel: [2] }).toArray()); // [ [ [ 1, 2, 3 ], [ 2, 3, 4 ] ] ]

// nd.col2im
console.log(nd.col2im(nd.array([[[1, 2, 3], [2, 3, 4]]]), { outputSize: [4], kernel: [2] }).toArray());
// [ [ [ 1, 4, 6, 4 ] ] ]

// nd.ROIPooling
{
  const image = nd.arange(16).reshape([1, 1, 4, 4]);
  const regions = nd.array([[0, 0, 0, 1, 3]]);
  console.log(nd.ROIPooling(image, regions, { pooledSize: [2, 1], spatialScale: 1 }));
  // [[[[ 5.]
  //    [13.]]]]
  // <NDArray 1x1x2x1 @cpu(0)>
}

// nd.Crop
{
  const image = nd.arange(16).reshape([1, 1, 4, 4]);
  console.log(nd.Crop(image, { hW: [2, 2], offset: [1, 0] }));
  // [[[[4. 5.]
  //    [8. 9.]]]]
  // <NDArray 1x1x2x2 @cpu(0)>
}

// nd.BilinearSampler
{
  const image = nd.array([[[[1, 2], [3, 4]]]]);
  const grid = nd.array([[[[-1, 0, 1]], [[-1, 0, 1]]]]);
  console.log(nd.BilinearSampler(image, grid));
  // [[[[1.  2.5 4. ]]]]
  // <NDArray 1x1x1x3 @cpu(0)>
}

// nd.GridGenerator
{
  const turned = nd.array([[0, 1, 0, -1, 0, 0]]);
  const grid = nd.GridGenerator(turned, { transformType: "affine", targetShape: [2, 2] });
  console.log(grid.shape); // [ 1, 2, 2, 2 ]
  console.log(grid.reshape([2, 4]).toArray()); // [ [ -1, -1, 1, 1 ], [ 1, -1, 1, -1 ] ]
}

// nd.SpatialTransformer
{
  const mirrored = nd.array([[-1, 0, 0, 0, 1, 0]]);
  const options = { targetShape: [2, 2], transformType: "affine", samplerType: "bilinear" } as const;
  console.log(nd.SpatialTransformer(nd.array([[[[1, 2], [3, 4]]]]), mirrored, options));
  // [[[[2. 1.]
  //    [4. 3.]]]]
  // <NDArray 1x1x2x2 @cpu(0)>
}

// nd.contrib.boxIou
{
  const [box, others] = [nd.array([[0, 0, 2, 2]]), nd.array([[0, 0, 2, 1], [1, 0, 2, 1], [4, 4, 5, 5]])];
  console.log(nd.contrib.boxIou(box, others).toArray()); // [ [ 0.5, 0.25, 0 ] ]
}

// nd.contrib.boxEncode
{
  const anchors = nd.array([[[0, 0, 2, 2], [0, 0, 4, 4]]]);
  const boxes = nd.array([[[1, 0, 3, 2]]]);
  const [samples, matches] = [nd.array([[1, 0]]), nd.array([[0, 0]])];
  const [offsets, mask] = nd.contrib.boxEncode(samples, matches, anchors, boxes, nd.zeros([4]), nd.ones([4]));
  console.log(offsets!.toArray()); // [ [ [ 0.5, 0, 0, 0 ], [ 0, 0, 0, 0 ] ] ]
  console.log(mask!.toArray()); // [ [ [ 1, 1, 1, 1 ], [ 0, 0, 0, 0 ] ] ]
}

// nd.contrib.boxDecode
{
  const anchors = nd.array([[[0, 0, 2, 2]]]);
  console.log(nd.contrib.boxDecode(nd.array([[[0.5, 0, 0, 0]]]), anchors, { format: "corner" }).toArray());
  // [ [ [ 1, 0, 3, 2 ] ] ]
}

// nd.contrib.bipartiteMatching
{
  const scores = nd.array([[0.5, 0.6], [0.1, 0.2], [0.3, 0.4]]);
  const [columns, rows] = nd.contrib.bipartiteMatching(scores, { threshold: 0.01 });
  console.log(columns!.toArray(), rows!.toArray()); // [ 1, -1, 0 ] [ 2, 0 ]
}

// nd.contrib.boxNms
{
  const boxes = nd.array([[0, 0.7, 0, 0, 2, 2], [0, 0.9, 0, 0, 2, 1.5], [1, 0.8, 4, 4, 5, 5]]);
  console.log(nd.contrib.boxNms(boxes, { overlapThresh: 0.5, coordStart: 2, scoreIndex: 1, idIndex: 0 }));
  // [[ 0.   0.9  0.   0.   2.   1.5]
  //  [ 1.   0.8  4.   4.   5.   5. ]
  //  [-1.  -1.  -1.  -1.  -1.  -1. ]]
  // <NDArray 3x6 @cpu(0)>
}

// nd.contrib.MultiBoxPrior
{
  const anchors = nd.contrib.MultiBoxPrior(nd.zeros([1, 3, 1, 2]), { sizes: [0.5, 0.25], ratios: [1, 2] });
  console.log(anchors.shape); // [ 1, 6, 4 ]
  console.log(nd.contrib.MultiBoxPrior(nd.zeros([1, 3, 1, 2]), { sizes: 0.5 }).toArray());
  // [ [ [ 0.125, 0.25, 0.375, 0.75 ], [ 0.625, 0.25, 0.875, 0.75 ] ] ]
}

// nd.contrib.MultiBoxTarget
{
  const anchors = nd.array([[[0, 0, 0.5, 0.5], [0.5, 0.5, 1, 1]]]);
  const labels = nd.array([[[2, 0.0625, 0, 0.5625, 0.5]]]);
  const [offsets, mask, classes] = nd.contrib.MultiBoxTarget(anchors, labels, nd.zeros([1, 4, 2]));
  console.log(offsets!.reshape([2, 4]).toArray()); // [ [ 1.25, 0, 0, 0 ], [ 0, 0, 0, 0 ] ]
  console.log(mask!.reshape([2, 4]).toArray()); // [ [ 1, 1, 1, 1 ], [ 0, 0, 0, 0 ] ]
  console.log(classes!.toArray()); // [ [ 3, 0 ] ]
}

// nd.contrib.MultiBoxDetection
{
  const anchors = nd.array([[[0, 0, 0.5, 0.5], [0.5, 0.5, 1, 1]]]);
  const probabilities = nd.array([[[0.25, 1], [0.75, 0]]]);
  console.log(nd.contrib.MultiBoxDetection(probabilities, nd.zeros([1, 8]), anchors));
  // [[[ 0.    0.75  0.    0.    0.5   0.5 ]
  //   [-1.   -1.   -1.   -1.   -1.   -1.  ]]]
  // <NDArray 1x2x6 @cpu(0)>
}

// nd.contrib.PSROIPooling
{
  const image = nd.arange(16).reshape([1, 4, 2, 2]);
  const regions = nd.array([[0, 0, 0, 1, 1]]);
  console.log(nd.contrib.PSROIPooling(image, regions, { spatialScale: 1, outputDim: 1, pooledSize: 2 }));
  // [[[[ 0.  5.]
  //    [10. 15.]]]]
  // <NDArray 1x1x2x2 @cpu(0)>
}

// nd.contrib.ROIAlign
{
  const image = nd.arange(16).reshape([1, 1, 4, 4]);
  const regions = nd.array([[0, 0, 0, 2, 2]]);
  console.log(nd.contrib.ROIAlign(image, regions, { pooledSize: [2, 2], spatialScale: 1, sampleRatio: 1 }));
  // [[[[2.5 3.5]
  //    [6.5 7.5]]]]
  // <NDArray 1x1x2x2 @cpu(0)>
}

// nd.contrib.BilinearResize2D
console.log(nd.contrib.BilinearResize2D(nd.array([[[[0, 2], [4, 6]]]]), { height: 3, width: 3 }));
// [[[[0. 1. 2.]
//    [2. 3. 4.]
//    [4. 5. 6.]]]]
// <NDArray 1x1x3x3 @cpu(0)>

// nd.contrib.AdaptiveAvgPooling2D
console.log(nd.contrib.AdaptiveAvgPooling2D(nd.array([[[[1, 2, 3], [4, 5, 6]]]]), { outputSize: [1, 2] }));
// [[[[3. 4.]]]]
// <NDArray 1x1x1x2 @cpu(0)>

// nd.contrib.DeformableConvolution
{
  const image = nd.array([[[[1, 2, 4, 8]]]]);
  const [down, right] = [nd.zeros([1, 1, 1, 4]), nd.array([[[[1, 1, 0.5, 0]]]])];
  const options = { kernel: [1, 1], numFilter: 1, noBias: true };
  console.log(nd.contrib.DeformableConvolution(image, nd.concat(down, right), nd.ones([1, 1, 1, 1]), options));
  // [[[[2. 4. 6. 8.]]]]
  // <NDArray 1x1x1x4 @cpu(0)>
}

// nd.contrib.ModulatedDeformableConvolution
{
  const [image, offset] = [nd.array([[[[1, 2, 4, 8]]]]), nd.zeros([1, 2, 1, 4])];
  const mask = nd.array([[[[1, 1, 0.5, 0]]]]);
  const options = { kernel: [1, 1], numFilter: 1, noBias: true };
  console.log(nd.contrib.ModulatedDeformableConvolution(image, offset, mask, nd.ones([1, 1, 1, 1]), options));
  // [[[[1. 2. 2. 0.]]]]
  // <NDArray 1x1x1x4 @cpu(0)>
}

// nd.contrib.Proposal
{
  const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]]]);
  const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
  console.log(nd.contrib.Proposal(scores, nd.zeros([1, 4, 1, 2]), nd.array([[16, 32, 1]]), options).toArray());
  // [ [ 0, 0, 0, 23, 15 ], [ 0, 8, 0, 31, 15 ] ]
}

// nd.contrib.MultiProposal
{
  const scores = nd.array([[[[0.1, 0.8]], [[0.9, 0.2]]], [[[0.5, 0.4]], [[0.5, 0.6]]]]);
  const options = { scales: 2, ratios: 1, featureStride: 16, rpnPostNmsTopN: 2, rpnMinSize: 1 };
  const sizes = nd.array([[16, 32, 1], [16, 32, 1]]);
  console.log(nd.contrib.MultiProposal(scores, nd.zeros([2, 4, 1, 2]), sizes, options).shape); // [ 4, 5 ]
}
