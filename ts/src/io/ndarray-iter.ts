import { MXNetError } from "../error.ts";
import { concat, sliceAxis } from "../generated/ops.ts";
import { isPlainObject, readArguments } from "../init/arguments.ts";
import type { NDArray } from "../nd/ndarray.ts";
import type { CSRNDArray } from "../nd/sparse/arrays.ts";
import { csrMatrix } from "../nd/sparse/create.ts";
import { permutation } from "../np/random.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { scope } from "../scope.ts";
import { DataBatch } from "./data-batch.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter, expectBatchSize } from "./data-iter.ts";
import { type DataSources, expectRows, isNamedSources, namedArrays } from "./sources.ts";

/** What becomes of rows that do not fill a batch. */
export type LastBatchHandle = "pad" | "discard" | "roll_over";

/** What `NDArrayIter` takes besides the arrays. */
export interface NDArrayIterOptions {
  /** How many examples a batch has. Default: 1. */
  batchSize?: number | undefined;
  /** Whether every pass is in another order, drawn from `mx.np.random`. Default: false. */
  shuffle?: boolean | undefined;
  /**
   * What becomes of rows that do not fill a batch: the first rows fill it (`"pad"`, the default), they are left out, or they
   * come first in the next pass.
   */
  lastBatchHandle?: LastBatchHandle | undefined;
  /** The name of the data, if it has none. Default: `data`. */
  dataName?: string | undefined;
  /** The name of the labels, if they have none. Default: `softmax_label`. */
  labelName?: string | undefined;
  /** What each axis is; batches are cut along N. Default: `NCHW`. */
  layout?: string | undefined;
}

const HANDLES: readonly string[] = ["pad", "discard", "roll_over"];
const DEFAULTS = {
  data: undefined,
  label: null,
  batchSize: 1,
  shuffle: false,
  lastBatchHandle: "pad",
  dataName: "data",
  labelName: "softmax_label",
  layout: "NCHW",
};

/**
 * Batches of rows of arrays. Data and labels are one array each, lists of them, or arrays by name; other arguments come by
 * position in MXNet's order, or as options.
 *
 * @example
 * ```ts
 * const data = nd.arange(10).reshape([5, 2]);
 * const iter = new io.NDArrayIter(data, nd.arange(5), { batchSize: 2 });
 * for (const batch of iter) console.log(batch.label![0]!.toArray(), batch.pad);
 * // [ 0, 1 ] 0
 * // [ 2, 3 ] 0
 * // [ 4, 0 ] 1
 * iter.reset();
 * ```
 */
export class NDArrayIter extends DataIter {
  /** The rows by name. */
  readonly data: readonly (readonly [name: string, array: NDArray])[];
  /** The labels by name. */
  readonly label: readonly (readonly [name: string, array: NDArray])[];
  /** How many rows there are. */
  readonly numData: number;
  readonly layout: string;
  readonly lastBatchHandle: LastBatchHandle;
  readonly #axis: number;
  /** For each place which row is there; null while rows are in their own order. */
  #order: Uint32Array | null = null;
  /** As MXNet does it, each pass orders the rows of the pass before anew, with an order that is shuffled further. */
  #shuffled: number[] | null = null;
  #cursor: number;
  /** Rows that are left of the pass before. */
  #rest: { data: readonly NDArray[]; label: readonly NDArray[] } | null = null;

