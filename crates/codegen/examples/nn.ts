// Examples of the layers of neural networks.
import { autograd, nd, random } from "mxgrad";

// nd.FullyConnected
{
  const weight = nd.array([[1, 0], [0, 2], [1, 1]]);
  const bias = nd.array([10, 20, 30]);
  console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, bias, { numHidden: 3 }).toArray()); // [ [ 11, 24, 33 ] ]
  console.log(nd.FullyConnected(nd.array([[1, 2]]), weight, { numHidden: 3, noBias: true }).toArray());
  // [ [ 1, 4, 3 ] ]
}

// nd.Convolution
{
  const [signal, weight] = [nd.array([[[1, 2, 4, 8]]]), nd.array([[[1, 0, -1]]])];
  console.log(nd.Convolution(signal, weight, { kernel: [3], numFilter: 1, noBias: true }).toArray());
  // [ [ [ -3, -6 ] ] ]

  const [images, filters, bias] = [nd.zeros([2, 3, 32, 32]), nd.zeros([8, 3, 3, 3]), nd.zeros([8])];
  const options = { kernel: [3, 3], pad: [1, 1], stride: [2, 2], numFilter: 8 };
  console.log(nd.Convolution(images, filters, bias, options).shape); // [ 2, 8, 16, 16 ]
}

// nd.Deconvolution
{
  const weight = nd.array([[[1, 2, 1]]]);
  const y = nd.Deconvolution(nd.array([[[1, 10]]]), weight, { kernel: [3], stride: [2], numFilter: 1 });
  console.log(y.toArray()); // [ [ [ 1, 2, 11, 20, 10 ] ] ]
}

// nd.Pooling
{
  const x = nd.array([[[1, 5, 2, 4]]]);
  console.log(nd.Pooling(x, { kernel: [2], stride: [2] }).toArray()); // [ [ [ 5, 4 ] ] ]
  console.log(nd.Pooling(x, { kernel: [2], stride: [2], poolType: "avg" }).toArray()); // [ [ [ 3, 3 ] ] ]
  console.log(nd.Pooling(nd.zeros([2, 3, 8, 8]), { globalPool: true, kernel: [1, 1], poolType: "avg" }).shape);
  // [ 2, 3, 1, 1 ]
}

// nd.Dropout
{
  const x = nd.ones([6]);
  console.log(nd.Dropout(x, { p: 0.5 }).toArray()); // [ 1, 1, 1, 1, 1, 1 ]
  random.seed(1);
  console.log(autograd.record(() => nd.Dropout(x, { p: 0.5 })).toArray()); // [ 0, 2, 2, 0, 2, 0 ]
}

// nd.softmax
console.log(nd.softmax(nd.array([[1, 2, 3], [5, 5, 5]])));
// [[0.09003057 0.24472848 0.66524094]
//  [0.33333334 0.33333334 0.33333334]]
// <NDArray 2x3 @cpu(0)>
console.log(nd.softmax(nd.array([[1, 1, 9]]), nd.array([2]), { useLength: true }).toArray()); // [ [ 0.5, 0.5, 0 ] ]

// nd.logSoftmax
console.log(nd.logSoftmax(nd.array([[0, 100], [200, 0]])).toArray()); // [ [ -100, 0 ], [ 0, -200 ] ]

// nd.softmin
console.log(nd.softmin(nd.array([[1, 2, 3], [5, 5, 5]])));
// [[0.66524094 0.24472848 0.09003057]
//  [0.33333334 0.33333334 0.33333334]]
// <NDArray 2x3 @cpu(0)>

// nd.SoftmaxActivation
console.log(nd.SoftmaxActivation(nd.zeros([1, 4])).toArray()); // [ [ 0.25, 0.25, 0.25, 0.25 ] ]
console.log(nd.SoftmaxActivation(nd.zeros([1, 4, 1]), { mode: "channel" }).toArray());
// [ [ [ 0.25 ], [ 0.25 ], [ 0.25 ], [ 0.25 ] ] ]

// nd.Activation
{
  const x = nd.array([-1, 0, 3]);
  console.log(nd.Activation(x, { actType: "relu" }).toArray()); // [ 0, 0, 3 ]
  console.log(nd.Activation(x, { actType: "softsign" }).toArray()); // [ -0.5, 0, 0.75 ]
}

// nd.LeakyReLU
{
  const x = nd.array([[-2, 4]]);
  console.log(nd.LeakyReLU(x, { actType: "leaky", slope: 0.5 }).toArray()); // [ [ -1, 4 ] ]
  console.log(nd.LeakyReLU(x, nd.array([0.25, 0.25]), { actType: "prelu" }).toArray()); // [ [ -0.5, 4 ] ]
  console.log(nd.LeakyReLU(x, { actType: "gelu" }));
  // [[-0.04550026  3.9998734 ]]
  // <NDArray 1x2 @cpu(0)>
}

// nd.BatchNorm
{
  const x = nd.array([[1, 10], [3, 30]]);
  const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
  x.attachGrad();
  const y = autograd.record(() => nd.BatchNorm(x, gamma, beta, mean, variance, { momentum: 0.5 }));
  console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
  y.backward();
  console.log(mean.toArray()); // [ 1, 10 ]
}

