// The same small program for every runtime. What it gives is bytes, as hexadecimal digits or as a hash of them.
import { images, labels } from "./digits.mjs";

/** The bytes of an array, as hexadecimal digits. */
const hex = (array) => {
  const { buffer, byteOffset, byteLength } = array.toTypedArray();
  return Array.from(new Uint8Array(buffer, byteOffset, byteLength), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
};

/** FNV-1a over bytes, twice with other offsets: 64 bits, and no API that a runtime may lack. */
function hash(bytes) {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x01000193);
  }
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const BATCH = 10;

/** Three short epochs of a convolutional network on handwritten digits. */
function train({ autograd, gluon, init, nd, random }) {
  random.seed(42);
  const pixels = Uint8Array.from(atob(images), (character) => character.charCodeAt(0));
  const x = nd.array(
    Float32Array.from(pixels, (pixel) => pixel / 255),
    { shape: [labels.length, 1, 28, 28] },
  );
  const y = nd.array([...labels].map(Number));
  const net = new gluon.nn.HybridSequential().add(
    new gluon.nn.Conv2D(6, 5, { activation: "relu" }),
    new gluon.nn.MaxPool2D(2, 2),
    new gluon.nn.Dense(32, { activation: "relu" }),
    new gluon.nn.Dropout(0.2),
    new gluon.nn.Dense(10),
  );
  net.initialize(new init.Xavier({ magnitude: 2.24 }));
  const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
  const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.03, momentum: 0.9 });
  const losses = [];
  for (let epoch = 0; epoch < 3; epoch++) {
    const order = nd.random.shuffle(nd.arange(labels.length));
    let sum = 0;
    for (let start = 0; start < labels.length; start += BATCH) {
      const places = order.slice(`${start}:${start + BATCH}`);
      const values = autograd.record(() => loss(net(x.take(places)), y.take(places)));
      values.backward();
      trainer.step(BATCH);
      sum += values.sum().asscalar();
    }
    losses.push(sum / labels.length);
  }
  const right = net(x).argmax({ axis: 1 }).equal(y).sum().asscalar();
  return { losses, right, parameters: hash(net.saveParameters()) };
}

/** Runs the program with a namespace, or a default export, of mxgrad. */
export function program(mx) {
  const { autograd, init, nd, np, random, runtime } = mx;
  runtime.exact(false);
  const { simd } = runtime.features();
  const factor = nd.arange(64).reshape([8, 8]).div(7);
  const quick = nd.dot(factor, factor);
  // From here on the same bits everywhere; what relaxed instructions give differs in the last ones at most.
  runtime.exact(true);
  const product = nd.dot(factor, factor);
  const close = nd.abs(quick.sub(product)).div(product).max().asscalar() < 1e-6;
  const x = nd.array([0.1, 0.2, 0.3, 0.4]);
  x.attachGrad();
  autograd.record(() => nd.sigmoid(x.mul(2)).sum()).backward();
  random.seed(7);
  np.random.seed(7);
  const drawn = nd.concat(nd.random.normal(0, 1, [4]), nd.random.uniform(-1, 1, [4]), nd.random.poisson(3, [4]), {
    dim: 0,
  });
  const weight = nd.zeros([3, 4]);
  new init.Xavier()(new init.InitDesc("fc_weight"), weight);
  const words = nd.array(["1", "2"].map(Number), { dtype: "float16" });
  let message = "";
  try {
    nd.dot(nd.ones([2, 3]), nd.ones([2, 3]));
  } catch (error) {
    message = error.message;
  }
  return {
    simd,
    close,
    product: hex(product),
    gradient: hex(x.grad),
    drawn: hex(drawn),
    initialized: hex(weight),
    half: hex(words),
    printed: String(x.grad),
    message,
    ...train(mx),
  };
}
