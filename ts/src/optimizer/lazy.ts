// Updates of the rows that a gradient has.
import { array } from "../nd/create.ts";
import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { RowSparseNDArray } from "../nd/sparse/arrays.ts";
import type { Attrs } from "../runtime/attrs.ts";
import { readBytes } from "../runtime/cell.ts";
import { bytesAt } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";

/**
 * Updates a weight and its states in place. With `lazy` and a row-sparse gradient `update` sees only the gradient's rows, of
 * the weight and of the states: the others stay as they are, also where momentum or decay would have changed them.
 */
export function updateRows(
  lazy: boolean,
  weight: NDArray,
  grad: NDArray,
  states: readonly NDArray[],
  update: (weight: NDArray, grad: NDArray, states: readonly NDArray[]) => void,
): void {
  if (!(lazy && grad instanceof RowSparseNDArray)) {
    // All rows change: a dense gradient is what MXNet works with, too.
    update(weight, grad.tostype("default"), states);
    return;
  }
  const { data, indices } = grad.parts;
  if (indices.length === 0) return;
  const at = array(indices);
  const whole = [weight, ...states].map((x) => x.tostype("default"));
  const rows = whole.map((x) => x.take(at).detach());
  const [first, ...others] = rows as [NDArray, ...NDArray[]];
  update(first, data, others);
  whole.forEach((x, i) => {
    writeRows(x, indices, rows[i] as NDArray);
  });
  const [changed] = whole as [NDArray];
  if (changed.cell !== weight.cell) changed.copyto(weight);
}

/** The same by an operator that takes weight, gradient and states. */
export function applyUpdate(
  op: string,
  weight: NDArray,
  grad: NDArray,
  states: readonly NDArray[],
  attrs: Attrs,
  lazy: boolean,
): void {
  updateRows(lazy, weight, grad, states, (w, g, s) => {
    invoke(op, [w, g, ...s], attrs, { out: w });
  });
}

/** Writes rows to these places of an array, without a copy of the others. */
function writeRows(x: NDArray, at: Int32Array, rows: NDArray): void {
  const bytes = readBytes(rows.handle);
  const length = bytes.length / at.length;
  const target = bytesAt(wasm.array_address(x.handle), length * x.length);
  at.forEach((row, i) => {
    target.set(bytes.subarray(i * length, (i + 1) * length), row * length);
  });
}
