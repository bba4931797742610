import { MXNetError } from "../error.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { readArguments } from "../init/arguments.ts";
import { array, checkShape } from "../nd/create.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { csrMatrix } from "../nd/sparse/create.ts";
import { numberOf } from "./csv-iter.ts";
import { DataDesc } from "./data-desc.ts";
import { expectBatchSize, expectCount } from "./data-iter.ts";
import { LinesIter } from "./lines-iter.ts";

/** What `LibSVMIter` takes. */
export interface LibSVMIterOptions {
  /** The file of the data: a path or its bytes. */
  dataLibsvm: FileSource;
  /** How many columns there are, as a shape. */
  dataShape: readonly number[];
  /** The file of the labels; without one they are what lines of the data begin with. */
  labelLibsvm?: FileSource | null | undefined;
  /** How many columns the labels have, as a shape. Default: `(1,)`. */
  labelShape?: readonly number[] | undefined;
  /** How many examples a batch has. */
  batchSize: number;
  /** Into how many parts the lines are cut. Default: 1. */
  numParts?: number | undefined;
  /** Which of the parts is read. Default: 0. */
  partIndex?: number | undefined;
  /** Default: `data`. */
  dataName?: string | undefined;
  /** Default: `softmax_label`. */
  labelName?: string | undefined;
}

const DEFAULTS = {
  dataLibsvm: undefined,
  dataShape: undefined,
  labelLibsvm: null,
  labelShape: [1],
  batchSize: undefined,
  numParts: 1,
  partIndex: 0,
  dataName: "data",
  labelName: "softmax_label",
};

/** The lines of a file: what each begins with, and its columns that are not zero. */
interface Lines {
  readonly labels: number[];
  readonly columns: number[][];
  readonly values: number[][];
}

/**
 * Batches of sparse rows, of lines like `1 0:0.5 7:2`: a label, then columns (from 0) with their values. The data comes in
 * csr storage. The last batch is filled with the first lines, and the next pass goes on behind them.
 *
 * @example
 * ```ts
 * const dataLibsvm = new TextEncoder().encode("1 0:0.5 2:2\n-1 1:3\n");
 * const iter = new io.LibSVMIter({ dataLibsvm, dataShape: [3], batchSize: 2 });
 * const { data, label } = iter.next()!;
 * console.log(data[0]!.stype, data[0]!.toArray(), label![0]!.toArray()); // csr [ [ 0.5, 0, 2 ], [ 0, 3, 0 ] ] [ 1, -1 ]
 * ```
 */
export class LibSVMIter extends LinesIter {
  readonly provideData: readonly DataDesc[];
  readonly provideLabel: readonly DataDesc[];
  readonly #data: Lines;
  readonly #label: Lines | null;

  constructor(options: LibSVMIterOptions) {
    const given = readArguments("LibSVMIter", DEFAULTS as unknown as Required<LibSVMIterOptions>, [options]);
    const batchSize = expectBatchSize(given.batchSize, "LibSVMIter");
    const columns = (shape: unknown, what: string): number => {
      const sizes = checkShape(shape, `LibSVMIter: ${what}`);
      if (sizes.length !== 1) throw new MXNetError(`LibSVMIter: ${what} is (${sizes}), expected one dimension`);
      return sizes[0] as number;
    };
    const width = columns(given.dataShape, "dataShape");
    const labelWidth = columns(given.labelShape, "labelShape");
    const parts = expectCount(given.numParts, "LibSVMIter: numParts", 1);
    const part = expectCount(given.partIndex, "LibSVMIter: partIndex", 0);
    if (part >= parts) throw new MXNetError(`LibSVMIter: partIndex is ${part}, there are ${parts} parts`);
    const cut = (lines: Lines): Lines => {
      const [begin, end] = [part, part + 1].map((i) => Math.trunc((lines.labels.length / parts) * i));
      const { labels, columns, values } = lines;
      return { labels: labels.slice(begin, end), columns: columns.slice(begin, end), values: values.slice(begin, end) };
    };
    const data = cut(parse(given.dataLibsvm, width, "dataLibsvm"));
    const count = data.labels.length;
    if (count === 0) throw new MXNetError("LibSVMIter: dataLibsvm has no lines");
    const label = given.labelLibsvm ? cut(parse(given.labelLibsvm, labelWidth, "labelLibsvm")) : null;
    if (label && label.labels.length < count) {
      throw new MXNetError(`LibSVMIter: labelLibsvm has ${label.labels.length} lines, dataLibsvm has ${count}`);
    }
    super(batchSize, count, true);
    this.#data = data;
    this.#label = label;
    this.provideData = [new DataDesc(String(given.dataName), [batchSize, width])];
    this.provideLabel = [new DataDesc(String(given.labelName), label ? [batchSize, labelWidth] : [batchSize])];
  }

  override getData(): readonly NDArray[] {
    return [this.#rows(this.#data, this.provideData)];
  }

  override getLabel(): readonly NDArray[] {
    if (this.#label) return [this.#rows(this.#label, this.provideLabel)];
    return [array(Float32Array.from(this.lines, (line) => this.#data.labels[line] as number))];
  }

  #rows({ columns, values }: Lines, [desc]: readonly DataDesc[]): NDArray {
    const indptr = [0];
    for (const line of this.lines) indptr.push((indptr.at(-1) as number) + (columns[line] as number[]).length);
    const indices = this.lines.flatMap((line) => columns[line] as number[]);
    const data = this.lines.flatMap((line) => values[line] as number[]);
    return csrMatrix({ data, indices, indptr }, { shape: (desc as DataDesc).shape, dtype: "float32" });
  }
}

function parse(source: FileSource, width: number, what: string): Lines {
  const lines: Lines = { labels: [], columns: [], values: [] };
  const text = new TextDecoder().decode(bytesOf(source, "LibSVMIter"));
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    const [first, ...items] = line.split(/\s+/).filter((item) => item !== "");
    if (first === undefined) return;
    const fail = (item: string, why: string): never => {
      throw new MXNetError(`LibSVMIter: line ${at + 1} of ${what} has ${JSON.stringify(item.slice(0, 40))}, ${why}`);
    };
    const pairs = items.map((item): [number, number] => {
      const [, column, value] = /^(\d{1,10}):(.+)$/.exec(item) ?? fail(item, "which is no column with a value");
      if (Number(column) >= width) fail(item, `but there are ${width} columns`);
      return [Number(column), numberOf(value as string) ?? fail(item, "which is no column with a value")];
    });
    pairs.sort((a, b) => a[0] - b[0]);
    pairs.forEach(([column], i) => {
      if (i > 0 && column === pairs[i - 1]?.[0]) fail(`${column}:`, "and has it again");
    });
    lines.labels.push(numberOf(first) ?? fail(first, "which is no number"));
    lines.columns.push(pairs.map(([column]) => column));
    lines.values.push(pairs.map(([, value]) => value));
  });
  return lines;
}