  constructor(data: DataSources, options: NDArrayIterOptions);
  constructor(data: DataSources, label?: DataSources | null, options?: NDArrayIterOptions);
  constructor(
    data: DataSources,
    label: DataSources | null,
    batchSize: number,
    shuffle?: boolean,
    lastBatchHandle?: LastBatchHandle,
    dataName?: string,
    labelName?: string,
    layout?: string,
  );
  constructor(...args: unknown[]) {
    // Arrays by name are an object, too.
    const named = args.length < 2 || (args.length === 2 && isPlainObject(args[1]) && isNamedSources(args[1]));
    const { data, label, ...options } = readArguments("NDArrayIter", DEFAULTS, named ? [...args, {}] : args) as {
      data: unknown;
      label: unknown;
    } & Required<{ [key in keyof NDArrayIterOptions]: NonNullable<NDArrayIterOptions[key]> }>;
    super(expectBatchSize(options.batchSize, "NDArrayIter"));
    if (!HANDLES.includes(options.lastBatchHandle)) {
      throw new MXNetError(
        `NDArrayIter: lastBatchHandle is ${JSON.stringify(options.lastBatchHandle)}, expected ${HANDLES.join(", ")}`,
      );
    }
    this.lastBatchHandle = options.lastBatchHandle;
    this.layout = String(options.layout);
    this.#axis = DataDesc.getBatchAxis(this.layout);
    if (this.#axis < 0) throw new MXNetError(`NDArrayIter: layout ${JSON.stringify(this.layout)} has no axis N`);
    this.data = namedArrays("NDArrayIter: data", data, options.dataName);
    this.label = namedArrays("NDArrayIter: label", label, options.labelName);
    if (this.data.length === 0) throw new MXNetError("NDArrayIter: data is empty");
    this.numData = this.data[0]?.[1].shape[this.#axis] ?? 0;
    if (this.numData === 0) throw new MXNetError("NDArrayIter: the data has no rows");
    expectRows("NDArrayIter", [...this.data, ...this.label], this.#axis, this.numData);
    const sparse = [...this.data, ...this.label].filter(([, x]) => x.stype !== "default");
    for (const [name, x] of sparse) {
      if (x.stype !== "csr" || this.#axis !== 0)
        throw new MXNetError(`NDArrayIter: ${name} is ${x.stype}; of sparse arrays only csr has batches`);
    }
    if (sparse.length > 0 && this.lastBatchHandle !== "discard") {
      throw new MXNetError("`NDArrayIter` only supports ``CSRNDArray`` with `last_batch_handle` set to `discard`.");
    }
    if (options.shuffle) this.#shuffled = Array.from({ length: this.numData }, (_, i) => i);
    this.#cursor = -this.batchSize;
    this.reset();
  }

  get provideData(): readonly DataDesc[] {
    return this.#describe(this.data);
  }

  get provideLabel(): readonly DataDesc[] {
    return this.#describe(this.label);
  }

  #describe(named: readonly (readonly [string, NDArray])[]): DataDesc[] {
    return named.map(([name, x]) => {
      const shape = x.shape;
      shape[this.#axis] = this.batchSize;
      return new DataDesc(name, shape, x.dtype, this.layout);
    });
  }

  reset(): void {
    this.#shuffle();
    const last = this.#cursor > this.numData - this.batchSize && this.#cursor < this.numData;
    if (this.lastBatchHandle === "roll_over" && last) this.#cursor -= this.numData + this.batchSize;
    else this.#cursor = -this.batchSize;
  }

  /** Goes back to the start, and forgets the rows that are left of the pass before. */
  hardReset(): void {
    this.#shuffle();
    this.#cursor = -this.batchSize;
    this.#rest = null;
  }

  #shuffle(): void {
    if (!this.#shuffled) return;
    this.#shuffled = permutation(this.#shuffled);
    const before = this.#order;
    this.#order = Uint32Array.from(this.#shuffled, (at) => (before ? (before[at] as number) : at));
  }

  override iterNext(): boolean {
    // At the end the cursor stays, so that asking again does not change what `reset` finds.
    if (this.#cursor + this.batchSize >= this.numData) return false;
    this.#cursor += this.batchSize;
    return true;
  }

  override next(): DataBatch | null {
    if (!this.iterNext()) return null;
    const missing = this.#cursor + this.batchSize - this.numData;
    if (missing > 0 && this.lastBatchHandle !== "pad") {
      if (this.lastBatchHandle === "roll_over") {
        this.#rest = outsideScopes(() => ({ data: this.getData(), label: this.getLabel() }));
      }
      return null;
    }
    const batch = new DataBatch(this.getData(), this.getLabel(), this.getPad());
    if (this.#cursor < 0) this.#rest = null;
    return batch;
  }

  override getData(): readonly NDArray[] {
    return this.#rows(this.data, this.#rest?.data);
  }

  override getLabel(): readonly NDArray[] {
    return this.#rows(this.label, this.#rest?.label);
  }

  override getPad(): number {
    if (this.lastBatchHandle === "pad") return Math.max(0, this.#cursor + this.batchSize - this.numData);
    return Math.max(0, -this.#cursor);
  }

  /** The rows of the batch: what is left of the pass before, then those at the cursor; padding begins again at the first. */
  #rows(sources: readonly (readonly [string, NDArray])[], rest: readonly NDArray[] | undefined): NDArray[] {
    const begin = Math.max(0, this.#cursor);
    const end = this.#cursor + this.batchSize;
    const stop = this.lastBatchHandle === "pad" ? end : Math.min(end, this.numData);
    return scope(() =>
      sources.map(([, x], i) => {
        const rows = this.#take(x, begin, stop);
        const old = this.#cursor < 0 ? rest?.[i] : undefined;
        return old ? concat(old, rows, { dim: this.#axis }) : rows;
      }),
    );
  }

  #take(x: NDArray, begin: number, end: number): NDArray {
    const axis = this.#axis;
    if (x.stype === "csr") {
      const matrix = x as CSRNDArray;
      return this.#order ? matrixRows(matrix, this.#order.subarray(begin, end)) : matrix.slice(`${begin}:${end}`);
    }
    if (!this.#order && end <= this.numData) return sliceAxis(x, { axis, begin, end });
    const places = Array.from({ length: end - begin }, (_, i) => (begin + i) % this.numData);
    const order = this.#order;
    return x.take(order ? places.map((at) => order[at] as number) : places, { axis });
  }
}

/** Rows of a csr matrix. */
function matrixRows(x: CSRNDArray, rows: Uint32Array): NDArray {
  const from = Array.from(x.indptr.toTypedArray() as BigInt64Array, Number);
  const [columns, values] = [x.indices.toTypedArray(), x.data.toTypedArray()] as [BigInt64Array, Float32Array];
  const [indptr, indices, data] = [[0], [] as number[], [] as number[]];
  for (const row of rows) {
    for (let i = from[row] as number; i < (from[row + 1] as number); i++) {
      indices.push(Number(columns[i]));
      data.push(values[i] as number);
    }
    indptr.push(indices.length);
  }
  return csrMatrix({ data, indices, indptr }, { shape: [rows.length, x.shape[1] as number], dtype: x.dtype });
}
