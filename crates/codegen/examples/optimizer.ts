// Examples of steps of optimizers. With `out: weight` the weight is updated in place; states always are.
import { nd } from "mxgrad";

// nd.sgdUpdate
{
  const weight = nd.array([1, 2]);
  nd.sgdUpdate(weight, nd.array([2, -4]), { lr: 0.25, out: weight });
  console.log(weight.toArray()); // [ 0.5, 3 ]
}

// nd.sgdMomUpdate
{
  const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
  nd.sgdMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
  nd.sgdMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
  console.log(weight.toArray(), mom.toArray()); // [ -0.25 ] [ -0.75 ]
}

// nd.nagMomUpdate
{
  const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
  nd.nagMomUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
  console.log(weight.toArray(), mom.toArray()); // [ 0.25 ] [ -0.5 ]
}

// nd.adamUpdate
{
  const [weight, grad, mean, variance] = [nd.array([1]), nd.array([2]), nd.zeros([1]), nd.zeros([1])];
  nd.adamUpdate(weight, grad, mean, variance, { lr: 0.25, beta1: 0.5, beta2: 0.75, out: weight });
  console.log(weight.toArray(), mean.toArray(), variance.toArray()); // [ 0.75 ] [ 1 ] [ 1 ]
}

// nd.ftrlUpdate
{
  const [weight, grad, z, n] = [nd.array([0]), nd.array([4]), nd.zeros([1]), nd.zeros([1])];
  nd.ftrlUpdate(weight, grad, z, n, { lr: 0.5, lamda1: 1, beta: 0, out: weight });
  console.log(weight.toArray(), z.toArray(), n.toArray()); // [ -0.375 ] [ 4 ] [ 16 ]
}

// nd.signsgdUpdate
{
  const weight = nd.array([1, 2]);
  nd.signsgdUpdate(weight, nd.array([100, -0.001]), { lr: 0.25, out: weight });
  console.log(weight.toArray()); // [ 0.75, 2.25 ]
}

// nd.signumUpdate
{
  const [weight, grad, mom] = [nd.array([1]), nd.array([2]), nd.zeros([1])];
  nd.signumUpdate(weight, grad, mom, { lr: 0.25, momentum: 0.5, out: weight });
  console.log(weight.toArray(), mom.toArray()); // [ 0.75 ] [ -1 ]
}

// nd.rmspropUpdate
{
  const [weight, grad, n] = [nd.array([1]), nd.array([4]), nd.zeros([1])];
  nd.rmspropUpdate(weight, grad, n, { lr: 0.25, gamma1: 0.75, out: weight });
  console.log(weight.toArray(), n.toArray()); // [ 0.5 ] [ 4 ]
}

// nd.rmspropalexUpdate
{
  const [weight, grad] = [nd.array([1]), nd.array([4])];
  const [n, g, delta] = [nd.zeros([1]), nd.zeros([1]), nd.zeros([1])];
  nd.rmspropalexUpdate(weight, grad, n, g, delta, { lr: 0.25, gamma1: 0.5, gamma2: 0.5, out: weight });
  console.log(weight.toArray(), n.toArray(), g.toArray(), delta.toArray()); // [ 0.5 ] [ 8 ] [ 2 ] [ -0.5 ]
}

// nd.ftmlUpdate
{
  const [weight, grad] = [nd.array([1]), nd.array([2])];
  const [d, v, z] = [nd.zeros([1]), nd.zeros([1]), nd.zeros([1])];
  nd.ftmlUpdate(weight, grad, d, v, z, { lr: 0.25, beta1: 0.5, beta2: 0.75, t: 1, out: weight });
  console.log(weight.toArray(), d.toArray(), v.toArray(), z.toArray()); // [ 0.75 ] [ 4 ] [ 1 ] [ -3 ]
}

// nd.lambUpdatePhase1
{
  const [weight, grad, mean, variance] = [nd.array([4]), nd.array([2]), nd.zeros([1]), nd.zeros([1])];
  const options = { beta1: 0.5, beta2: 0.75, epsilon: 0, t: 1, wd: 0.5 };
  console.log(nd.lambUpdatePhase1(weight, grad, mean, variance, options).toArray()); // [ 3 ]
  console.log(mean.toArray(), variance.toArray()); // [ 1 ] [ 1 ]
}

// nd.lambUpdatePhase2
{
  const [weight, direction] = [nd.array([3, 4]), nd.array([0, 2])];
  nd.lambUpdatePhase2(weight, direction, nd.norm(weight), nd.norm(direction), { lr: 0.25, out: weight });
  console.log(weight.toArray()); // [ 3, 2.75 ]
}

// nd.multiLars
{
  const [lrs, weights, grads, wds] = [nd.array([0.5, 0.5]), nd.array([4, 16]), nd.array([1, 0]), nd.zeros([2])];
  console.log(nd.multiLars(lrs, weights, grads, wds, { eta: 1, eps: 0 }).toArray()); // [ 1, 0.5 ]
}

// nd.mpSgdUpdate
{
  const master = nd.array([1, 2]);
  const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
  nd.mpSgdUpdate(weight, grad, master, { lr: 0.25, out: weight });
  console.log(weight.toArray(), weight.dtype); // [ 0.5, 3 ] float16
  console.log(master.toArray(), master.dtype); // [ 0.5, 3 ] float32
}

