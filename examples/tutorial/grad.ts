/** `autograd.grad` returns gradients as new arrays, and with `createGraph` they can be differentiated again. */
import { autograd, nd } from "mxgrad";

const x = nd.ones([2]);
x.attachGrad();

const z = autograd.record(() => nd.elemwiseAdd(nd.exp(x), x));
const [dx] = autograd.grad(z, [x], { createGraph: true });
console.log(dx);

// The derivative of e^x + 1 is e^x. This one goes to x.grad.
dx!.backward();
console.log(x.grad);
