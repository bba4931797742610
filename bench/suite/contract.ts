// What the parts of the suite say to each other.

/** Two matrices: [m, k] · [k, n]. */
export interface Product {
  readonly kind: "product";
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** `expAdd` is exp(x) + x; `broadcastAdd` adds a row to every row; `softmax` is along rows; `sum` is of everything. */
export interface Elementwise {
  readonly kind: "expAdd" | "tanh" | "broadcastAdd" | "sum" | "softmax";
  readonly shape: readonly [rows: number, columns: number];
}

/** A convolution of square images, without bias; `convolutionGradient` also computes both gradients of its sum. */
export interface Convolution {
  readonly kind: "convolution" | "convolutionGradient";
  readonly batch: number;
  readonly channels: number;
  readonly size: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly groups: number;
}

/** As many numbers of a stream. */
export interface Stream {
  readonly kind: "uniform" | "normal";
  readonly shape: readonly number[];
}

/** y = x, then y = y + x so many times, each on the tape, then the gradient of x. */
export interface Chain {
  readonly kind: "chain";
  readonly adds: number;
  readonly size: number;
}

/** A step of training: forward, backward, SGD with momentum. */
export interface Training {
  readonly kind: "training";
  readonly network: "mlp" | "lenet";
  readonly batch: number;
}

/** One image through a network with trained weights. */
export interface Inference {
  readonly kind: "inference";
  readonly network: "mobilenet" | "resnet18";
}

/** tanh(x · w) of small matrices: of shapes that the process never saw, or of the same ones again. */
export interface Shapes {
  readonly kind: "shapes";
  readonly fresh: boolean;
}

/** A loop that keeps everything in registers, with a fused multiply-add or without. */
export interface Peak {
  readonly kind: "peak";
  readonly fused: boolean;
}

export type Work = Product | Elementwise | Convolution | Stream | Chain | Training | Inference | Shapes | Peak;
export type Kind = Work["kind"];
export type WorkOf<K extends Kind> = Extract<Work, { kind: K }>;

export interface Workload {
  readonly name: string;
  readonly work: Work;
  /** Floating point operations of a run. */
  readonly flops?: number;
  /** Threads; one unless said. */
  readonly threads?: number;
  /** How far results may be apart, relative to the largest. */
  readonly tolerance: number;
  /** Whether results are compared as distributions. */
  readonly random?: boolean;
  /** The most runs a turn, where every run uses something up; they are timed one by one. */
  readonly most?: number;
}

/** A workload that a contender is ready to run. */
export interface Task {
  /** Once, to the end; what it made is freed. A promise is awaited. */
  run(): unknown;
  /** What the workload computes, flat: called once, before any run. */
  output(): ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Makes inputs for so many runs; not timed. */
  supply?(runs: number): void;
  close?(): void;
}

export type Makers = { readonly [K in Kind]?: (work: WorkOf<K>) => Task | Promise<Task> };

/** A library that runs workloads. */
export interface Contender {
  readonly makers: Makers;
  /** Why there are no makers for some workloads. */
  readonly missing?: Partial<Record<Kind, string>>;
  /**
   * Called once, first.
   * @param files - in a page: the address of the folder with the library's files
   */
  start(threads: number, files?: string): void | Promise<void>;
}

/** What a workload computed, in a few numbers. */
export interface Digest {
  readonly length: number;
  /** The largest of all values, which differences are relative to. */
  readonly scale: number;
  readonly values: readonly number[];
}

/** What the driver asks of a process, and what it answers. Everything is JSON: processes may be Python's. */
export type Request =
  | { readonly type: "start"; readonly threads: number; readonly files?: string }
  | { readonly type: "open"; readonly workload: Workload }
  | { readonly type: "turn"; readonly ms: number }
  | { readonly type: "close" };

export interface Reply {
  readonly error?: string;
  /** After `start`, of libraries that the driver cannot ask otherwise. */
  readonly version?: string;
  readonly digest?: Digest;
  /** Milliseconds a run: one figure after `open`, those of the samples after `turn`. */
  readonly times?: readonly number[];
}
