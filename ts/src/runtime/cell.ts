// Cells tie the host's objects to the core's arrays, and keep memory flat without anybody freeing anything:
//
// - The table holds cells, never the objects users hold, so that the collector sees which arrays nobody has any more.
// - When live arrays pass the budget, those that were not used for a while move out: their bytes go into a JavaScript
//   buffer that hangs on the cell, and the table forgets the cell. JavaScript's collector works inside synchronous code
//   too, so what nobody holds vanishes; what somebody holds moves in again at its next use, unnoticed.
// - Views, detached arrays and gradient buffers share another array's memory. Their cells know how to be derived from that
//   array's cell again, so that when cold they are simply let go, and do not keep the other from moving out.
// - Finalisers run when the event loop turns: for big arrays from their start, and for those that cannot move out (they
//   share memory, or a graph holds them) once they are found cold.
import { MXNetError } from "../error.ts";
import { catchUp, late } from "./late.ts";
import { bytesAt, heapBytes, scratch } from "./memory.ts";
import * as wasm from "./wasm.ts";

wasm.set_error_factory((message: string) => new MXNetError(message));
wasm.onTrap((cause) => new MXNetError(`internal error (a bug of mxgrad): ${cause.message}`, { cause }));

/** An array's bytes outside of the core. */
interface Spilled {
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly bytes: Uint8Array;
  /** The gradient's bytes and the state, of a variable. */
  readonly grad?: Uint8Array;
  readonly state?: number;
}

/** One array: in the core under a handle, or outside. */
export class Cell {
  /** The handle, or 0 when the array moved out or was disposed. */
  handle: number;
  spilled: Spilled | undefined;
  /** Whether the table has forgotten the cell, so that the collector decides. */
  weak = false;
  /** For an array on another's memory: makes its handle again from the other's. */
  derive: (() => number) | undefined;
  /** The cell of that other array. */
  owner: Cell | undefined;
  /** How many cells are derived from this one; while there are any, disposing does not free it. */
  shared = 0;
  /** Whether the user disposed it. */
  disposed = false;
  /** The cell of a variable's gradient buffer, if somebody asked for it. */
  grad: Cell | undefined;
  /** How a variable's gradient is stored, if not densely. */
  gradStype: "row_sparse" | "csr" | undefined;

  constructor(handle: number) {
    this.handle = handle;
  }
}

const cells = new Map<number, Cell>();
const hasFinalisers = typeof FinalizationRegistry !== "undefined";
/** Watches the objects that users hold of big arrays. */
const objects = hasFinalisers ? new FinalizationRegistry<Cell>(disposeCell) : undefined;
/** Watches cells that the table has forgotten. */
const weakCells = hasFinalisers ? new FinalizationRegistry<number>(release) : undefined;

/** Arrays of this many bytes get a finaliser when they are made; for smaller ones it costs more than it brings. */
const BIG = 1 << 18;
/** Live bytes beyond which arrays move out. */
const DEFAULT_BUDGET = 64 << 20;
/** Live arrays beyond which they move out, however small. */
const COUNT_BUDGET = 8192;

/**
 * Bun's collector does not count buffers until much later than V8's: left alone, what moved out piles up to gigabytes. A
 * sweep is rare, so that a collection with it costs little.
 */
const collectInBun = (globalThis as { Bun?: { gc?: (force: boolean) => void } }).Bun?.gc;

let budget = DEFAULT_BUDGET;
let pressed = false;
let spilledBytes = 0;
let reloads = 0;
wasm.memory_limits(budget, COUNT_BUDGET);

const scopes: Cell[][] = [];

function release(handle: number): void {
  cells.delete(handle);
  wasm.array_free(handle);
}

/** A cell for a new array of the core. */
export function newCell(handle: number): Cell {
  const cell = new Cell(handle);
  cells.set(handle, cell);
  scopes.at(-1)?.push(cell);
  return cell;
}

/** A cell for an array on the memory of another; `derive` makes its handle from the other's, now and again. */
export function derivedCell(owner: Cell, derive: (handle: number) => number): Cell {
  const again = (): number => derive(liveHandle(owner));
  const cell = newCell(again());
  cell.derive = again;
  cell.owner = owner;
  owner.shared++;
  return cell;
}

