import { MXNetError } from "../error.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { readArguments } from "../init/arguments.ts";
import { array, checkShape } from "../nd/create.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { DataDesc } from "./data-desc.ts";
import { expectBatchSize } from "./data-iter.ts";
import { LinesIter } from "./lines-iter.ts";

/** What `CSVIter` takes. */
export interface CSVIterOptions {
  /** The file of the data: a path or its bytes. */
  dataCsv: FileSource;
  /** The shape of one example, which a line holds. */
  dataShape: readonly number[];
  /** The file of the labels; without one they are 0. */
  labelCsv?: FileSource | null | undefined;
  /** The shape of one label. Default: `(1,)`. */
  labelShape?: readonly number[] | undefined;
  /** How many examples a batch has. */
  batchSize: number;
  /** Whether the last batch is filled with the first lines, and the next pass goes on behind them. Default: true. */
  roundBatch?: boolean | undefined;
  /** The element type. Default: float32. */
  dtype?: DType | undefined;
  /** Default: `data`. */
  dataName?: string | undefined;
  /** Default: `softmax_label`. */
  labelName?: string | undefined;
}

const DEFAULTS = {
  dataCsv: undefined,
  dataShape: undefined,
  labelCsv: null,
  labelShape: [1],
  batchSize: undefined,
  roundBatch: true,
  dtype: "float32",
  dataName: "data",
  labelName: "softmax_label",
};

/**
 * Batches of lines of numbers, parted by commas.
 *
 * @example
 * ```ts
 * const dataCsv = new TextEncoder().encode("1,2\n3,4\n5,6\n");
 * const iter = new io.CSVIter({ dataCsv, dataShape: [2], batchSize: 2 });
 * for (const batch of iter) console.log(batch.data[0]!.toArray(), batch.pad);
 * // [ [ 1, 2 ], [ 3, 4 ] ] 0
 * // [ [ 5, 6 ], [ 1, 2 ] ] 1
 * ```
 */
export class CSVIter extends LinesIter {
  readonly provideData: readonly DataDesc[];
  readonly provideLabel: readonly DataDesc[];
  readonly #data: NDArray;
  readonly #label: NDArray;

  constructor(options: CSVIterOptions) {
    const given = readArguments("CSVIter", DEFAULTS as unknown as Required<CSVIterOptions>, [options]);
    const batchSize = expectBatchSize(given.batchSize, "CSVIter");
    const [dtype, dataShape, labelShape] = [given.dtype as DType, given.dataShape, given.labelShape as number[]];
    dtypeCode(dtype);
    const data = outsideScopes(() =>
      parse(given.dataCsv, checkShape(dataShape, "CSVIter: dataShape"), dtype, "dataCsv"),
    );
    const count = data.shape[0] as number;
    if (count === 0) throw new MXNetError("CSVIter: dataCsv has no lines");
    super(batchSize, count, Boolean(given.roundBatch));
    this.#data = data;
    const shape = checkShape(labelShape, "CSVIter: labelShape");
    this.#label = outsideScopes(() =>
      given.labelCsv
        ? parse(given.labelCsv, shape, dtype, "labelCsv")
        : array(new Float32Array(count), { shape: [count, 1], dtype }),
    );
    const labels = this.#label.shape[0] as number;
    if (labels < count) throw new MXNetError(`CSVIter: labelCsv has ${labels} lines, dataCsv has ${count}`);
    const desc = (name: string, shape: readonly number[]): DataDesc[] => [new DataDesc(name, shape, dtype)];
    this.provideData = desc(String(given.dataName), [this.batchSize, ...data.shape.slice(1)]);
    this.provideLabel = desc(String(given.labelName), this.#labelShape());
  }

  /** Labels of one number have no axis for it. */
  #labelShape(): number[] {
    const own = this.#label.shape.slice(1);
    return own.every((size) => size === 1) ? [this.batchSize] : [this.batchSize, ...own];
  }

  override getData(): readonly NDArray[] {
    return [this.#data.take(this.lines)];
  }

  override getLabel(): readonly NDArray[] {
    return [this.#label.take(this.lines).reshape(this.#labelShape())];
  }
}

/** Numbers as C reads them; NaN and infinities by name. */
export function numberOf(text: string): number | null {
  const named = /^([+-]?)(inf|infinity|nan)$/i.exec(text);
  if (named) return named[2]?.toLowerCase() === "nan" ? Number.NaN : Number(`${named[1]}Infinity`);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** The lines of a file as an array of shape (lines, ...shape). */
function parse(source: FileSource, shape: readonly number[], dtype: DType, what: string): NDArray {
  const size = shape.reduce((n, d) => n * d, 1);
  const long = dtype === "int64";
  const values: (number | bigint)[] = [];
  let lines = 0;
  new TextDecoder()
    .decode(bytesOf(source, "CSVIter"))
    .split(/\r\n|\r|\n/)
    .forEach((line, at) => {
      const place = `CSVIter: line ${at + 1} of ${what}`;
      const cells = line.split(",").map((cell) => cell.trim());
      // A comma at the end parts nothing.
      if (cells.at(-1) === "") cells.pop();
      if (cells.length === 0) return;
      if (cells.length !== size) {
        throw new MXNetError(`${place} has ${cells.length} numbers, a shape of (${shape}) asks for ${size}`);
      }
      for (const cell of cells) {
        const value = long && /^[+-]?\d+$/.test(cell) ? BigInt(cell) : numberOf(cell);
        if (value === null)
          throw new MXNetError(`${place} has ${JSON.stringify(cell.slice(0, 40))}, which is no number`);
        values.push(value);
      }
      lines++;
    });
  return array(values, { shape: [lines, ...shape], dtype });
}
