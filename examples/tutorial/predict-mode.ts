/** Predict mode inside `record`: the model runs as in training, the sampling after it as in inference. */
import mx, { autograd, type NDArray, nd } from "mxgrad";

const model = (x: NDArray): NDArray => nd.Dropout(x.mul(x), { p: 0.2 });
const sampling = (y: NDArray): NDArray => nd.Dropout(y, { p: 0.2 });

mx.random.seed(0);
const x = nd.array([1, 2, 3, 4, 5, 6]);
x.attachGrad();

const [y, samples] = autograd.record(() => {
  console.log("model: training is", autograd.isTraining());
  const y = model(x);
  return autograd.predictMode(() => {
    console.log("sampling: training is", autograd.isTraining());
    return [y, sampling(y)] as const;
  });
});

// The model dropped some elements and scaled the others by 1 / 0.8; the sampling let them pass.
console.log(y);
console.log(samples);
autograd.backward([samples]);
console.log(x.grad);
