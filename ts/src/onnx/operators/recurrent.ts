// Recurrent layers.
import type { Builder, Value } from "../builder.ts";
import { type Layer, range, type Translations } from "../layer.ts";

/** ONNX's operator, and its gates in the order of MXNet's. */
interface Cell {
  readonly op: string;
  readonly gates: readonly number[];
}

const CELLS: Readonly<Record<string, Cell>> = {
  rnn_relu: { op: "RNN", gates: [0] },
  rnn_tanh: { op: "RNN", gates: [0] },
  lstm: { op: "LSTM", gates: [0, 3, 1, 2] },
  gru: { op: "GRU", gates: [1, 0, 2] },
};

/** Reads one part of the parameters, which lie in a row, after the other. */
class Reader {
  readonly #graph: Builder;
  readonly #parameters: Value;
  #at = 0;

  constructor(graph: Builder, parameters: Value) {
    this.#graph = graph;
    this.#parameters = parameters;
  }

  /** The next matrix or, without columns, list of a cell: rows of gates in ONNX's order. */
  next(cell: Cell, size: number, columns?: number): Value {
    const [begin, graph] = [this.#at, this.#graph];
    this.#at += cell.gates.length * size * (columns ?? 1);
    const part = graph.slice(this.#parameters, [{ axis: 0, begin, end: this.#at }]);
    const rows = columns === undefined ? [size] : [size, columns];
    const gates = graph.reshape(part, [cell.gates.length, ...rows]);
    const ordered =
      cell.gates.length === 1 ? gates : graph.call("Gather", [gates, graph.ints(cell.gates)], { axis: 0 });
    return graph.reshape(ordered, columns === undefined ? [1, -1] : [1, -1, columns]);
  }
}

function refuseOptions(layer: Layer): void {
  for (const name of ["projection_size", "lstm_state_clip_min", "lstm_state_clip_max"]) {
    if (layer.attrs.text(name) !== null) throw layer.refuse(`${name} has no translation to ONNX`);
  }
  if (layer.attrs.bool("use_sequence_length")) throw layer.refuse("lengths have no translation to ONNX");
}

function rnn(layer: Layer, graph: Builder): Value[] {
  refuseOptions(layer);
  const mode = layer.attrs.text("mode") as string;
  const [cell, size, layers] = [CELLS[mode] as Cell, layer.int("state_size"), layer.int("num_layers")];
  const directions = layer.attrs.bool("bidirectional") ? 2 : 1;
  const joined = (parts: readonly Value[], axis: number): Value =>
    parts.length === 1 ? (parts[0] as Value) : graph.call("Concat", parts, { axis });
  const perDirection = <T>(make: () => T): T[] => range(directions).map(make);

  // All weights come first, then all biases.
  const reader = new Reader(graph, layer.input(1));
  const weights = range(layers).map((i) => {
    const columns = i === 0 ? (layer.shape()[2] as number) : size * directions;
    const pairs = perDirection(() => [reader.next(cell, size, columns), reader.next(cell, size, size)] as const);
    return [
      joined(
        pairs.map(([w]) => w),
        0,
      ),
      joined(
        pairs.map(([, r]) => r),
        0,
      ),
    ] as const;
  });
  const biases = range(layers).map(() =>
    joined(
      perDirection(() => joined([reader.next(cell, size), reader.next(cell, size)], 1)),
      0,
    ),
  );

  const [time, batch] = layer.shape() as [number, number, number];
  let x = layer.input();
  const states: Value[][] = [];
  for (const i of range(layers)) {
    const initial = layer.inputs
      .slice(2, mode === "lstm" ? 4 : 3)
      .map((state) => graph.slice(state, [{ axis: 0, begin: i * directions, end: (i + 1) * directions }]));
    const [w, r] = weights[i] as readonly [Value, Value];
    const [y, ...last] = graph.calls(
      cell.op,
      [x, w, r, biases[i] as Value, null, ...initial],
      mode === "lstm" ? 3 : 2,
      {
        hidden_size: size,
        direction: directions === 2 ? "bidirectional" : "forward",
        linear_before_reset: mode === "gru" ? 1 : undefined,
        activations: mode === "rnn_relu" ? range(directions).map(() => "Relu") : undefined,
      },
    );
    states.push(last);
    // From time, direction, batch to time, batch, and the directions side by side.
    x = graph.reshape(graph.transpose(y as Value, [0, 2, 1, 3]), [time, batch, directions * size]);
  }
  return [
    x,
    ...range(layer.outputs - 1).map((k) =>
      joined(
        states.map((last) => last[k] as Value),
        0,
      ),
    ),
  ];
}

export const recurrent = (): Translations => ({
  RNN: rnn,
  _rnn_param_concat: (layer, graph) => graph.call("Concat", layer.inputs, { axis: layer.axis("dim") }),
});
