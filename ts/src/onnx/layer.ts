// A node of a symbol's graph, as translations see it.
import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import type { GraphNode } from "../symbol/graph.ts";
import { type Inferred, isFull } from "../symbol/infer.ts";
import { Attributes } from "./attributes.ts";
import type { Builder, Value } from "./builder.ts";

/** Writes a layer in ONNX's operators; gives the value of its first output, or those of several. */
export type Translation = (layer: Layer, graph: Builder) => Value | readonly Value[];

/** Translations by MXNet's names. */
export type Translations = Readonly<Record<string, Translation>>;

/** A layer with its inputs in ONNX and what is inferred of it. */
export class Layer {
  /** The operator's canonical name. */
  readonly op: string;
  readonly name: string;
  readonly attrs: Attributes;
  readonly inputs: readonly Value[];
  readonly #known: readonly (Inferred | undefined)[];
  readonly #outputs: readonly Inferred[];

  constructor(
    op: string,
    node: GraphNode,
    inputs: readonly Value[],
    known: readonly (Inferred | undefined)[],
    outputs: readonly Inferred[],
  ) {
    this.op = op;
    this.name = node.name;
    this.attrs = new Attributes(op, node.attrs ?? {});
    this.inputs = inputs;
    this.#known = known;
    this.#outputs = outputs;
  }

  /** The error that this layer cannot be translated. */
  refuse(why: string): MXNetError {
    return new MXNetError(`exportModel: ${this.op} (node ${this.name}): ${why}`);
  }

  #shape(value: Inferred | undefined, what: string): readonly number[] {
    if (value && isFull(value.shape)) return value.shape;
    throw this.refuse(`the shape of ${what} is not known; inputShapes and parameters do not tell it`);
  }

  /** The first input, or another one. */
  input(i = 0): Value {
    const value = this.inputs[i];
    if (!value) throw this.refuse(`input ${i} is missing`);
    return value;
  }

  /** The shape of an input. */
  shape(i = 0): readonly number[] {
    return this.#shape(this.#known[i], `input ${i}`);
  }

  /** The number of axes of an input. */
  rank(i = 0): number {
    return this.shape(i).length;
  }

  /** The type of an input. */
  dtype(i = 0): DType {
    return this.#known[i]?.dtype ?? "float32";
  }

  /** The number of outputs that can be seen. */
  get outputs(): number {
    return this.#outputs.length;
  }

  /** The shape of an output. */
  outShape(i = 0): readonly number[] {
    return this.#shape(this.#outputs[i], `output ${i}`);
  }

  /** The type of an output. */
  outDtype(i = 0): DType {
    return this.#outputs[i]?.dtype ?? "float32";
  }

  /** A whole number that must be there. */
  int(name: string): number {
    const value = this.attrs.number(name);
    if (value === null) throw this.refuse(`${name} is missing`);
    return value;
  }

  /** An axis, counted from the front. */
  axis(name = "axis", rank: number = this.rank()): number {
    const axis = this.int(name);
    return axis < 0 ? axis + rank : axis;
  }
}

/** The numbers from 0 up to `end`, or from `start`. */
export const range = (end: number, start = 0): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, i) => start + i);

/** The product of sizes. */
export const product = (sizes: readonly number[]): number => sizes.reduce((n, size) => n * size, 1);

/** The type that is computed in: ONNX's arithmetic of this version begins with 32 bits. */
export const wide = (type: DType): DType => (type === "int8" || type === "uint8" ? "int32" : type);
