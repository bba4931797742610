// Indexing: Python's indices as operators, so that gradients flow through them.
import { MXNetError } from "../error.ts";
import { call, callId } from "../runtime/call.ts";
import { derivedCell } from "../runtime/cell.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { array } from "./create.ts";
import type { TypedArray } from "./dtype.ts";
import { describe, invoke1 } from "./invoke.ts";
import { NDArray, type Nested } from "./ndarray.ts";
import { readSlice, sliceBounds } from "./slice-text.ts";

/**
 * One axis of an index: a place, a Python slice as text (`"1:3"`, `":"`, `"::-1"`), places as a list or an NDArray, or null
 * for a new axis.
 */
export type Index = number | string | null | readonly number[] | NDArray;

/** A range of an axis: `count` places from `begin` on, `step` apart. */
interface Range {
  begin: number;
  step: number;
  count: number;
  /** Whether the axis goes away (an index, not a slice). */
  drop: boolean;
}

function parseSlice(text: string, size: number): Range {
  const parts = readSlice(text);
  const [begin, end] = sliceBounds(parts, size);
  return { begin, step: parts.step, count: Math.max(0, Math.ceil((end - begin) / parts.step)), drop: false };
}

function place(index: number, size: number, axis: number): number {
  if (!Number.isInteger(index)) throw new MXNetError(`index: ${index} is not an integer`);
  const at = index < 0 ? index + size : index;
  if (at < 0 || at >= size) {
    throw new MXNetError(`index ${index} is out of bounds for axis ${axis} with size ${size}`);
  }
  return at;
}

/** An index resolved against a shape: a range or a list of places for each axis. */
interface Resolved {
  axes: (Range | readonly number[])[];
  /** For lists: the shape that they stand for (lists are flat). */
  listShapes: (readonly number[])[];
  /** Where new axes stand in the result of a basic index. */
  newAxes: number[];
}

function resolve(shape: readonly number[], index: readonly Index[]): Resolved {
  const used = index.filter((i) => i !== null).length;
  if (used > shape.length) {
    throw new MXNetError(`index: too many indices (${used}) for an array of shape (${shape})`);
  }
  const axes: Resolved["axes"] = [];
  const listShapes: Resolved["listShapes"] = [];
  const newAxes: number[] = [];
  let kept = 0;
  for (const item of index) {
    const axis = axes.length;
    const size = shape[axis] as number;
    if (item === null) {
      newAxes.push(kept++);
      continue;
    }
    if (typeof item === "number") {
      axes.push({ begin: place(item, size, axis), step: 1, count: 1, drop: true });
    } else if (typeof item === "string") {
      axes.push(parseSlice(item, size));
      kept++;
    } else if (item instanceof NDArray) {
      axes.push(Array.from(item.toTypedArray() as Float64Array, (v) => place(Math.trunc(Number(v)), size, axis)));
      listShapes.push(item.shape);
    } else if (Array.isArray(item)) {
      axes.push(item.map((v: number) => place(v, size, axis)));
      listShapes.push([item.length]);
    } else {
      throw new TypeError(`index: expected a number, slice text, list, NDArray or null, got ${describe(item)}`);
    }
  }
  for (let axis = axes.length; axis < shape.length; axis++) {
    axes.push({ begin: 0, step: 1, count: shape[axis] as number, drop: false });
  }
  return { axes, listShapes, newAxes };
}

const isRange = (axis: Range | readonly number[]): axis is Range => !Array.isArray(axis);

function resultShape(ranges: readonly Range[], newAxes: readonly number[]): number[] {
  const shape = ranges.filter((r) => !r.drop).map((r) => r.count);
  for (const at of newAxes) shape.splice(at, 0, 1);
  return shape.length === 0 ? [1] : shape;
}

function sliceAttrs(ranges: readonly Range[]): { begin: number[]; end: (number | null)[]; step: number[] } {
  return {
    begin: ranges.map((r) => r.begin),
    end: ranges.map((r) => {
      const end = r.begin + r.step * r.count;
      return end < 0 ? null : end;
    }),
    step: ranges.map((r) => r.step),
  };
}

/** The flat range that ranges cover, when it is one contiguous piece of the array. */
function contiguous(shape: readonly number[], ranges: readonly Range[]): { begin: number; count: number } | undefined {
  let begin = 0;
  let whole = true;
  let stride = 1;
  // From the last axis: full axes, then one partial axis, then single places.
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const { begin: b, step, count } = ranges[axis] as Range;
    if (count > 1 && (step !== 1 || !whole)) return undefined;
    if (count !== shape[axis]) whole = false;
    begin += b * stride;
    stride *= shape[axis] as number;
  }
  return { begin, count: ranges.reduce((n, r) => n * r.count, 1) };
}

