/** Text of arrays to the character as Python prints them: NumPy 1.23's `str(ndarray)`, MXNet's `repr(NDArray)`. */
import type { DType } from "./dtype.ts";
import { floatFormatter } from "./print-float.ts";

/** Arrays with more elements than this are summarised to their corners. */
const THRESHOLD = 1000;
/** Elements shown at either end of a summarised axis. */
const EDGE_ITEMS = 3;
/** Characters in a line. */
const LINE_WIDTH = 75;

/** How many elements of an axis are printed at its start and at its end. */
function shownEdges(length: number, summarised: boolean): { lead: number; trail: number } {
  return summarised && length > 2 * EDGE_ITEMS ? { lead: EDGE_ITEMS, trail: EDGE_ITEMS } : { lead: length, trail: 0 };
}

/** Calls `visit` with the flat position of every element that will be printed. */
function visitShown(shape: readonly number[], summarised: boolean, visit: (position: number) => void): void {
  const walk = (axis: number, offset: number): void => {
    if (axis === shape.length) {
      visit(offset);
      return;
    }
    const length = shape[axis]!;
    const { lead, trail } = shownEdges(length, summarised);
    for (let i = 0; i < lead; i++) walk(axis + 1, offset * length + i);
    for (let i = length - trail; i < length; i++) walk(axis + 1, offset * length + i);
  };
  walk(0, 0);
}

/** Formatter of integers: right-aligned to the widest of them. */
function integerFormatter(values: readonly (number | bigint)[]): (x: number | bigint) => string {
  const width = values.reduce<number>((most, x) => Math.max(most, String(x).length), 0);
  return (x) => String(x).padStart(width);
}

/** Lays words out in lines of at most `width` characters, the first of which starts after `indent` too. */
function wrapWords(words: readonly string[], indent: string, width: number): string {
  let text = "";
  let line = indent;
  words.forEach((word, i) => {
    // A word that is too long for any line stays where it is.
    if (line.length + word.length > width && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i + 1 < words.length ? `${word} ` : word;
  });
  return text + line;
}

/**
 * What `str()` of a NumPy array of these elements gives.
 *
 * @param data - all elements, row major; float16 as the numbers they stand for, int64 as bigints (numbers are accepted)
 * @param shape - lengths of the axes; at least one axis
 */
export function formatArray(
  data: ArrayLike<number> | ArrayLike<bigint>,
  shape: readonly number[],
  dtype: DType,
): string {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0) return "[]";
  const summarised = size > THRESHOLD;
  const shown: (number | bigint)[] = [];
  visitShown(shape, summarised, (position) => shown.push(data[position]!));

  const isFloat = dtype === "float16" || dtype === "float32" || dtype === "float64";
  const numbers = isFloat ? shown.map(Number) : [];
  const words = isFloat ? numbers.map(floatFormatter(numbers, dtype)) : shown.map(integerFormatter(shown));

  // The words come in the order in which the layout meets them.
  let next = 0;
  const layOut = (axis: number, indent: string, width: number): string => {
    const { lead, trail } = shownEdges(shape[axis]!, summarised);
    const innermost = axis === shape.length - 1;
    const item = (): string => (innermost ? words[next++]! : indent + layOut(axis + 1, `${indent} `, width - 1));
    const items: string[] = [];
    for (let i = 0; i < lead; i++) items.push(item());
    if (trail > 0) items.push(innermost ? "..." : `${indent}...`);
    for (let i = 0; i < trail; i++) items.push(item());
    const body = innermost ? wrapWords(items, indent, width - 1) : items.join("\n".repeat(shape.length - 1 - axis));
    return `[${body.slice(indent.length)}]`;
  };
  return layOut(0, " ", LINE_WIDTH);
}

/**
 * What `repr()` of an MXNet NDArray gives: a line feed, the array, and a line that tells shape and context:
 *
 * ```
 *
 * [[1. 2. 3.]
 *  [4. 5. 6.]]
 * <NDArray 2x3 @cpu(0)>
 * ```
 *
 * @param context - as MXNet writes it, `"cpu(0)"`
 */
export function formatNDArray(
  data: ArrayLike<number> | ArrayLike<bigint>,
  shape: readonly number[],
  dtype: DType,
  context = "cpu(0)",
): string {
  return `\n${formatArray(data, shape, dtype)}\n<NDArray ${shape.join("x")} @${context}>`;
}
