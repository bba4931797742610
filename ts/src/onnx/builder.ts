// The ONNX graph while it is being made.
import { type DType, toHalf } from "../nd/dtype.ts";
import { type OnnxAttrs, type OnnxNode, type OnnxTensor, type OnnxType, TYPE_CODES } from "./model.ts";

/** A value of the graph. It may get another name until the graph is written. */
export interface Value {
  name: string;
  /** Whether an operator computes it, and no output has its name yet. */
  nameable: boolean;
}

/** A part of a value along one axis. */
export interface Part {
  readonly axis: number;
  readonly begin: number;
  readonly end: number;
  readonly step?: number;
}

interface Call extends Omit<OnnxNode, "inputs" | "outputs"> {
  readonly inputs: readonly (Value | null)[];
  readonly outputs: readonly Value[];
}

/** Numbers as the bytes of a type. */
function bytesOf(values: readonly number[], type: OnnxType): Uint8Array {
  const arrays = {
    float32: () => Float32Array.from(values),
    float64: () => Float64Array.from(values),
    float16: () => Uint16Array.from(values, toHalf),
    uint8: () => Uint8Array.from(values),
    bool: () => Uint8Array.from(values),
    int8: () => Int8Array.from(values),
    int32: () => Int32Array.from(values),
    int64: () => BigInt64Array.from(values, (value) => BigInt(Math.trunc(value))),
  };
  return new Uint8Array(arrays[type]().buffer);
}

/** Collects operators and arrays. */
export class Builder {
  readonly tensors: { readonly value: Value; readonly tensor: Omit<OnnxTensor, "name"> }[] = [];
  readonly #calls: Call[] = [];
  readonly #constants = new Map<string, Value>();
  readonly #names: Set<string>;
  /** What names of values begin with: the name of the layer that is translated. */
  prefix = "";

  /** @param reserved - names that no value may get by itself */
  constructor(reserved: Iterable<string>) {
    this.#names = new Set(reserved);
  }

  #unique(base: string): string {
    let name = base;
    for (let i = 1; this.#names.has(name); i++) name = `${base}_${i}`;
    this.#names.add(name);
    return name;
  }

  /** A call of an operator with several outputs. Inputs that are null are left out. */
  calls(op: string, inputs: readonly (Value | null)[], count: number, attrs: OnnxAttrs = {}): Value[] {
    const name = this.#unique(this.prefix ? `${this.prefix}_${op}` : op);
    const outputs = Array.from({ length: count }, (_, i) => ({
      name: i === 0 ? name : this.#unique(`${name}_${i}`),
      nameable: true,
    }));
    this.#calls.push({ op, name, inputs, outputs, attrs });
    return outputs;
  }

  /** A call of an operator with one output. */
  call(op: string, inputs: readonly (Value | null)[], attrs: OnnxAttrs = {}): Value {
    return this.calls(op, inputs, 1, attrs)[0] as Value;
  }

  /** An array of the model. */
  tensor(name: string, type: OnnxType, shape: readonly number[], bytes: Uint8Array): Value {
    const value = { name, nameable: false };
    this.tensors.push({ value, tensor: { type, shape, bytes } });
    return value;
  }

  /** Numbers that translations need; the same ones are kept once. */
  constant(values: readonly number[], type: OnnxType, shape: readonly number[] = [values.length]): Value {
    const key = `${type}(${shape})${values.map((value) => (Object.is(value, -0) ? "-0" : value))}`;
    let found = this.#constants.get(key);
    if (!found) {
      found = this.tensor(this.#unique("constant"), type, shape, bytesOf(values, type));
      this.#constants.set(key, found);
    }
    return found;
  }

  /** A list of int64: shapes, axes. */
  ints(values: readonly number[]): Value {
    return this.constant(values, "int64");
  }

  /** One number without axes. */
  number(value: number, type: OnnxType): Value {
    return this.constant([value], type, []);
  }

  cast(x: Value, to: OnnxType): Value {
    return this.call("Cast", [x], { to: TYPE_CODES[to] });
  }

  /** The value in another type, if it has another. */
  convert(x: Value, from: DType, to: DType): Value {
    return from === to ? x : this.cast(x, to);
  }

  reshape(x: Value, shape: readonly number[]): Value {
    return this.call("Reshape", [x, this.ints(shape)]);
  }

  transpose(x: Value, perm: readonly number[]): Value {
    return perm.every((axis, i) => axis === i) ? x : this.call("Transpose", [x], { perm });
  }

  unsqueeze(x: Value, axes: readonly number[]): Value {
    return this.call("Unsqueeze", [x, this.ints(axes)]);
  }

  squeeze(x: Value, axes: readonly number[]): Value {
    return this.call("Squeeze", [x, this.ints(axes)]);
  }

  slice(x: Value, parts: readonly Part[]): Value {
    const lists = [
      parts.map((p) => p.begin),
      parts.map((p) => p.end),
      parts.map((p) => p.axis),
      parts.map((p) => p.step ?? 1),
    ];
    return parts.length === 0 ? x : this.call("Slice", [x, ...lists.map((list) => this.ints(list))]);
  }

  /** One number many times in a list; long lists are not stored. */
  repeated(value: number, count: number, type: OnnxType): Value {
    if (count <= 1 << 16) return this.constant(Array<number>(count).fill(value), type);
    return this.call("Expand", [this.number(value, type), this.ints([count])]);
  }

  /** Reduces axes, which stay as ones if `keepdims` is 1. */
  reduce(op: string, x: Value, axes: readonly number[], keepdims = 1): Value {
    // Of this version's operators, only the sum takes axes as an input.
    if (op === "ReduceSum") return this.call(op, [x, this.ints(axes)], { keepdims });
    return this.call(op, [x], { axes, keepdims });
  }

  /** The calls that outputs need, with the names that values have now, and the arrays that these need. */
  finish(outputs: readonly Value[]): { nodes: OnnxNode[]; tensors: OnnxTensor[]; used: Set<Value> } {
    const used = new Set(outputs);
    const needed = [...this.#calls]
      .reverse()
      .filter((call) => {
        if (!call.outputs.some((value) => used.has(value))) return false;
        for (const value of call.inputs) if (value) used.add(value);
        return true;
      })
      .reverse();
    const nodes = needed.map(({ op, name, inputs, outputs, attrs }) => ({
      op,
      name,
      attrs,
      inputs: inputs.map((value) => value?.name ?? ""),
      outputs: outputs.map((value) => value.name),
    }));
    const tensors = this.tensors.filter(({ value }) => used.has(value));
    return { nodes, tensors: tensors.map(({ value, tensor }) => ({ name: value.name, ...tensor })), used };
  }
}
