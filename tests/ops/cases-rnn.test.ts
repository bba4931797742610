/** The fused RNN against a plain recurrence: order of gates, and how parameters of layers and directions are packed. */
import { type NDArray, nd } from "mxgrad";
import { expect } from "vitest";
import { testWithOp } from "../support/values.ts";

const [STEPS, INPUTS, HIDDEN] = [3, 3, 2];
type Mode = "lstm" | "gru" | "rnn_tanh" | "rnn_relu";
const GATES: Readonly<Record<Mode, number>> = { lstm: 4, gru: 3, rnn_tanh: 1, rnn_relu: 1 };

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** Fixed values between -1 and 1. */
const values = (count: number, seed: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.fround(Math.sin(seed + 1.7 * i)));
const rowsTimes = (matrix: number[], x: number[], bias: number[]): number[] =>
  bias.map((b, row) => x.reduce((sum, v, i) => sum + matrix[row * x.length + i]! * v, b));

interface Cell {
  readonly inputWeight: number[];
  readonly hiddenWeight: number[];
  readonly inputBias: number[];
  readonly hiddenBias: number[];
}

/** One step: the new hidden and cell state. */
function step(mode: Mode, cell: Cell, x: number[], h: number[], c: number[]): [number[], number[]] {
  const fromInput = rowsTimes(cell.inputWeight, x, cell.inputBias);
  const fromHidden = rowsTimes(cell.hiddenWeight, h, cell.hiddenBias);
  const gate = (g: number, i: number): number => fromInput[g * HIDDEN + i]! + fromHidden[g * HIDDEN + i]!;
  if (mode === "lstm") {
    const next = c.map((old, i) => sigmoid(gate(1, i)) * old + sigmoid(gate(0, i)) * Math.tanh(gate(2, i)));
    return [next.map((v, i) => sigmoid(gate(3, i)) * Math.tanh(v)), next];
  }
  if (mode === "gru") {
    const next = h.map((old, i) => {
      const z = sigmoid(gate(1, i));
      const n = Math.tanh(fromInput[2 * HIDDEN + i]! + sigmoid(gate(0, i)) * fromHidden[2 * HIDDEN + i]!);
      return (1 - z) * n + z * old;
    });
    return [next, c];
  }
  return [h.map((_, i) => (mode === "rnn_tanh" ? Math.tanh(gate(0, i)) : Math.max(0, gate(0, i)))), c];
}

/** Outputs of a whole sequence of one cell, in the order of the input; `reverse` runs it from the end. */
function unroll(mode: Mode, cell: Cell, sequence: number[][], reverse: boolean): number[][] {
  let [h, c] = [Array<number>(HIDDEN).fill(0), Array<number>(HIDDEN).fill(0)];
  const outputs = (reverse ? sequence.toReversed() : sequence).map((x) => {
    [h, c] = step(mode, cell, x, h, c);
    return h;
  });
  return reverse ? outputs.reverse() : outputs;
}

/** Reads cells from flat parameters: the weights of all layers and directions, then all biases in the same order. */
function unpack(mode: Mode, parameters: number[], layers: number, directions: number): Cell[] {
  const rows = GATES[mode] * HIDDEN;
  let position = 0;
  const next = (count: number): number[] => {
    position += count;
    return parameters.slice(position - count, position);
  };
  const weights = Array.from({ length: layers * directions }, (_, i) => {
    const width = i < directions ? INPUTS : directions * HIDDEN;
    return { inputWeight: next(rows * width), hiddenWeight: next(rows * HIDDEN) };
  });
  return weights.map((cell) => ({ ...cell, inputBias: next(rows), hiddenBias: next(rows) }));
}

function checkRnn(mode: Mode, layers: number, bidirectional: boolean): void {
  const directions = bidirectional ? 2 : 1;
  const rows = GATES[mode] * HIDDEN;
  const widths = Array.from({ length: layers }, (_, layer) => (layer === 0 ? INPUTS : directions * HIDDEN));
  const count = widths.reduce((sum, width) => sum + directions * rows * (width + HIDDEN + 2), 0);
  const parameters = values(count, 1);
  const data = values(STEPS * INPUTS, 2);

  const cells = unpack(mode, parameters, layers, directions);
  let sequence = Array.from({ length: STEPS }, (_, t) => data.slice(t * INPUTS, (t + 1) * INPUTS));
  for (let layer = 0; layer < layers; layer++) {
    const runs = cells
      .slice(layer * directions, (layer + 1) * directions)
      .map((cell, direction) => unroll(mode, cell, sequence, direction === 1));
    sequence = sequence.map((_, t) => runs.flatMap((run) => run[t]!));
  }

  const states = Array.from(
    { length: mode === "lstm" ? 2 : 1 },
    (): NDArray => nd.zeros([layers * directions, 1, HIDDEN]),
  );
  const inputs = [nd.array(data).reshape([STEPS, 1, INPUTS]), nd.array(parameters), ...states];
  const attrs = { state_size: HIDDEN, num_layers: layers, mode, bidirectional, state_outputs: true };
  const [out, ...finals] = nd.invoke("RNN", inputs, attrs);
  expect(out!.shape).toEqual([STEPS, 1, directions * HIDDEN]);
  expect(finals.map((state) => state.shape)).toEqual(states.map((state) => state.shape));
  const actual = Array.from(out!.toTypedArray(), Number);
  sequence.flat().forEach((wanted, i) => {
    expect(actual[i], `element ${i}`).toBeCloseTo(wanted, 5);
  });
}

for (const mode of Object.keys(GATES) as Mode[]) {
  testWithOp("RNN")(`RNN ${mode}`, () => checkRnn(mode, 1, false));
}

testWithOp("RNN")("RNN multi-layer packing order (all weights l0,r0,l1,r1 i2h,h2h; then biases)", () => {
  checkRnn("lstm", 2, true);
});