/** From now on a derived cell stands for the memory it has, whatever becomes of the other array. */
export function settle(cell: Cell): void {
  liveHandle(cell);
  cell.derive = undefined;
  leaveOwner(cell);
}

/** Tells the cell that this one was derived from that it no longer is; what was disposed and waited for that is freed. */
function leaveOwner(cell: Cell): void {
  const owner = cell.owner;
  cell.owner = undefined;
  if (owner && --owner.shared === 0 && owner.disposed) free(owner);
}

/** Gives a big array a finaliser of its own; `object` is what the user holds. */
export function watch(object: object, cell: Cell, bytes: number): void {
  if (bytes >= BIG) objects?.register(object, cell);
}

/** The handle of a cell's array; one that moved out moves in again. */
export function handleOf(cell: Cell): number {
  if (cell.disposed) throw new MXNetError("this NDArray was disposed; its data is gone");
  return cell.handle || reload(cell);
}

/** The same for a cell that others are derived from: they outlive its disposal. */
function liveHandle(cell: Cell): number {
  return cell.handle || reload(cell);
}

/** Frees a cell's array at once. */
export function disposeCell(cell: Cell): void {
  if (cell.disposed) return;
  cell.disposed = true;
  if (cell.shared === 0) free(cell);
}

function free(cell: Cell): void {
  if (cell.weak) weakCells?.unregister(cell);
  if (cell.handle) release(cell.handle);
  if (cell.spilled) forget(cell.spilled);
  cell.handle = 0;
  cell.spilled = undefined;
  leaveOwner(cell);
}

/** Whether a cell's array was disposed. */
export function isDisposed(cell: Cell): boolean {
  return cell.disposed;
}

/** Tells whether memory presses after a call; if so, the next call sweeps first. */
export function notePressure(presses: boolean): void {
  pressed ||= presses;
}

/** Moves cold arrays out if memory presses. Only called at the start of an operator call. */
export function relieve(): void {
  if (late.first) catchUp();
  if (!pressed) return;
  pressed = false;
  sweep();
  collectInBun?.(true);
  // What stays is in use: the next sweep waits for as much again.
  wasm.memory_limits(wasm.memory_bytes() + budget, wasm.memory_live() + COUNT_BUDGET);
}

function sweep(): void {
  // Derived arrays go first: those they share memory with may be free to move out then.
  const candidates: Cell[] = [];
  for (const handle of wasm.sweep_cold()) {
    const cell = cells.get(handle);
    if (!cell) continue;
    if (cell.derive && wasm.sweep_plain(handle)) letGo(cell);
    else candidates.push(cell);
  }
  for (const cell of candidates) {
    if (cell.grad?.derive && cell.grad.handle) letGo(cell.grad);
    const kind = wasm.sweep_kind(cell.handle);
    if (kind === 0) leaveToCollector(cell);
    else spill(cell, kind);
  }
}

/** Frees the handle of a derived cell. */
function letGo(cell: Cell): void {
  release(cell.handle);
  cell.handle = 0;
}

/** The table forgets a cell; its array is freed when the collector finds that nobody holds it. */
function leaveToCollector(cell: Cell): void {
  if (!weakCells) return;
  weakCells.register(cell, cell.handle, cell);
  cell.weak = true;
  cells.delete(cell.handle);
  wasm.sweep_weaken(cell.handle);
}

function spill(cell: Cell, kind: number): void {
  const handle = cell.handle;
  const { shape, dtype } = readSpec(handle);
  if (kind === 2) {
    const state = wasm.variable_state(handle);
    const grad = wasm.grad_of(handle);
    cell.spilled = { shape, dtype, bytes: readBytes(handle), grad: readBytes(grad), state };
    wasm.array_free(grad);
  } else {
    cell.spilled = { shape, dtype, bytes: readBytes(handle) };
  }
  spilledBytes += cell.spilled.bytes.length;
  cell.handle = 0;
  release(handle);
}

