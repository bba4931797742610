// Makes digits.params, the checkpoint that the worker serves: node scripts/run.mjs examples/edge/train.ts
import { join } from "node:path";
import { autograd, gluon, init, nd, random } from "mxgrad";
import { loadDigits } from "../mnist/data.ts";
import { makeModel, SIDE } from "./model.ts";

const BATCH = 100;

random.seed(7);
const { train, test } = loadDigits();
const flat = (images: nd.NDArray): nd.NDArray => images.reshape([-1, SIDE * SIDE]);
const net = makeModel();
net.initialize(new init.Xavier());
const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.2, momentum: 0.9 });
for (let epoch = 0; epoch < 8; epoch++) {
  if (epoch === 5) trainer.setLearningRate(0.02);
  const order = nd.random.shuffle(nd.arange(train.size));
  for (let i = 0; i < train.size; i += BATCH) {
    const places = order.slice(`${i}:${i + BATCH}`);
    const [x, y] = [flat(train.images.take(places)), train.labels.take(places)];
    autograd.record(() => loss(net(x), y)).backward();
    trainer.step(BATCH);
  }
}
const right = net(flat(test.images)).argmax({ axis: 1 }).equal(test.labels).mean().asscalar();
console.log(`test accuracy ${(100 * right).toFixed(2)} %`);

// Half the bytes: the worker casts back.
net.cast("float16");
net.saveParameters(join(import.meta.dirname, "digits.params"));
