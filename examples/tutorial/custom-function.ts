/** A sigmoid with a derivative of our own: `forward` computes, `backward` says what the gradient is. */
import mx, { autograd, type NDArray, nd } from "mxgrad";

class Sigmoid extends autograd.Function {
  forward(x: NDArray): NDArray {
    const y = x.neg().exp().add(1).rdiv(1);
    this.saveForBackward(y);
    return y;
  }

  backward(dy: NDArray): NDArray {
    // The chain rule would go through exp, which overflows for large -x. y (1 - y) needs the result alone.
    const [y] = this.savedTensors as [NDArray];
    return dy.mul(y).mul(y.rsub(1));
  }
}

// The tutorial's numbers belong to the third draw of a fresh process, which starts as if seeded with 0.
mx.random.seed(0);
nd.random.uniform({ shape: [10] });
nd.random.uniform({ shape: [10] });
const x = nd.random.uniform({ shape: [10] });
x.attachGrad();

const sigmoid = new Sigmoid();
const m = autograd.record(() => sigmoid(x));
m.backward();
console.log(x.grad);
