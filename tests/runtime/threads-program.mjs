// What must hold with several threads, in any runtime; prints what it finds as one line of JSON.
import mx from "mxgrad";

const { autograd, gluon, init, nd, random } = mx;
const found = {};

// Three threads whatever the machine has: what counts here is that results do not depend on their number.
const os = process.getBuiltinModule("node:os");
if (os.availableParallelism() < 3) os.availableParallelism = () => 3;

const bytes = (array) => Buffer.from(array.toTypedArray().buffer).toString("base64");
const uniform = (...shape) => random.uniform(-1, 1, shape);

/** The bits of big operators' results and gradients. */
function operators() {
  random.seed(5);
  const results = [];
  const [a, b] = [uniform(300, 260), uniform(260, 515)];
  results.push(nd.dot(a, b), nd.dot(b, b, { transposeA: true }), nd.batchDot(uniform(40, 30, 20), uniform(40, 20, 30)));
  const [x, w, bias] = [uniform(4, 12, 40, 40), uniform(16, 12, 3, 3), uniform(16)];
  for (const v of [x, w, bias]) v.attachGrad();
  const y = autograd.record(() => {
    const z = nd.Convolution(x, w, bias, { kernel: [3, 3], numFilter: 16, pad: [1, 1] });
    return nd.Pooling(nd.softmax(z.tanh(), { axis: 1 }), { kernel: [2, 2], stride: [2, 2], poolType: "max" });
  });
  y.backward();
  results.push(y, x.grad, w.grad, bias.grad);
  const long = uniform(600, 601);
  results.push(long.exp(), long.add(uniform(601)), long.arctan(), nd.softmax(long), long.sum());
  return results.map(bytes);
}

/** The bits of a small network's parameters after some steps. */
function training() {
  random.seed(7);
  const net = new gluon.nn.HybridSequential();
  net.add(
    new gluon.nn.Conv2D({ channels: 8, kernelSize: 5, activation: "relu" }),
    new gluon.nn.BatchNorm(),
    new gluon.nn.MaxPool2D({ poolSize: 2, strides: 2 }),
    new gluon.nn.Dense(64, { activation: "tanh" }),
    new gluon.nn.Dense(10),
  );
  net.initialize(new init.Xavier());
  const trainer = new gluon.Trainer(net.collectParams(), "adam", { learningRate: 0.01 });
  const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
  const labels = nd.array(Array.from({ length: 48 }, (_, i) => i % 10));
  for (let step = 0; step < 3; step++) {
    const x = uniform(48, 1, 28, 28);
    autograd.record(() => loss(net(x), labels)).backward();
    trainer.step(48);
  }
  return [...net.collectParams().values()].map((p) => bytes(p.data()));
}

const same = (a, b) => a.length === b.length && a.every((bits, i) => bits === b[i]);
const message = async (run) => {
  try {
    await run();
    return "no error";
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

found.before = mx.runtime.features();
found.errors = [];
for (const count of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "2"]) {
  found.errors.push(await message(() => mx.setThreads(count)));
}

const alone = [operators(), training()];

// A graph with a function of the host in it, a stream, and arrays, made before the switch.
class Cube extends autograd.Function {
  forward(x) {
    this.saveForBackward(x);
    return x.mul(x).mul(x);
  }
  backward(dy) {
    const [x] = this.savedTensors;
    return dy.mul(x).mul(x).mul(3);
  }
}
random.seed(11);
const kept = uniform(1000);
const keptBits = bytes(kept);
const v = nd.array([1, 2, 3]);
v.attachGrad();
const recorded = autograd.record(() => new Cube()(v).sum());

found.threads = [await mx.setThreads(3)];
found.during = mx.runtime.features();

found.streamGoesOn = bytes(uniform(1000));
recorded.backward();
found.grad = v.grad.toArray();
found.keptArray = bytes(kept) === keptBits;
random.seed(11);
uniform(1000);
found.streamGoesOn = found.streamGoesOn === bytes(uniform(1000));

found.sameOperators = same(operators(), alone[0]);
found.sameTraining = same(training(), alone[1]);

// Errors, texts, exceptions of callbacks, and growth beyond all views made so far.
found.error = await message(() => nd.dot(nd.ones([2, 3]), nd.ones([2, 3])));
found.text = await message(() => nd.invoke("dot", [kept, kept], { größe: "ß" }));
class Bad extends autograd.Function {
  forward(x) {
    return x.copy();
  }
  backward() {
    throw new RangeError("from the callback");
  }
}
found.callback = await message(() => autograd.record(() => new Bad()(v)).backward());
const heap = mx.memory().heapBytes;
const big = Array.from({ length: 8 }, (_, i) => nd.full([2048, 2048], i));
found.grew = mx.memory().heapBytes > heap;
found.bigArrays = big.map((array) => array.sum().asscalar() / 2 ** 22);
nd.save(null, big.slice(0, 2));

// Others, one, too many, and calls that come together.
found.threads.push(await mx.setThreads(1));
found.sameAlone = same(operators(), alone[0]);
found.threads.push(await mx.setThreads(2), await mx.setThreads(2));
found.sameAgain = same(operators(), alone[0]);
found.together = await Promise.all([mx.setThreads(1), mx.setThreads(3), mx.setThreads(2)]);
found.huge = (await mx.setThreads(1e9)) === mx.runtime.features().maxThreads;
found.sameWithMost = same(operators(), alone[0]);
console.log(JSON.stringify(found));
// The workers are asleep now, and the process ends by itself.
