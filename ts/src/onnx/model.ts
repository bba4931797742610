// ONNX's messages. The numbers are those of onnx.proto.
import type { DType } from "../nd/dtype.ts";
import { Message } from "./protobuf.ts";

/** Version 8 of the format, with the operators of version 13. */
const IR_VERSION = 8;
const OPSET = 13;

/** A type of elements in ONNX: truth values are such that MXNet has not. */
export type OnnxType = DType | "bool";

/** The types' codes (TensorProto.DataType). */
export const TYPE_CODES: Readonly<Record<OnnxType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
};

/** A number that is written as a float; plain numbers are integers. */
export interface Float {
  readonly float: number;
}

/** Attributes of ONNX's operators. */
export type OnnxAttrs = Readonly<
  Record<string, number | Float | string | readonly number[] | readonly string[] | undefined>
>;

/** A call of an operator. */
export interface OnnxNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attrs: OnnxAttrs;
}

/** An array that belongs to the model. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** What goes in or comes out. */
export interface OnnxValue {
  readonly name: string;
  readonly type: OnnxType;
  readonly shape: readonly number[];
}

/** A whole model. */
export interface OnnxModel {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

function attribute(name: string, value: NonNullable<OnnxAttrs[string]>): Message {
  const message = new Message().text(1, name);
  if (typeof value === "number") return message.int(3, value).int(20, 2);
  if (typeof value === "string") return message.text(4, value).int(20, 3);
  if ("float" in value) return message.float(2, value.float).int(20, 1);
  if (value.every((item) => typeof item === "string")) return message.texts(9, value).int(20, 8);
  return message.ints(8, value).int(20, 7);
}

function node({ op, name, inputs, outputs, attrs }: OnnxNode): Message {
  const given = Object.entries(attrs).filter(
    (pair): pair is [string, NonNullable<OnnxAttrs[string]>] => pair[1] !== undefined,
  );
  return new Message()
    .texts(1, inputs)
    .texts(2, outputs)
    .text(3, name)
    .text(4, op)
    .messages(
      5,
      given.map(([key, value]) => attribute(key, value)),
    );
}

const tensor = ({ name, type, shape, bytes }: OnnxTensor): Message =>
  new Message().ints(1, shape).int(2, TYPE_CODES[type]).text(8, name).bytes(9, bytes);

function value({ name, type, shape }: OnnxValue): Message {
  const sizes = new Message().messages(
    1,
    shape.map((size) => new Message().int(1, size)),
  );
  const tensorType = new Message().int(1, TYPE_CODES[type]).message(2, sizes);
  return new Message().text(1, name).message(2, new Message().message(1, tensorType));
}

/** The model's bytes: what a file `.onnx` holds. */
export function encodeModel({ name, nodes, tensors, inputs, outputs }: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = new Message()
    .messages(1, nodes.map(node))
    .text(2, name)
    .messages(5, tensors.map(tensor))
    .messages(11, inputs.map(value))
    .messages(12, outputs.map(value));
  return new Message()
    .int(1, IR_VERSION)
    .text(2, "mxgrad")
    .message(7, graph)
    .message(8, new Message().text(1, "").int(2, OPSET))
    .finish();
}
