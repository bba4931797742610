// Updates of the rows that a gradient has.
import { array } from "../nd/create.ts";
import { invoke } from "../nd/invoke.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { RowSparseNDArray } from "../nd/sparse/arrays.ts";
import type { Attrs } from "../runtime/attrs.ts";
import { readBytes } from "../runtime/cell.ts";
import { bytesAt } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import type { OptimizerState } from "./optimizer.ts";

/**
 * Calls an operator that updates a weight. With `lazy` and a row-sparse gradient it sees only the gradient's rows, of the
 * weight and of the states: the others stay as they are, also where momentum or decay would have changed them.
 */
export function applyUpdate(
  op: string,
  weight: NDArray,
  grad: NDArray,
  states: readonly OptimizerState[],
  attrs: Attrs,
  lazy: boolean,
): void {
  if (!(lazy && grad instanceof RowSparseNDArray)) {
    // All rows change, so that a dense gradient is what MXNet works with, too.
    invoke(op, [weight, grad.tostype("default"), ...(states as NDArray[])], attrs, { out: weight });
    return;
  }
  const { data, indices } = grad.parts;
  if (indices.length === 0) return;
  const at = array(indices);
  const whole = [weight, ...(states as NDArray[])].map((x) => x.tostype("default"));
  const rows = whole.map((x) => x.take(at).detach());
  const [first, ...others] = rows as [NDArray, ...NDArray[]];
  invoke(op, [first, data, ...others], attrs, { out: first });
  whole.forEach((x, i) => {
    writeRows(x, indices, rows[i] as NDArray);
  });
  const [changed] = whole as [NDArray];
  if (changed.cell !== weight.cell) changed.copyto(weight);
}

/** Writes rows to these places of an array, without a copy of the others. */
function writeRows(x: NDArray, at: Int32Array, rows: NDArray): void {
  const bytes = readBytes(rows.handle);
  const length = bytes.length / at.length;
  const total = length * x.length;
  const target = bytesAt(wasm.array_address(x.handle), total);
  at.forEach((row, i) => {
    target.set(bytes.subarray(i * length, (i + 1) * length), row * length);
  });
}
