// The tab that trains a network and lets one draw for it.
import type { ModelName } from "../../../mnist/models.ts";
import { InitializerPicker } from "../initializers/picker.ts";
import { Curve } from "../ui/curve.ts";
import { field, h, select } from "../ui/dom.ts";
import { histogramFigure } from "../ui/histogram-view.ts";
import { TrainingClient } from "./client.ts";
import { Pad } from "./pad.ts";
import { PredictionView } from "./prediction-view.ts";
import type { LayerWeights, Progress, Settings } from "./protocol.ts";

const SAMPLES = 8000;
const percent = (x: number): string => `${(100 * x).toFixed(1)} %`;
const whole = (x: number): string => Math.round(x).toLocaleString("en-US");

type State = "idle" | "loading" | "training" | "paused";

/** A number with its name, that changes. */
function tile(label: string): { element: HTMLElement; value: HTMLElement } {
  const value = h("dd", {}, "–");
  return { element: h("div", {}, h("dt", {}, label), value), value };
}

export class TrainTab {
  readonly element: HTMLElement;
  readonly #client: TrainingClient;
  readonly #model = select(
    [
      ["mlp", "MLP, 3 dense layers"],
      ["lenet", "LeNet, 2 convolutions"],
    ],
    "lenet",
  );
  readonly #picker = new InitializerPicker("Xavier", () => this.#configure(), [
    "Xavier",
    "MSRAPrelu",
    "Uniform",
    "Normal",
    "Orthogonal",
    "Zero",
  ]);
  readonly #rate = h("input", { type: "range", min: -3, max: 0, step: 0.05, value: Math.log10(0.05) });
  readonly #rateText = h("output", {});
  readonly #epochs = h("input", { type: "number", min: 1, max: 50, step: 1, value: 3 });
  readonly #seed = h("input", { type: "number", min: 0, max: 2147483647, step: 1, value: 42 });
  readonly #start = h("button", { class: "primary", type: "button", onclick: () => this.#train() }, "Train");
  readonly #pause = h("button", { type: "button", disabled: true, onclick: () => this.#togglePause() }, "Pause");
  readonly #stop = h("button", { type: "button", disabled: true, onclick: () => this.#abort?.abort() }, "Stop");
  readonly #status = h(
    "p",
    { class: "status", role: "status" },
    "Ready. 8,000 digits to learn from, 2,000 held back for the test.",
  );
  readonly #bar = h("progress", { max: 1, value: 0, "aria-label": "Training" });
  readonly #tiles = {
    loss: tile("Loss"),
    accuracy: tile("Test accuracy"),
    speed: tile("Samples/s"),
    epoch: tile("Epoch"),
  };
  readonly #loss = new Curve({
    title: "Loss",
    colour: "accent",
    format: (x) => x.toFixed(1),
    empty: "The loss appears here while the network trains.",
  });
  readonly #accuracy = new Curve({
    title: "Accuracy on held-back digits",
    colour: "good",
    format: (x) => `${Math.round(100 * x)} %`,
    range: [0, 1],
    empty: "Measured every 1,600 samples.",
  });
  readonly #layers = h("div", { class: "histograms" });
  readonly #pad = new Pad(() => this.#predict());
  readonly #view = new PredictionView();
  #initial: readonly LayerWeights[] = [];
  #abort: AbortController | null = null;
  #state: State = "idle";
  #trained = false;
  #predicting = false;
  #again = false;
  /** The class of the test digit that was put on the pad. */
  #label: number | null = null;

  constructor() {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.#client = new TrainingClient(worker, {
      onLoading: (loaded, total) => this.#loading(loaded, total),
      onInitialized: (layers) => this.#showLayers(layers),
      onProgress: (progress) => this.#progress(progress),
      onEvaluated: (seen, accuracy, layers) => this.#evaluated(seen, accuracy, layers),
    });
    this.#client.load(new URL("digits.bin", document.baseURI).href);
    this.#model.addEventListener("change", () => this.#configure());
    this.#seed.addEventListener("change", () => this.#configure());
    this.#rate.addEventListener("input", () => this.#showRate());
    this.element = this.#layout();
    this.#showRate();
    this.#configure();
  }

  #layout(): HTMLElement {
    const { loss, accuracy, speed, epoch } = this.#tiles;
    const digit = h("button", { type: "button", onclick: () => this.#showSample() }, "A test digit");
    const clear = h("button", { type: "button", onclick: () => this.#pad.clear() }, "Clear");
    return h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "intro" },
        h("h2", {}, "Train in the page"),
        h(
          "p",
          {},
          "A worker trains the network on real handwritten digits; the page only draws. Everything stays on this machine.",
        ),
      ),
      h(
        "div",
        { class: "train-grid" },
        h(
          "section",
          { class: "card settings", "aria-label": "Settings" },
          field("Network", this.#model),
          this.#picker.element,
          h("div", { class: "field" }, h("label", { for: "rate" }, "Learning rate ", this.#rateText), this.#rate),
          h("div", { class: "fields" }, field("Epochs", this.#epochs), field("Seed", this.#seed)),
          h("div", { class: "buttons" }, this.#start, this.#pause, this.#stop),
        ),
        h(
          "section",
          { class: "card", "aria-label": "Progress" },
          h("dl", { class: "tiles" }, loss.element, accuracy.element, speed.element, epoch.element),
          this.#bar,
          this.#status,
          h("div", { class: "curves" }, this.#loss.element, this.#accuracy.element),
        ),
      ),
      h(
        "section",
        { class: "card", "aria-label": "Weights" },
        h("h3", {}, "Weights of each layer"),
        h(
          "p",
          { class: "note" },
          "Filled: as initialized. Outline: now. All layers share one scale, so that one sees how the initializer narrows wide layers.",
        ),
        this.#layers,
      ),
      h(
        "section",
        { class: "card", "aria-label": "Draw a digit" },
        h("h3", {}, "Draw a digit"),
        h(
          "div",
          { class: "draw-grid" },
          h("div", {}, this.#pad.element, h("div", { class: "buttons" }, clear, digit)),
          this.#view.bars,
          h(
            "div",
            {},
            this.#view.heat,
            h(
              "p",
              { class: "note legend" },
              h("span", { class: "more" }, "more ink here: surer"),
              h("span", { class: "less" }, "less sure"),
            ),
          ),
        ),
      ),
    );
  }

  get #learningRate(): number {
    return Number((10 ** this.#rate.valueAsNumber).toPrecision(2));
  }

  #settings(): Settings {
    const count = (input: HTMLInputElement, least: number, most: number): number =>
      Math.min(most, Math.max(least, Math.round(input.valueAsNumber) || least));
    return {
      model: this.#model.value as ModelName,
      initializer: this.#picker.choice,
      seed: count(this.#seed, 0, 2 ** 31 - 1),
      learningRate: this.#learningRate,
      batchSize: 32,
      epochs: count(this.#epochs, 1, 50),
    };
  }

  #showRate(): void {
    this.#rate.id = "rate";
    this.#rateText.textContent = String(this.#learningRate);
    this.#client.setLearningRate(this.#learningRate);
  }

  /** A new network, as the settings say. */
  #configure(): void {
    if (this.#state !== "idle") return;
    this.#trained = false;
    this.#client.configure(this.#settings()).then(
      () => this.#predict(),
      (error: Error) => this.#fail(error),
    );
  }

  async #train(): Promise<void> {
    const settings = this.#settings();
    this.#abort = new AbortController();
    this.#enter("loading");
    this.#say("Preparing …");
    this.#loss.clear(settings.epochs * SAMPLES);
    this.#accuracy.clear(settings.epochs * SAMPLES);
    for (const { value } of Object.values(this.#tiles)) value.textContent = "–";
    this.#bar.value = 0;
    try {
      await this.#client.configure(settings);
      this.#trained = true;
      const { stopped } = await this.#client.train(settings, this.#abort.signal);
      this.#say(stopped ? "Stopped. Draw a digit, or train anew." : "Trained. Draw a digit below.");
    } catch (error) {
      this.#fail(error as Error);
    }
    this.#enter("idle");
    this.#predict();
  }

  #togglePause(): void {
    if (this.#state === "paused") this.#client.resume();
    else this.#client.pause();
    this.#enter(this.#state === "paused" ? "training" : "paused");
    this.#say(this.#state === "paused" ? "Paused." : "Training …");
  }

  #enter(state: State): void {
    this.#state = state;
    const idle = state === "idle";
    this.element.dataset.state = state;
    this.#start.disabled = !idle;
    this.#pause.disabled = idle || state === "loading";
    this.#stop.disabled = idle;
    this.#pause.textContent = state === "paused" ? "Resume" : "Pause";
    for (const control of [this.#model, this.#epochs, this.#seed, this.#picker]) control.disabled = !idle;
  }

  #say(text: string): void {
    this.#status.classList.remove("error");
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #fail({ name, message }: Error): void {
    this.#status.textContent = `${name}: ${message}`;
    this.#status.classList.add("error");
  }

  #loading(loaded: number, total: number): void {
    if (this.#state === "loading" && loaded < total) this.#say(`Loading the digits: ${percent(loaded / total)}`);
  }

  #progress({ epoch, epochs, seen, total, loss, samplesPerSecond }: Progress): void {
    if (this.#state === "loading") {
      this.#enter("training");
      this.#say("Training …");
    }
    this.#tiles.loss.value.textContent = Number.isFinite(loss) ? loss.toFixed(3) : String(loss);
    this.#tiles.speed.value.textContent = whole(samplesPerSecond);
    this.#tiles.epoch.value.textContent = `${epoch} of ${epochs}`;
    this.#bar.value = seen / total;
    if (Number.isFinite(loss)) this.#loss.add(seen, loss);
    else this.#status.textContent = "The loss is no number any more: the learning rate is too high.";
    this.#predict();
  }

  #evaluated(seen: number, accuracy: number, layers: readonly LayerWeights[]): void {
    this.#tiles.accuracy.value.textContent = percent(accuracy);
    this.#accuracy.add(seen, accuracy);
    this.#showLayers(this.#initial, layers);
  }

  #showLayers(initial: readonly LayerWeights[], now?: readonly LayerWeights[]): void {
    this.#initial = initial;
    this.#layers.replaceChildren(
      ...initial.map(({ name, shape, histogram }, i) =>
        histogramFigure(name, shape.join(" × "), histogram, now?.[i]?.histogram),
      ),
    );
  }

  async #showSample(): Promise<void> {
    try {
      const { image, label } = await this.#client.sample();
      this.#label = label;
      this.#pad.show(new Float32Array(image.buffer));
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  /** Asks what is drawn. One question at a time; what came in between is asked as soon as the answer is there. */
  async #predict(): Promise<void> {
    if (this.#pad.isEmpty) return this.#view.clear();
    if (this.#predicting) {
      this.#again = true;
      return;
    }
    this.#predicting = true;
    try {
      const { probabilities, gradient } = await this.#client.predict(this.#pad.pixels());
      const truth = !this.#pad.isGiven ? "" : ` (it is ${this.#label})`;
      const note = this.#trained ? truth : `${truth}, but it has not learned anything yet`;
      if (this.#pad.isEmpty) this.#view.clear();
      else this.#view.show(new Float32Array(probabilities.buffer), new Float32Array(gradient.buffer), note);
    } catch (error) {
      this.#fail(error as Error);
    }
    this.#predicting = false;
    if (this.#again) {
      this.#again = false;
      this.#predict();
    }
  }
}
