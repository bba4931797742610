import type { DType } from "../nd/dtype.ts";
import { TextAttributes } from "./attributes.ts";
import { type Attributes, ELEMENT, nodeMessage, tensorMessage } from "./model.ts";
import type { Message } from "./proto.ts";

/** A node of a symbol's JSON. */
export interface JsonNode {
  readonly op: string;
  readonly name: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly inputs: readonly (readonly [node: number, output: number, version?: number])[];
}

/** The nodes and tensors of an ONNX graph that is being made. */
export class Builder {
  readonly nodes: Message[] = [];
  readonly tensors: Message[] = [];
  /** Names that are inputs of some node. */
  readonly used: Set<string> = new Set();
  #count = 0;

  /** A name that nothing has. */
  fresh(what: string): string {
    return `mxgrad_${what}_${this.#count++}`;
  }

  /** Adds a node of one output, and gives its name. */
  add(op: string, inputs: readonly string[], attributes: Attributes = {}, output: string = this.fresh(op)): string {
    this.addAll(op, inputs, [output], attributes);
    return output;
  }

  addAll(op: string, inputs: readonly string[], outputs: readonly string[], attributes: Attributes = {}): void {
    for (const input of inputs) this.used.add(input);
    this.nodes.push(nodeMessage(op, inputs, outputs, attributes, this.fresh("node")));
  }

  /** A tensor of 64-bit integers, as shapes and axes are. */
  ints(values: readonly number[], shape: readonly number[] = [values.length]): string {
    const name = this.fresh("ints");
    const data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.tensors.push(tensorMessage(name, shape, ELEMENT.int64, data));
    return name;
  }

  /** A float32 tensor; a number is a scalar. */
  floats(values: number | readonly number[], shape?: readonly number[]): string {
    const list = typeof values === "number" ? [values] : values;
    const name = this.fresh("floats");
    const data = new Uint8Array(Float32Array.from(list).buffer);
    this.tensors.push(
      tensorMessage(name, shape ?? (typeof values === "number" ? [] : [list.length]), ELEMENT.float32, data),
    );
    return name;
  }
}

/** What a translation gets: a node of MXNet's, and ways to write what ONNX has for it. */
export class Operation {
  readonly op: string;
  readonly attrs: TextAttributes;
  /** The names of its inputs, and of its visible outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly build: Builder;
  readonly #shapes: ReadonlyMap<string, readonly number[]>;
  readonly #dtypes: ReadonlyMap<string, DType>;

  constructor(
    node: JsonNode,
    inputs: readonly string[],
    outputs: readonly string[],
    build: Builder,
    shapes: ReadonlyMap<string, readonly number[]>,
    dtypes: ReadonlyMap<string, DType>,
  ) {
    this.op = node.op;
    this.attrs = new TextAttributes(node.attrs ?? {}, `${node.op} ${JSON.stringify(node.name)}`);
    this.inputs = inputs;
    this.outputs = outputs;
    this.build = build;
    this.#shapes = shapes;
    this.#dtypes = dtypes;
  }

  /** An input's name. */
  in(i: number): string {
    return this.inputs[i] ?? this.attrs.fail(`input ${i} is missing`);
  }

  /** An input's shape. */
  shape(i: number): readonly number[] {
    return this.#shapes.get(this.in(i)) ?? this.attrs.fail(`the shape of input ${i} (${this.in(i)}) is not known`);
  }

  /** An output's shape. */
  outShape(i = 0): readonly number[] {
    return this.#shapes.get(this.outputs[i] as string) ?? this.attrs.fail(`the shape of output ${i} is not known`);
  }

  /** An input's element type. */
  dtype(i: number): DType {
    return this.#dtypes.get(this.in(i)) ?? "float32";
  }

  /** Adds a node on the way. */
  add(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.build.add(op, inputs, attributes);
  }

  /** Adds the node that makes the first output. */
  out(op: string, inputs: readonly string[], attributes: Attributes = {}): void {
    this.build.add(op, inputs, attributes, this.outputs[0] as string);
  }

  /** An axis counted from the front. */
  axis(name: string, preset: number, ndim: number = this.shape(0).length): number {
    const axis = this.attrs.number(name, preset);
    return axis < 0 ? axis + ndim : axis;
  }
}

/** Integers as ONNX's attributes have them. */
export const longs = (values: readonly number[]): bigint[] => values.map(BigInt);
