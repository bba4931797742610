// The page's side: a worker as an object with methods, progress events and promises.
import {
  buffersOf,
  type LayerWeights,
  type Prediction,
  type Progress,
  type Report,
  type Request,
  type SampleDigit,
  type Settings,
} from "./protocol.ts";

/** What is called while the worker trains. */
export interface TrainingEvents {
  onLoading?(loaded: number, total: number): void;
  onInitialized?(layers: readonly LayerWeights[]): void;
  onProgress?(progress: Progress): void;
  onEvaluated?(seen: number, accuracy: number, layers: readonly LayerWeights[]): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** What the worker said about an error, as an error. */
function errorOf({ name, message }: { name: string; message: string }): Error {
  return Object.assign(new Error(message), { name });
}

export class TrainingClient {
  readonly #worker: Worker;
  readonly #events: TrainingEvents;
  readonly #answers = new Map<number, Waiting>();
  #training: Waiting | null = null;
  #configuring: Waiting | null = null;
  #lastId = 0;

  constructor(worker: Worker, events: TrainingEvents = {}) {
    this.#worker = worker;
    this.#events = events;
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#receive(data);
    worker.onerror = (event) => this.#fail(new Error(event.message || "the worker could not be started"));
  }

  /** Starts to load the digits; `onLoading` tells how far it is. */
  load(url: string): void {
    this.#send({ type: "load", url });
  }

  /** Makes a new, untrained model. */
  configure(settings: Settings): Promise<readonly LayerWeights[]> {
    return new Promise((resolve, reject) => {
      this.#configuring = { resolve, reject };
      this.#send({ type: "configure", settings });
    });
  }

  /**
   * Trains the model that `configure` made.
   *
   * @returns a promise of how it ended: `stopped` after an abort
   */
  train(settings: Settings, signal?: AbortSignal): Promise<{ stopped: boolean }> {
    return new Promise((resolve, reject) => {
      const abort = (): void => this.#send({ type: "stop" });
      this.#training = { resolve, reject };
      this.#send({ type: "train", settings });
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    });
  }

  pause(): void {
    this.#send({ type: "pause" });
  }

  resume(): void {
    this.#send({ type: "resume" });
  }

  /** Sets the learning rate from the next step on. */
  setLearningRate(value: number): void {
    this.#send({ type: "learningRate", value });
  }

  /** Classifies an image of 28 by 28 values from 0 to 1. The pixels move to the worker: make them anew each time. */
  predict(pixels: Float32Array<ArrayBuffer>): Promise<Prediction> {
    const image = { shape: [1, 1, 28, 28], dtype: "float32", buffer: pixels.buffer } as const;
    return this.#ask((id) => ({ type: "predict", id, image }));
  }

  /** One of the held-back digits. */
  sample(): Promise<SampleDigit> {
    return this.#ask((id) => ({ type: "sample", id }));
  }

  /** Ends the worker at once. */
  terminate(): void {
    this.#worker.terminate();
    this.#fail(new Error("the worker was ended"));
  }

  #send(request: Request): void {
    this.#worker.postMessage(request, buffersOf(request));
  }

  #ask<T>(request: (id: number) => Request): Promise<T> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject });
      this.#send(request(id));
    });
  }

  #receive(report: Report): void {
    const { onLoading, onInitialized, onProgress, onEvaluated } = this.#events;
    switch (report.type) {
      case "loading":
        onLoading?.(report.loaded, report.total);
        break;
      case "initialized":
        onInitialized?.(report.layers);
        this.#configuring?.resolve(report.layers as never);
        this.#configuring = null;
        break;
      case "progress":
        onProgress?.(report);
        break;
      case "evaluated":
        onEvaluated?.(report.seen, report.accuracy, report.layers);
        break;
      case "finished":
        this.#training?.resolve({ stopped: report.stopped } as never);
        this.#training = null;
        break;
      case "failed":
        this.#fail(errorOf(report), report.id);
        break;
      default:
        this.#answers.get(report.id)?.resolve(report as never);
        this.#answers.delete(report.id);
    }
  }

  /** Rejects what waits for an answer: one request, or everything. */
  #fail(error: Error, id?: number): void {
    if (id !== undefined) {
      this.#answers.get(id)?.reject(error);
      this.#answers.delete(id);
      return;
    }
    for (const waiting of [this.#training, this.#configuring, ...this.#answers.values()]) waiting?.reject(error);
    this.#training = null;
    this.#configuring = null;
    this.#answers.clear();
  }
}
