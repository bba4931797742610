// As much of ONNX's file format as the suite needs: a model as a protocol buffer.

type Bytes = Uint8Array<ArrayBuffer>;

function join(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function varint(n: number): Bytes {
  const bytes: number[] = [];
  let rest = n;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.from([...bytes, rest]);
}

const int = (id: number, value: number): Bytes => join([varint(id << 3), varint(value)]);
const bytes = (id: number, value: Bytes): Bytes => join([varint((id << 3) | 2), varint(value.length), value]);
const text = (id: number, value: string): Bytes => bytes(id, new TextEncoder().encode(value));
const message = (id: number, ...fields: Bytes[]): Bytes => bytes(id, join(fields));

/** A number that is whole, one that is not, or a list. */
export type Attributes = Readonly<Record<string, number | { readonly float: number } | readonly number[]>>;

function attribute(name: string, value: Attributes[string]): Bytes {
  if (typeof value === "number") return message(5, text(1, name), int(3, value), int(20, 2));
  if ("float" in value) {
    const field = join([Uint8Array.of((2 << 3) | 5), new Uint8Array(Float32Array.of(value.float).buffer)]);
    return message(5, text(1, name), field, int(20, 1));
  }
  return message(5, text(1, name), ...value.map((v) => int(8, v)), int(20, 7));
}

/** The shape of an input or output; sizes that are words stand for any. */
export type Sizes = readonly (number | string)[];

function described(id: number, name: string, sizes: Sizes): Bytes {
  const dimensions = sizes.map((size) => message(1, typeof size === "number" ? int(1, size) : text(2, size)));
  return message(id, text(1, name), message(2, message(1, int(1, 1), message(2, ...dimensions))));
}

/** A model that is put together node by node. */
export class ModelBuilder {
  readonly #nodes: Bytes[] = [];
  readonly #constants: Bytes[] = [];

  /** Adds a node with one output, whose name it gives back. */
  node(operator: string, inputs: readonly string[], attributes: Attributes = {}): string {
    const output = `y${this.#nodes.length}`;
    const fields = [...inputs.map((name) => text(1, name)), text(2, output), text(4, operator)];
    const all = Object.entries(attributes).map(([name, value]) => attribute(name, value));
    this.#nodes.push(message(1, ...fields, ...all));
    return output;
  }

  /** Adds weights. */
  constant(values: Float32Array<ArrayBuffer>, shape: readonly number[]): string {
    const name = `c${this.#constants.length}`;
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const dims = shape.map((size) => int(1, size));
    this.#constants.push(message(5, ...dims, int(2, 1), text(8, name), bytes(9, raw)));
    return name;
  }

  /** The file. */
  model(inputs: Readonly<Record<string, Sizes>>, output: string, sizes: Sizes): Bytes {
    const given = Object.entries(inputs).map(([name, shape]) => described(11, name, shape));
    const graph = [...this.#nodes, text(2, "g"), ...this.#constants, ...given, described(12, output, sizes)];
    return join([int(1, 8), message(7, ...graph), message(8, int(2, 15))]);
  }
}