// nd.LayerNorm
console.log(nd.LayerNorm(nd.array([[1, 3], [10, 30]]), nd.array([1, 2]), nd.array([0, 5]), { eps: 1e-10 }).toArray());
// [ [ -1, 7 ], [ -1, 7 ] ]

// nd.GroupNorm
{
  const x = nd.array([[[1], [3], [10], [30]]]);
  console.log(nd.GroupNorm(x, nd.ones([2]), nd.zeros([2]), { numGroups: 2, eps: 1e-10 }).toArray());
  // [ [ [ -1 ], [ 1 ], [ -1 ], [ 1 ] ] ]
}

// nd.InstanceNorm
{
  const x = nd.array([[[1, 3], [10, 30]]]);
  console.log(nd.InstanceNorm(x, nd.ones([2]), nd.zeros([2]), { eps: 1e-10 }).toArray());
  // [ [ [ -1, 1 ], [ -1, 1 ] ] ]
}

// nd.L2Normalization
console.log(nd.L2Normalization(nd.array([[4, 3], [0, 2]]), { eps: 1e-12 }));
// [[0.8 0.6]
//  [0.  1. ]]
// <NDArray 2x2 @cpu(0)>

// nd.LRN
console.log(nd.LRN(nd.ones([1, 3, 1, 1]), { nsize: 3, alpha: 3, beta: 1, knorm: 2 }).flatten());
// [[0.25 0.2  0.25]]
// <NDArray 1x3 @cpu(0)>

// nd.UpSampling
{
  console.log(nd.UpSampling(nd.array([[[[1, 2]]]]), { scale: 2, sampleType: "nearest" }));
  // [[[[1. 1. 2. 2.]
  //    [1. 1. 2. 2.]]]]
  // <NDArray 1x1x2x4 @cpu(0)>

  const options = { scale: 2, sampleType: "bilinear", numFilter: 3 } as const;
  console.log(nd.UpSampling(nd.ones([1, 3, 4, 4]), nd.ones([3, 1, 4, 4]), options).shape); // [ 1, 3, 8, 8 ]
}

// nd.IdentityAttachKLSparseReg
{
  const [x, average] = [nd.array([[0.5], [0.5]]), nd.array([0.5])];
  x.attachGrad();
  autograd.record(() => nd.IdentityAttachKLSparseReg(x, average, { sparsenessTarget: 0.25, penalty: 1 })).backward();
  console.log(x.grad!.toArray()); // [ [ 2 ], [ 2 ] ]
  console.log(average.toArray()); // [ 0.5 ]
}

// nd.contrib.BatchNormWithReLU
{
  const x = nd.array([[1, 10], [3, 30]]);
  const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
  const y = autograd.record(() => nd.contrib.BatchNormWithReLU(x, gamma, beta, mean, variance));
  console.log(y.round().toArray()); // [ [ 0, 0 ], [ 1, 1 ] ]
}

// nd.contrib.SyncBatchNorm
{
  const x = nd.array([[1, 10], [3, 30]]);
  const [gamma, beta, mean, variance] = [nd.ones([2]), nd.zeros([2]), nd.zeros([2]), nd.ones([2])];
  const y = autograd.record(() => nd.contrib.SyncBatchNorm(x, gamma, beta, mean, variance, { key: "bn0" }));
  console.log(y.round().toArray()); // [ [ -1, -1 ], [ 1, 1 ] ]
}

// nd.contrib.interleavedMatmulSelfattQk
{
  // Two steps; one head, whose query, key and value have one number each.
  const projected = nd.array([[[1, 2, 10]], [[3, 4, 20]]]);
  console.log(nd.contrib.interleavedMatmulSelfattQk(projected, { heads: 1 }).toArray()); // [ [ [ 2, 4 ], [ 6, 12 ] ] ]
}

// nd.contrib.interleavedMatmulSelfattValatt
{
  const projected = nd.array([[[1, 2, 10]], [[3, 4, 20]]]);
  const attention = nd.array([[[1, 0], [0.5, 0.5]]]);
  console.log(nd.contrib.interleavedMatmulSelfattValatt(projected, attention, { heads: 1 }).toArray());
  // [ [ [ 10 ] ], [ [ 15 ] ] ]
}

// nd.contrib.interleavedMatmulEncdecQk
{
  const [queries, keysValues] = [nd.array([[[1]]]), nd.array([[[2, 10]], [[4, 20]]])];
  console.log(nd.contrib.interleavedMatmulEncdecQk(queries, keysValues, { heads: 1 }).toArray()); // [ [ [ 2, 4 ] ] ]
}

// nd.contrib.interleavedMatmulEncdecValatt
{
  const [keysValues, attention] = [nd.array([[[2, 10]], [[4, 20]]]), nd.array([[[0.25, 0.75]]])];
  console.log(nd.contrib.interleavedMatmulEncdecValatt(keysValues, attention, { heads: 1 }).toArray());
  // [ [ [ 17.5 ] ] ]
}