/** The flat places that an index with lists names, and the shape of the result, by NumPy's rules. */
function flatPlaces(shape: readonly number[], { axes, listShapes }: Resolved): { places: Int32Array; shape: number[] } {
  const lists = broadcastShape(listShapes);
  const listAxes = axes.flatMap((axis, i) => (isRange(axis) && !axis.drop ? [] : [i]));
  const adjacent = listAxes.every((axis, i) => i === 0 || axis === (listAxes[i - 1] as number) + 1);
  const at = adjacent ? axes.slice(0, listAxes[0]).filter((a) => isRange(a) && !a.drop).length : 0;
  const kept = axes.filter((axis): axis is Range => isRange(axis) && !axis.drop);
  const result = [...kept.slice(0, at).map((r) => r.count), ...lists, ...kept.slice(at).map((r) => r.count)];
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((n, d) => n * d, 1));
  const size = result.reduce((n, d) => n * d, 1);
  const places = new Int32Array(size);
  const position = result.map(() => 0);
  for (let flat = 0; flat < size; flat++) {
    let rest = flat;
    for (let i = result.length - 1; i >= 0; i--) {
      position[i] = rest % (result[i] as number);
      rest = Math.floor(rest / (result[i] as number));
    }
    let next = 0;
    let list = 0;
    let offset = 0;
    axes.forEach((axis, i) => {
      let here: number;
      if (!isRange(axis)) {
        const own = listShapes[list++] as readonly number[];
        here = axis[listPlace(own, lists, position, at)] as number;
      } else if (axis.drop) {
        here = axis.begin;
      } else {
        const where = next < at ? next : next + lists.length;
        next++;
        here = axis.begin + axis.step * (position[where] as number);
      }
      offset += here * (strides[i] as number);
    });
    places[flat] = offset;
  }
  return { places, shape: result.length === 0 ? [1] : result };
}

function listPlace(own: readonly number[], all: readonly number[], position: readonly number[], at: number): number {
  let place = 0;
  own.forEach((size, i) => {
    const p = position[at + all.length - own.length + i] as number;
    place = place * size + (size === 1 ? 0 : p);
  });
  return place;
}

function broadcastShape(shapes: readonly (readonly number[])[]): number[] {
  const ndim = Math.max(...shapes.map((s) => s.length));
  return Array.from({ length: ndim }, (_, i) => {
    const sizes = shapes.map((s) => s[i - ndim + s.length] ?? 1).filter((d) => d !== 1);
    if (new Set(sizes).size > 1) {
      throw new MXNetError(
        `index: lists of shapes ${shapes.map((s) => `(${s})`).join(" ")} cannot be broadcast together`,
      );
    }
    return sizes[0] ?? 1;
  });
}

function isRecorded(x: NDArray): boolean {
  return wasm.is_recording() && wasm.in_graph(x.handle);
}

function view(x: NDArray, begin: number, count: number, shape: readonly number[]): NDArray {
  const size = x.size;
  const derive = (handle: number): number => {
    scratch()[0] = size;
    const flat = wasm.view_reshaped(handle, 1);
    const rows = wasm.view_rows(flat, begin, begin + count);
    wasm.array_free(flat);
    scratch().set(shape);
    const result = wasm.view_reshaped(rows, shape.length);
    wasm.array_free(rows);
    return result;
  };
  return NDArray.fromCell(derivedCell(x.cell, derive));
}

