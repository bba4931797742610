// The messages of ONNX.
import type { DType } from "../nd/dtype.ts";
import { Message } from "./proto.ts";

/** The version of the operators, and that of the format that came with it. */
const OPSET = 13;
const IR_VERSION = 7;

/** ONNX's numbers of element types. */
export const ELEMENT: Readonly<Record<DType | "bool", number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  float64: 11,
};

/** An attribute of a node: integers are bigints, other numbers are floats. */
export type Attribute = bigint | number | string | readonly bigint[] | readonly number[];

/** A node's attributes; what is undefined is left out. */
export type Attributes = { readonly [name: string]: Attribute | undefined };

function attribute(name: string, value: Attribute): Message {
  const message = new Message().text(1, name);
  const list = typeof value === "object" ? (value as readonly (bigint | number)[]) : null;
  if (list) {
    for (const item of list) {
      if (typeof item === "bigint") message.int(8, item);
      else message.float(7, item);
    }
    return message.int(20, typeof list[0] === "number" ? 6 : 7);
  }
  if (typeof value === "bigint") return message.int(3, value).int(20, 2);
  return typeof value === "number" ? message.float(2, value).int(20, 1) : message.text(4, value as string).int(20, 3);
}

/** An operator with the names of what goes in and comes out. */
export function nodeMessage(
  op: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Attributes,
  name: string,
): Message {
  const message = new Message();
  for (const input of inputs) message.text(1, input);
  for (const output of outputs) message.text(2, output);
  message.text(3, name).text(4, op);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) message.message(5, attribute(key, value));
  }
  return message;
}

/** A tensor with its elements, row-major and little-endian. */
export function tensorMessage(name: string, shape: readonly number[], element: number, data: Uint8Array): Message {
  const message = new Message();
  for (const size of shape) message.int(1, size);
  return message.int(2, element).text(8, name).bytes(9, data);
}

/** An input or output of the graph. */
export function valueMessage(name: string, shape: readonly number[], element: number): Message {
  const dimensions = new Message();
  for (const size of shape) dimensions.message(1, new Message().int(1, size));
  const tensor = new Message().int(1, element).message(2, dimensions);
  return new Message().text(1, name).message(2, new Message().message(1, tensor));
}

/** A model as the bytes of its file. */
export function modelBytes(
  name: string,
  nodes: readonly Message[],
  tensors: readonly Message[],
  inputs: readonly Message[],
  outputs: readonly Message[],
): Uint8Array {
  const graph = new Message();
  for (const node of nodes) graph.message(1, node);
  graph.text(2, name);
  for (const tensor of tensors) graph.message(5, tensor);
  for (const input of inputs) graph.message(11, input);
  for (const output of outputs) graph.message(12, output);
  return new Message()
    .int(1, IR_VERSION)
    .text(2, "mxgrad")
    .message(7, graph)
    .message(8, new Message().text(1, "").int(2, OPSET))
    .finish();
}
