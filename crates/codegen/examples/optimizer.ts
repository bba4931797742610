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
