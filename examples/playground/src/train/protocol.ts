// What the page and the training worker say to each other. Arrays travel as `nd.TransferableArray`: their buffers move from
// one thread to the other and are never copied on the way.
import type { nd } from "mxgrad";
import type { ModelName } from "../../../mnist/models.ts";
import type { Histogram } from "../histogram.ts";
import type { InitializerChoice } from "../initializers/choices.ts";

/** What is trained, and how. */
export interface Settings {
  readonly model: ModelName;
  readonly initializer: InitializerChoice;
  readonly seed: number;
  /** At the beginning; it falls to 0 along a cosine. */
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
}

/** From the page to the worker. */
export type Request =
  /** Load the digits from here; answered by `loading` again and again. */
  | { readonly type: "load"; readonly url: string }
  /** Make a new, untrained model; answered by `initialized`. */
  | { readonly type: "configure"; readonly settings: Settings }
  /** Train it; answered by `progress` and `evaluated` again and again, then by `finished`. */
  | { readonly type: "train"; readonly settings: Settings }
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  /** Abort: the worker ends after the step it is in. */
  | { readonly type: "stop" }
  | { readonly type: "learningRate"; readonly value: number }
  /** Classify an image; answered by `prediction`, while training too. */
  | { readonly type: "predict"; readonly id: number; readonly image: nd.TransferableArray }
  /** Send one of the held-back digits; answered by `sample`. */
  | { readonly type: "sample"; readonly id: number };

/** The weights of one layer. */
export interface LayerWeights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly histogram: Histogram;
}

/** How training goes; sent a few times a second. */
export interface Progress {
  readonly epoch: number;
  readonly epochs: number;
  /** Samples seen in all epochs together. */
  readonly seen: number;
  readonly total: number;
  /** The mean loss since the last report. */
  readonly loss: number;
  readonly samplesPerSecond: number;
}

/** The classes' probabilities, and how each pixel moves the most likely one. */
export interface Prediction {
  readonly id: number;
  readonly probabilities: nd.TransferableArray;
  readonly gradient: nd.TransferableArray;
}

/** A digit and its class. */
export interface SampleDigit {
  readonly id: number;
  readonly image: nd.TransferableArray;
  readonly label: number;
}

/** From the worker to the page. */
export type Report =
  | { readonly type: "loading"; readonly loaded: number; readonly total: number }
  | { readonly type: "initialized"; readonly layers: readonly LayerWeights[] }
  | ({ readonly type: "progress" } & Progress)
  | {
      readonly type: "evaluated";
      readonly seen: number;
      readonly accuracy: number;
      readonly layers: readonly LayerWeights[];
    }
  | { readonly type: "finished"; readonly stopped: boolean }
  | ({ readonly type: "prediction" } & Prediction)
  | ({ readonly type: "sample" } & SampleDigit)
  /** Something went wrong; `id` names the request if it was one that has an answer of its own. */
  | { readonly type: "failed"; readonly id?: number; readonly name: string; readonly message: string };

/** The buffers in a message that can move instead of being copied. */
export function buffersOf(message: Request | Report): ArrayBuffer[] {
  return Object.values(message).flatMap((part) => (part?.buffer instanceof ArrayBuffer ? [part.buffer] : []));
}
