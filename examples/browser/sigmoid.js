import { autograd, nd } from "mxgrad";

class Sigmoid extends autograd.Function {
  forward(x) {
    const y = nd.sigmoid(x);
    this.saveForBackward(y);
    return y;
  }

  backward(dy) {
    const [y] = this.savedTensors;
    return dy.mul(y).mul(y.rsub(1));
  }
}

// The third draw of a fresh page: the numbers that MXNet's tutorial prints.
let x;
for (let draw = 0; draw < 3; draw++) x = nd.random.uniform({ shape: [10] });
x.attachGrad();
const y = autograd.record(() => new Sigmoid()(x));
y.backward();

document.querySelector("#gradient").textContent = String(x.grad);
