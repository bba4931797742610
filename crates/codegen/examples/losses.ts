// Examples of losses, and of outputs whose gradients are those of a loss.
import { autograd, nd } from "mxgrad";

// nd.SoftmaxOutput
{
  const x = nd.zeros([2, 2]);
  x.attachGrad();
  const p = autograd.record(() => nd.SoftmaxOutput(x, nd.array([0, 1])));
  p.backward();
  console.log(p.toArray()); // [ [ 0.5, 0.5 ], [ 0.5, 0.5 ] ]
  console.log(x.grad!.toArray()); // [ [ -0.5, 0.5 ], [ 0.5, -0.5 ] ]
}

// nd.softmaxCrossEntropy
console.log(nd.softmaxCrossEntropy(nd.array([[0, 0], [100, 0]]), nd.array([1, 0])));
// [0.6931472]
// <NDArray 1 @cpu(0)>

// nd.LinearRegressionOutput
{
  const x = nd.array([[1], [5]]);
  x.attachGrad();
  const y = autograd.record(() => nd.LinearRegressionOutput(x, nd.array([[3], [4]])));
  y.backward();
  console.log(y.toArray()); // [ [ 1 ], [ 5 ] ]
  console.log(x.grad!.toArray()); // [ [ -2 ], [ 1 ] ]
}

// nd.MAERegressionOutput
{
  const x = nd.array([[1], [5]]);
  x.attachGrad();
  autograd.record(() => nd.MAERegressionOutput(x, nd.array([[3], [4]]))).backward();
  console.log(x.grad!.toArray()); // [ [ -1 ], [ 1 ] ]
}

// nd.LogisticRegressionOutput
{
  const x = nd.zeros([2, 1]);
  x.attachGrad();
  const y = autograd.record(() => nd.LogisticRegressionOutput(x, nd.array([[1], [0]])));
  y.backward();
  console.log(y.toArray()); // [ [ 0.5 ], [ 0.5 ] ]
  console.log(x.grad!.toArray()); // [ [ -0.5 ], [ 0.5 ] ]
}

// nd.SVMOutput
{
  const x = nd.array([[0.5, 0.5, -3]]);
  x.attachGrad();
  autograd.record(() => nd.SVMOutput(x, nd.array([0]), { useLinear: true })).backward();
  console.log(x.grad!.toArray()); // [ [ -1, 1, 0 ] ]
}

// nd.MakeLoss
{
  const x = nd.array([1, 2]);
  x.attachGrad();
  const loss = autograd.record(() => nd.MakeLoss(nd.square(x), { gradScale: 0.5 }));
  loss.backward();
  console.log(loss.toArray()); // [ 1, 4 ]
  console.log(x.grad!.toArray()); // [ 1, 2 ]
}

// nd.makeLoss
{
  const x = nd.array([1, 2]);
  x.attachGrad();
  autograd.record(() => nd.makeLoss(nd.square(x)).mul(100)).backward();
  console.log(x.grad!.toArray()); // [ 2, 4 ]
}

// nd.BlockGrad
{
  const x = nd.array([1, 2]);
  x.attachGrad();
  const y = autograd.record(() => x.add(nd.BlockGrad(x.mul(10))));
  y.backward();
  console.log(y.toArray()); // [ 11, 22 ]
  console.log(x.grad!.toArray()); // [ 1, 1 ]
}

// nd.CTCLoss
{
  // Two steps over three classes, class 0 the blank: three of nine paths, 11, 01 and 10, are the label 1.
  const loss = nd.CTCLoss(nd.zeros([2, 1, 3]), nd.array([[1]]));
  console.log(loss);
  // [1.0986123]
  // <NDArray 1 @cpu(0)>
  console.log(nd.exp(nd.negative(loss)).mul(9).round().toArray()); // [ 3 ]
}