// nd.mpSgdMomUpdate
{
  const [master, mom] = [nd.array([1]), nd.zeros([1])];
  const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
  nd.mpSgdMomUpdate(weight, grad, mom, master, { lr: 0.25, momentum: 0.5, out: weight });
  console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.5 ] [ -0.5 ] [ 0.5 ]
}

// nd.mpNagMomUpdate
{
  const [master, mom] = [nd.array([1]), nd.zeros([1])];
  const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
  nd.mpNagMomUpdate(weight, grad, mom, master, { lr: 0.25, momentum: 0.5, out: weight });
  console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.25 ] [ -0.5 ] [ 0.25 ]
}

// nd.mpLambUpdatePhase1
{
  const [master, mean, variance] = [nd.array([4]), nd.zeros([1]), nd.zeros([1])];
  const [weight, grad] = [master.astype("float16"), nd.array([2], { dtype: "float16" })];
  const options = { beta1: 0.5, beta2: 0.75, epsilon: 0, t: 1, wd: 0.5 };
  console.log(nd.mpLambUpdatePhase1(weight, grad, mean, variance, master, options));
  // [3.]
  // <NDArray 1 @cpu(0)>
}

// nd.mpLambUpdatePhase2
{
  const [master, direction] = [nd.array([3, 4]), nd.array([0, 2])];
  const weight = master.astype("float16");
  nd.mpLambUpdatePhase2(weight, direction, nd.norm(master), nd.norm(direction), master, { lr: 0.25, out: weight });
  console.log(weight.toArray(), master.toArray()); // [ 3, 2.75 ] [ 3, 2.75 ]
}

// nd.multiSgdUpdate
{
  const [a, b] = [nd.array([1, 2]), nd.array([3])];
  const grads = [nd.array([2, -4]), nd.array([1])] as const;
  nd.multiSgdUpdate(a, grads[0], b, grads[1], { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a, b] });
  console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
}

// nd.multiSgdMomUpdate
{
  const [a, b] = [nd.array([1, 2]), nd.array([3])];
  const [momA, momB] = [nd.zeros([2]), nd.ones([1])];
  const options = { lrs: [0.25, 1], wds: [0, 0], momentum: 0.5, numWeights: 2, out: [a, b] };
  nd.multiSgdMomUpdate(a, nd.array([2, -4]), momA, b, nd.array([1]), momB, options);
  console.log(a.toArray(), b.toArray(), momB.toArray()); // [ 0.5, 3 ] [ 2.5 ] [ -0.5 ]
}

// nd.multiMpSgdUpdate
{
  const [a, b] = [nd.array([1, 2]), nd.array([3])];
  const [a16, b16] = [a.astype("float16"), b.astype("float16")];
  const [gradA, gradB] = [nd.array([2, -4]).astype("float16"), nd.ones([1], { dtype: "float16" })];
  const options = { lrs: [0.25, 1], wds: [0, 0], numWeights: 2, out: [a16, b16] };
  nd.multiMpSgdUpdate(a16, gradA, a, b16, gradB, b, options);
  console.log(a16.toArray(), b16.toArray(), a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ] [ 0.5, 3 ] [ 2 ]
}

// nd.multiMpSgdMomUpdate
{
  const [master, mom] = [nd.array([1, 2]), nd.zeros([2])];
  const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
  nd.multiMpSgdMomUpdate(weight, grad, mom, master, { lrs: [0.25], wds: [0], momentum: 0.5, out: [weight] });
  console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 0.5, 3 ] [ -0.5, 1 ] [ 0.5, 3 ]
}

// nd.preloadedMultiSgdUpdate
{
  const [a, b] = [nd.array([1, 2]), nd.array([3])];
  const [lrs, wds] = [nd.array([0.25, 1]), nd.zeros([2])];
  nd.preloadedMultiSgdUpdate(a, nd.array([2, -4]), b, nd.array([1]), lrs, wds, { numWeights: 2, out: [a, b] });
  console.log(a.toArray(), b.toArray()); // [ 0.5, 3 ] [ 2 ]
}

// nd.preloadedMultiSgdMomUpdate
{
  const [weight, grad, mom] = [nd.array([1, 2]), nd.array([2, -4]), nd.ones([2])];
  const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
  nd.preloadedMultiSgdMomUpdate(weight, grad, mom, lrs, wds, { momentum: 0.5, out: [weight] });
  console.log(weight.toArray(), mom.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ]
}

// nd.preloadedMultiMpSgdUpdate
{
  const master = nd.array([1, 2]);
  const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
  nd.preloadedMultiMpSgdUpdate(weight, grad, master, nd.array([0.25]), nd.array([0]), { out: [weight] });
  console.log(weight.toArray(), master.toArray()); // [ 0.5, 3 ] [ 0.5, 3 ]
}

// nd.preloadedMultiMpSgdMomUpdate
{
  const [master, mom] = [nd.array([1, 2]), nd.ones([2])];
  const [weight, grad] = [master.astype("float16"), nd.array([2, -4], { dtype: "float16" })];
  const [lrs, wds] = [nd.array([0.25]), nd.array([0])];
  nd.preloadedMultiMpSgdMomUpdate(weight, grad, mom, master, lrs, wds, { momentum: 0.5, out: [weight] });
  console.log(weight.toArray(), mom.toArray(), master.toArray()); // [ 1, 3.5 ] [ 0, 1.5 ] [ 1, 3.5 ]
}
