import { MXNetError } from "../error.ts";

/** A Python slice; null where the text says nothing. */
export interface SliceParts {
  readonly begin: number | null;
  readonly end: number | null;
  readonly step: number;
}

/**
 * Reads a Python slice: `"1:3"`, `":"`, `"::-1"`.
 *
 * @throws MXNetError for other texts, and for steps of 0
 */
export function readSlice(text: string): SliceParts {
  const parts = text.split(":").map((part) => part.trim());
  const numbers = parts.map((part) => (part === "" ? null : Number(part)));
  if (parts.length < 2 || parts.length > 3 || numbers.some((n) => n !== null && !Number.isInteger(n))) {
    throw new MXNetError(`index: ${JSON.stringify(text)} is not a slice; write "begin:end" or "begin:end:step"`);
  }
  const [begin = null, end = null, step] = numbers;
  if (step === 0) throw new MXNetError("index: the step of a slice cannot be 0");
  return { begin, end, step: step ?? 1 };
}

/** The first place of a slice of so many, and the place after its last. */
export function sliceBounds({ begin, end, step }: SliceParts, size: number): [begin: number, end: number] {
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const clamp = (n: number): number => Math.min(Math.max(n < 0 ? n + size : n, low), high);
  const [first, last] = step > 0 ? [low, high] : [high, low];
  return [begin === null ? first : clamp(begin), end === null ? last : clamp(end)];
}
