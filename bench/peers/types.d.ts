// The parts of the peers that the suite calls, so that types are checked where the peers are not installed.

declare module "@jax-js/jax" {
  /** Owned: every use consumes a reference, `ref` adds one. */
  export interface Array {
    readonly ref: Array;
    add(other: Array): Array;
    sub(other: Array): Array;
    mul(other: Array | number): Array;
    sum(): Array;
    mean(axis: number | number[]): Array;
    reshape(shape: number[]): Array;
    transpose(): Array;
    data(): Promise<Float32Array>;
    blockUntilReady(): Promise<Array>;
    dispose(): void;
  }
  export function init(...devices: string[]): Promise<string[]>;
  export function defaultDevice(device: string): string;
  export function jit<F extends (...args: never[]) => unknown>(f: F): F;
  export function grad(f: (...args: never[]) => Array, options: { argnums: number[] }): (...args: Array[]) => Array[];
  export function grad(f: (x: Array) => Array): (x: Array) => Array;
  export function valueAndGrad<A extends unknown[]>(
    f: (params: Array[], ...rest: A) => Array,
  ): (params: Array[], ...rest: A) => [Array, Array[]];
  export const numpy: {
    array(values: Float32Array, options: { shape: number[] }): Array;
    matmul(a: Array, b: Array): Array;
    exp(x: Array): Array;
    tanh(x: Array): Array;
    max(x: Array, axis?: number[]): Array;
    pad(x: Array, widths: [number, number][]): Array;
  };
  export const nn: { relu(x: Array): Array; softmax(x: Array, axis: number): Array; logSoftmax(x: Array): Array };
  export const lax: {
    convGeneralDilated(
      x: Array,
      w: Array,
      strides: number[],
      padding: [number, number][],
      options?: { featureGroupCount: number },
    ): Array;
    reduceWindow(x: Array, compute: (x: Array) => Array, window: number[], strides: number[]): Array;
  };
  export const random: {
    key(seed: number): Array;
    uniform(key: Array, shape: number[]): Array;
    normal(key: Array, shape: number[]): Array;
  };
}

declare module "@tensorflow/tfjs-core" {
  export interface Tensor {
    data(): Promise<Float32Array>;
    dataSync(): Float32Array;
    dispose(): void;
  }
  type Pad = number | "valid";
  type Size = [number, number];
  export function setBackend(name: string): Promise<boolean>;
  export function env(): { getAsync(flag: string): Promise<boolean> };
  export function tidy<T>(f: () => T): T;
  export function dispose(tensors: unknown): void;
  export function tensor(values: Float32Array, shape: number[]): Tensor;
  export function zeros(shape: number[]): Tensor;
  export function variable(x: Tensor): Tensor;
  export function oneHot(x: Int32Array, depth: number): Tensor;
  export function matMul(a: Tensor, b: Tensor, transposeA?: boolean, transposeB?: boolean): Tensor;
  export function add(a: Tensor, b: Tensor): Tensor;
  export function exp(x: Tensor): Tensor;
  export function tanh(x: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export function softmax(x: Tensor): Tensor;
  export function sum(x: Tensor): Tensor;
  export function mean(x: Tensor, axes: number[]): Tensor;
  export function reshape(x: Tensor, shape: number[]): Tensor;
  export function transpose(x: Tensor, axes: number[]): Tensor;
  export function pad(x: Tensor, widths: Size[]): Tensor;
  export function maxPool(x: Tensor, size: Size, strides: Size, pad: Pad): Tensor;
  export function conv2d(x: Tensor, w: Tensor, strides: Size, pad: Pad): Tensor;
  export function depthwiseConv2d(x: Tensor, w: Tensor, strides: Size, pad: Pad): Tensor;
  export function grads(f: (...xs: Tensor[]) => Tensor): (xs: Tensor[]) => Tensor[];
  export function randomUniform(shape: number[], low: number, high: number): Tensor;
  export function randomNormal(shape: number[], mean: number, deviation: number): Tensor;
  export const losses: { softmaxCrossEntropy(labels: Tensor, logits: Tensor): Tensor };
  export const train: {
    momentum(rate: number, momentum: number): { minimize(f: () => Tensor, returnCost: boolean): Tensor | null };
  };
  interface FusedConvolution {
    x: Tensor;
    filter: Tensor;
    strides: Size;
    pad: Pad;
    bias: Tensor;
    activation: "linear" | "relu";
  }
  export const fused: {
    conv2d(options: FusedConvolution): Tensor;
    depthwiseConv2d(options: FusedConvolution): Tensor;
  };
}

declare module "@tensorflow/tfjs-backend-wasm" {
  export function setThreadsCount(count: number): void;
  export function setWasmPaths(folder: string): void;
}

declare module "onnxruntime-web/wasm" {
  export class Tensor {
    constructor(type: "float32", data: Float32Array, shape: readonly number[]);
    readonly data: Float32Array;
  }
  export interface InferenceSession {
    run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>;
    release(): Promise<void>;
  }
  export const InferenceSession: { create(model: Uint8Array): Promise<InferenceSession> };
  export const env: { wasm: { numThreads: number; wasmPaths?: string } };
}

declare module "numpy-ts" {
  export interface NDArray {
    readonly data: Float32Array;
    reshape(...shape: number[]): NDArray;
    max(axis: number, keepdims: boolean): NDArray;
    sum(axis: number, keepdims: boolean): NDArray;
    dispose(): void;
  }
  export function array(values: Float32Array): NDArray;
  export function matmul(a: NDArray, b: NDArray): NDArray;
  export function add(a: NDArray, b: NDArray): NDArray;
  export function subtract(a: NDArray, b: NDArray): NDArray;
  export function divide(a: NDArray, b: NDArray): NDArray;
  export function exp(x: NDArray): NDArray;
  export function tanh(x: NDArray): NDArray;
  export function sum(x: NDArray): number;
  export const random: {
    uniform(low: number, high: number, shape: number[]): NDArray;
    normal(mean: number, deviation: number, shape: number[]): NDArray;
  };
}

declare module "@tensorflow/tfjs-core/dist/register_all_gradients";
