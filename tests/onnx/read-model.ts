// Reading protocol buffers, so that models can be looked at.

/** The fields of a message by number: numbers of varints, bytes of what has a length. */
export function fields(bytes: Uint8Array): Map<number, (bigint | Uint8Array)[]> {
  const found = new Map<number, (bigint | Uint8Array)[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++] as number;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(varint());
    const kind = key & 7;
    const value = kind === 0 ? varint() : take(kind === 5 ? 4 : Number(varint()));
    found.set(key >> 3, [...(found.get(key >> 3) ?? []), value]);
  }
  return found;
}

const decoder = new TextDecoder();
const texts = (list: readonly (bigint | Uint8Array)[] = []): string[] =>
  list.map((x) => decoder.decode(x as Uint8Array));
const messages = (list: readonly (bigint | Uint8Array)[] = []) => list.map((x) => fields(x as Uint8Array));

/** The parts of a model that tests look at. */
export function readModel(bytes: Uint8Array) {
  const model = fields(bytes);
  const [graph] = messages(model.get(7)) as [ReturnType<typeof fields>];
  const [opset] = messages(model.get(8)) as [ReturnType<typeof fields>];
  const names = (field: number, name: number): string[] =>
    messages(graph.get(field)).flatMap((x) => texts(x.get(name)));
  return {
    versions: [model.get(1), opset.get(2)].flat().map(Number),
    nodes: messages(graph.get(1)).map((node) => ({
      op: texts(node.get(4))[0],
      inputs: texts(node.get(1)),
      outputs: texts(node.get(2)),
    })),
    tensors: messages(graph.get(5)).map((tensor) => ({
      name: texts(tensor.get(8))[0],
      shape: (tensor.get(1) ?? []).map(Number),
      type: Number(tensor.get(2)?.[0]),
      bytes: tensor.get(9)?.[0] as Uint8Array,
    })),
    inputs: names(11, 1),
    outputs: names(12, 1),
  };
}