/** `x[index]` */
export function getItem(x: NDArray, index: readonly Index[]): NDArray {
  const shape = x.shape;
  const resolved = resolve(shape, index);
  if (resolved.axes.every(isRange)) {
    const ranges = resolved.axes as Range[];
    const target = resultShape(ranges, resolved.newAxes);
    const piece = isRecorded(x) ? undefined : contiguous(shape, ranges);
    if (piece) return view(x, piece.begin, piece.count, target);
    const part = invoke1("slice", [x], sliceAttrs(ranges));
    const same = ranges.every((r) => !r.drop) && resolved.newAxes.length === 0;
    return same ? part : invoke1("Reshape", [part], { shape: target });
  }
  if (resolved.newAxes.length > 0) {
    throw new MXNetError("index: new axes cannot be mixed with lists; use expandDims");
  }
  const lists = resolved.axes.findIndex(isRange);
  const leading = lists < 0 ? resolved.axes.length : lists;
  if (
    resolved.axes.slice(leading).every((axis) => isRange(axis) && isWhole(axis, shape, resolved.axes.indexOf(axis)))
  ) {
    const all = broadcastShape(resolved.listShapes);
    const size = all.reduce((n, d) => n * d, 1);
    const flat = new Int32Array(leading * size);
    for (let i = 0; i < leading; i++) {
      const own = resolved.listShapes[i] as readonly number[];
      for (let p = 0; p < size; p++) {
        let rest = p;
        const position = all.map(() => 0);
        for (let d = all.length - 1; d >= 0; d--) {
          position[d] = rest % (all[d] as number);
          rest = Math.floor(rest / (all[d] as number));
        }
        flat[i * size + p] = (resolved.axes[i] as readonly number[])[listPlace(own, all, position, 0)] as number;
      }
    }
    return invoke1("gather_nd", [x, array(flat, { shape: [leading, ...all] })]);
  }
  const { places, shape: target } = flatPlaces(shape, resolved);
  const flat = invoke1("Reshape", [x], { shape: [-1] });
  return invoke1("Reshape", [invoke1("take", [flat, array(places)])], { shape: target });
}

function isWhole(range: Range, shape: readonly number[], axis: number): boolean {
  return !range.drop && range.begin === 0 && range.step === 1 && range.count === shape[axis];
}

/** `x.take(indices)` */
export function takeItem(
  x: NDArray,
  indices: NDArray | readonly number[],
  options: { axis?: number; mode?: "clip" | "wrap" | "raise" },
): NDArray {
  const places = indices instanceof NDArray ? indices : array(Int32Array.from(indices));
  return invoke1("take", [x, places], { axis: options.axis, mode: options.mode });
}

/** A value as an array that can be broadcast to a shape, of the target's dtype. */
function asValue(x: NDArray, value: NDArray | Nested | TypedArray): NDArray {
  if (value instanceof NDArray) return value.dtype === x.dtype ? value : value.astype(x.dtype);
  return array(value as Nested[] | TypedArray, { dtype: x.dtype });
}

/** Gives a value exactly this shape. */
function spread(value: NDArray, shape: readonly number[]): NDArray {
  const own = value.shape;
  if (own.length === shape.length && own.every((d, i) => d === shape[i])) return value;
  const extra = own.length - shape.length;
  // Leading axes of size 1 do not matter, as in NumPy.
  const trimmed = extra > 0 && own.slice(0, extra).every((d) => d === 1) ? own.slice(extra) : own;
  const lead = shape.length - trimmed.length;
  const fits = lead >= 0 && trimmed.every((d, i) => d === 1 || d === shape[lead + i]);
  if (!fits) throw new MXNetError(`set: a value of shape (${own}) cannot be broadcast to (${shape})`);
  const padded = invoke1("Reshape", [value], { shape: [...Array<number>(lead).fill(1), ...trimmed] });
  return invoke1("broadcast_to", [padded], { shape });
}

/** `x[index] = value` */
export function setItem(x: NDArray, value: NDArray | Nested | TypedArray, index: readonly Index[]): void {
  const shape = x.shape;
  const resolved = resolve(shape, index);
  const out = [x.cell];
  if (!resolved.axes.every(isRange)) {
    const { places, shape: target } = flatPlaces(shape, resolved);
    const values = spread(typeof value === "number" ? array([value], { dtype: x.dtype }) : asValue(x, value), target);
    const flat = x.reshape([-1]);
    const indices = array(places, { shape: [1, places.length] });
    const flatValues = invoke1("Reshape", [values], { shape: [-1] });
    call(callId("_scatter_set_nd", { shape: flat.shape }), [flat.cell, flatValues.cell, indices.cell], [flat.cell]);
    return;
  }
  const ranges = resolved.axes as Range[];
  const whole = ranges.every((range, axis) => range.count === shape[axis] && range.step === 1);
  if (typeof value === "number") {
    if (whole) call(callId("_set_value", { src: value }), [x.cell], out);
    else call(callId("_slice_assign_scalar", { scalar: value, ...sliceAttrs(ranges) }), [x.cell], out);
    return;
  }
  const part = spread(asValue(x, value), resultShape(ranges, resolved.newAxes));
  const sizes = ranges.map((r) => r.count);
  const exact = part.shape.length === sizes.length && part.shape.every((d, i) => d === sizes[i]);
  const fitted = exact ? part : invoke1("Reshape", [part], { shape: sizes });
  if (whole) call(callId("_copyto"), [fitted.cell], out);
  else call(callId("_slice_assign", sliceAttrs(ranges)), [x.cell, fitted.cell], out);
}