function reload(cell: Cell): number {
  if (cell.derive) {
    cell.handle = cell.derive();
    cells.set(cell.handle, cell);
    return cell.handle;
  }
  const spilled = cell.spilled;
  if (!spilled) throw new MXNetError("this NDArray was disposed; its data is gone");
  const handle = writeArray(spilled.shape, spilled.dtype, spilled.bytes);
  if (spilled.grad) {
    wasm.variable_restore(handle, writeArray(spilled.shape, spilled.dtype, spilled.grad), spilled.state as number);
  }
  cell.handle = handle;
  cell.spilled = undefined;
  cells.set(handle, cell);
  forget(spilled);
  reloads++;
  return handle;
}

function forget(spilled: Spilled): void {
  spilledBytes -= spilled.bytes.length;
}

const SIZES = [4, 8, 2, 1, 4, 1, 8];

/** Shape and dtype code of an array of the core. */
export function readSpec(handle: number): { shape: number[]; dtype: number } {
  const packed = wasm.array_spec(handle);
  return { shape: Array.from(scratch().subarray(0, packed & 255)), dtype: packed >> 8 };
}

/** A copy of an array's bytes. */
export function readBytes(handle: number): Uint8Array {
  const { shape, dtype } = readSpec(handle);
  const length = shape.reduce((n, d) => n * d, SIZES[dtype] as number);
  return bytesAt(wasm.array_address(handle), length).slice();
}

/** A new array of the core with these bytes; gives its handle. */
export function writeArray(shape: readonly number[], dtype: number, bytes: Uint8Array): number {
  scratch().set(shape);
  const handle = wasm.array_new(shape.length, dtype);
  bytesAt(wasm.array_address(handle), bytes.length).set(bytes);
  return handle;
}

/** Runs a function; arrays that it makes and does not return are freed when it ends. */
export function inScope<T>(run: () => T, survivors: (result: T) => Set<Cell>): T {
  const made: Cell[] = [];
  scopes.push(made);
  let kept: Set<Cell> | undefined;
  try {
    const result = run();
    kept = survivors(result);
    return result;
  } finally {
    scopes.pop();
    const outer = scopes.at(-1);
    for (const cell of made) {
      if (!kept?.has(cell)) disposeCell(cell);
      else outer?.push(cell);
    }
  }
}

/** Runs a function whose arrays outlive all scopes in force: parameters and optimizer states are made at their first use. */
export function outsideScopes<T>(run: () => T): T {
  const open = scopes.splice(0);
  try {
    return run();
  } finally {
    scopes.push(...open);
  }
}

/** How much memory the library uses. */
export interface MemoryInfo {
  /** Arrays in the core that JavaScript holds or may still hold. */
  live: number;
  /** Bytes of arrays in the core, those that graphs keep included. */
  bytes: number;
  /** The most bytes there ever were. */
  peakBytes: number;
  /** The size of the WebAssembly memory; it never shrinks. */
  heapBytes: number;
  /** Bytes that moved out of the core and have neither moved in again nor been disposed. */
  spilledBytes: number;
  /** How many arrays moved in again. */
  reloads: number;
}

/**
 * How much memory the library uses.
 *
 * @example
 * ```ts
 * const before = memory().live;
 * const x = nd.ones([1000]);
 * console.log(memory().live - before); // 1
 * ```
 */
export function memory(): MemoryInfo {
  return {
    live: wasm.memory_live(),
    bytes: wasm.memory_bytes(),
    peakBytes: wasm.memory_peak(),
    heapBytes: heapBytes(),
    spilledBytes,
    reloads,
  };
}

/**
 * Sets how many bytes of arrays may pile up before those not in use move out of the core. The default is 64 MiB;
 * small isolates may want less.
 *
 * @param bytes - the budget, at least 1 MiB
 * @example
 * ```ts
 * mx.setMemoryBudget(32 << 20);
 * mx.setMemoryBudget(64 << 20); // the default
 * ```
 */
export function setMemoryBudget(bytes: number): void {
  if (!(bytes >= 1 << 20 && bytes <= 2 ** 32)) {
    throw new MXNetError(`setMemoryBudget: bytes is ${bytes}, expected 1048576 (1 MiB) to 4294967296 (4 GiB)`);
  }
  budget = bytes;
  wasm.memory_limits(bytes, COUNT_BUDGET);
}
