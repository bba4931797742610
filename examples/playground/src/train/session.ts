// A model and its training. Knows nothing of workers: it calls `report` and gives way to other work between steps.
import { autograd, gluon, type NDArray, nd, random, scope } from "mxgrad";
import { type Dataset, SIDE } from "../../../mnist/dataset.ts";
import { models } from "../../../mnist/models.ts";
import { histogramOf, magnitude } from "../histogram.ts";
import { makeInitializer } from "../initializers/make.ts";
import type { LayerWeights, Prediction, Report, SampleDigit, Settings } from "./protocol.ts";

/** Samples between two evaluations. */
const EVALUATE_EVERY = 1600;
/** Milliseconds between two reports. */
const REPORT_EVERY = 100;

export class Session {
  readonly #report: (report: Report) => void;
  readonly #breathe: () => Promise<void>;
  #net: gluon.HybridBlock | null = null;
  #trainer: gluon.Trainer | null = null;
  #learningRate = 0;
  #limit = 1;
  #run = 0;

  /**
   * @param breathe - ends when other work was let in; later while training is paused
   */
  constructor(report: (report: Report) => void, breathe: () => Promise<void>) {
    this.#report = report;
    this.#breathe = breathe;
  }

  /** Makes a new model; training that runs ends. */
  configure(settings: Settings): void {
    this.#run++;
    random.seed(settings.seed);
    const net = models[settings.model]();
    net.initialize(makeInitializer(settings.initializer));
    // The first call tells the layers their sizes.
    scope(() => net(nd.zeros([1, 1, SIDE, SIDE])));
    this.#net = net;
    this.#learningRate = settings.learningRate;
    this.#trainer = new gluon.Trainer(net.collectParams(), "sgd", {
      learningRate: settings.learningRate,
      momentum: 0.9,
    });
    this.#limit = Math.max(...this.#weights().map(({ values }) => magnitude(values)));
    this.#report({ type: "initialized", layers: this.layers() });
  }

  #weights(): { name: string; shape: readonly number[]; values: Float32Array }[] {
    return [...this.#model.collectParams().values()]
      .map((parameter) => parameter.data())
      .filter((weight) => weight.ndim > 1)
      .map((weight, i) => ({
        name: `${weight.ndim === 4 ? "convolution" : "dense"} ${i + 1}`,
        shape: weight.shape,
        values: weight.toTypedArray() as Float32Array,
      }));
  }

  /** The layers' weights, all on the scale of the initial ones. */
  layers(): LayerWeights[] {
    return this.#weights().map(({ name, shape, values }) => ({
      name,
      shape,
      histogram: histogramOf(values, this.#limit),
    }));
  }

  get #model(): gluon.HybridBlock {
    if (!this.#net) throw new Error("there is no model yet");
    return this.#net;
  }

  setLearningRate(value: number): void {
    this.#learningRate = value;
  }

  /** Ends the training after the step it is in. */
  stop(): void {
    this.#run++;
  }

  async train(digits: Promise<{ train: Dataset; test: Dataset }>, settings: Settings): Promise<void> {
    const run = ++this.#run;
    const { train, test } = await digits;
    // Stopped while the digits were loading.
    if (run !== this.#run) return this.#report({ type: "finished", stopped: true });
    const net = this.#model;
    const trainer = this.#trainer!;
    const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
    const total = settings.epochs * train.size;
    let seen = 0;
    // Since the last report: the losses' sum, samples, and the time that steps took (pauses and evaluations do not count).
    let [sum, count, busy, reported] = [0, 0, 0, performance.now()];
    for (let epoch = 1; epoch <= settings.epochs; epoch++) {
      const order = nd.random.shuffle(nd.arange(train.size));
      for (let at = 0; at < train.size; at += settings.batchSize) {
        const places = order.slice(`${at}:${Math.min(at + settings.batchSize, train.size)}`);
        const start = performance.now();
        // Falls to 0 along a cosine, as in examples/mnist.
        trainer.setLearningRate((this.#learningRate * (1 + Math.cos((Math.PI * seen) / total))) / 2);
        sum += scope(() => {
          const [x, y] = [train.images.take(places), train.labels.take(places)];
          const losses = autograd.record(() => loss(net(x), y));
          losses.backward();
          trainer.step(places.size);
          return losses.sum().asscalar();
        });
        count += places.size;
        const before = seen;
        seen += places.size;
        const now = performance.now();
        busy += now - start;
        const ended = at + settings.batchSize >= train.size;
        if (now - reported >= REPORT_EVERY || ended) {
          const samplesPerSecond = (count * 1000) / busy;
          this.#report({
            type: "progress",
            epoch,
            epochs: settings.epochs,
            seen,
            total,
            loss: sum / count,
            samplesPerSecond,
          });
          [sum, count, busy, reported] = [0, 0, 0, now];
        }
        if (ended || Math.floor(before / EVALUATE_EVERY) !== Math.floor(seen / EVALUATE_EVERY)) {
          const accuracy = await this.#evaluate(test, run);
          if (run === this.#run) this.#report({ type: "evaluated", seen, accuracy, layers: this.layers() });
        }
        await this.#breathe();
        if (run !== this.#run) return this.#report({ type: "finished", stopped: true });
      }
    }
    this.#report({ type: "finished", stopped: false });
  }

  async #evaluate({ images, labels, size }: Dataset, run: number, batch = 200): Promise<number> {
    let right = 0;
    for (let at = 0; at < size && run === this.#run; at += batch) {
      right += scope(() => {
        const part = `${at}:${at + batch}`;
        return this.#model(images.slice(part)).argmax({ axis: 1 }).equal(labels.slice(part)).sum().asscalar();
      });
      await this.#breathe();
    }
    return right / size;
  }

  /** Classifies one image, and differentiates the logarithm of the likeliest class's probability by its pixels. */
  predict(id: number, image: nd.TransferableArray): Prediction {
    return scope(() => {
      const x = nd.fromTransferable(image);
      x.attachGrad();
      const scores = autograd.record(() => nd.logSoftmax(this.#model(x)), false);
      const probabilities = nd.exp(scores);
      const best = probabilities.argmax({ axis: 1 }).asscalar();
      const head = nd.zeros(scores.shape);
      head.set(1, 0, best);
      const [gradient] = autograd.grad(scores, [x], { headGrads: [head], trainMode: false }) as [NDArray];
      return { id, probabilities: nd.toTransferable(probabilities), gradient: nd.toTransferable(gradient) };
    });
  }

  /** One of the held-back digits. */
  sample(id: number, { images, labels, size }: Dataset): SampleDigit {
    const i = Math.floor(Math.random() * size);
    return { id, image: nd.toTransferable(images.at(i)), label: labels.slice(i).asscalar() };
  }
}
