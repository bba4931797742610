// npm start: trains on real handwritten digits and reports the accuracy on 2,000 that it never saw.
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { autograd, gluon, init, type NDArray, nd, random, scope } from "mxgrad";
import { type Dataset, loadDigits, SIDE } from "./data.ts";
import { draw, fitting } from "./draw.ts";
import { models } from "./models.ts";
import { readOptions } from "./options.ts";
import { Progress } from "./progress.ts";

const options = readOptions();
random.seed(options.seed);

const { train, test } = loadDigits();
const net = models[options.model]();
net.initialize(new init.Xavier({ magnitude: 2.24 }));
net(train.images.slice("0:1"));
console.log(`${net}\n`);

const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
const steps = options.epochs * Math.ceil(train.size / options.batchSize);
/** Falls from the learning rate to 0 along a cosine. */
const schedule = (step: number): number => (options.lr * (1 + Math.cos((Math.PI * step) / steps))) / 2;
const trainer = new gluon.Trainer(net.collectParams(), "sgd", { lrScheduler: schedule, momentum: 0.9 });

/** One step on the digits at these places; gives the sum of their losses. */
function step(places: NDArray): number {
  const x = train.images.take(places);
  const y = train.labels.take(places);
  const losses = autograd.record(() => loss(net(x), y));
  losses.backward();
  trainer.step(places.size);
  return losses.sum().asscalar();
}

async function trainEpoch(progress: Progress): Promise<void> {
  const order = nd.random.shuffle(nd.arange(train.size));
  const start = performance.now();
  let seen = 0;
  let sum = 0;
  const status = () => ({ seen, loss: sum / Math.max(seen, 1), speed: (seen * 1000) / (performance.now() - start) });
  progress.startEpoch();
  while (seen < train.size) {
    const end = Math.min(seen + options.batchSize, train.size);
    sum += step(order.slice(`${seen}:${end}`));
    seen = end;
    progress.update(status());
    // Lets the terminal be drawn, and Ctrl-C be heard.
    await setImmediate();
  }
  progress.endEpoch(status());
}

/** The probability of each class for each digit: (samples, 10). */
function predict({ images, size }: Dataset, batch = 250): NDArray {
  return scope(() => {
    const parts: NDArray[] = [];
    for (let i = 0; i < size; i += batch) parts.push(nd.softmax(net(images.slice(`${i}:${i + batch}`))));
    return nd.concat(...parts, { dim: 0 });
  });
}

const progress = new Progress(options.epochs, train.size);
const start = performance.now();
for (let epoch = 0; epoch < options.epochs; epoch++) await trainEpoch(progress);
const seconds = (performance.now() - start) / 1000;

const probabilities = predict(test);
const predicted = probabilities.argmax({ axis: 1 }).toTypedArray() as Float32Array;
const labels = test.labels.toTypedArray() as Float32Array;
const wrong = [...labels.keys()].filter((i) => predicted[i] !== labels[i]);
const accuracy = 1 - wrong.length / test.size;
console.log(`\ntrained ${options.epochs} ${options.epochs === 1 ? "epoch" : "epochs"} in ${seconds.toFixed(1)} s`);
console.log(`test accuracy ${(100 * accuracy).toFixed(2)} %: ${wrong.length} of ${test.size} held-back digits wrong\n`);

// Some digits, the last of them one that was read wrong.
const count = Math.min(6, fitting(process.stdout.columns ?? 80));
const shown = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * test.size) / count));
if (wrong.length > 0 && count > 1) shown[count - 1] = wrong[0]!;
const pixels = test.images.toTypedArray() as Float32Array;
console.log(
  draw(
    shown.map((i) => {
      const sure = probabilities.slice(i, predicted[i]!).asscalar();
      const note = predicted[i] === labels[i] ? "" : `, is ${labels[i]}`;
      return {
        pixels: pixels.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE),
        caption: `${predicted[i]} (${(100 * sure).toFixed(1)} %${note})`,
      };
    }),
  ),
);

const path = join(import.meta.dirname, `${options.model}.params`);
net.saveParameters(path);
console.log(`\nparameters saved to ${path}`);
