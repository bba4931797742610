// Texts as Python prints them.
import { attrText } from "../runtime/attrs.ts";

/** A shape as a tuple: `(4, 0)`, `(3,)`; None where there is none. */
export function tuple(shape: readonly number[] | null): string {
  return shape === null ? "None" : attrText(shape);
}

/** A text whose lines after the first are indented. */
export function indent(text: string, by: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(by)}`);
}

/** Names in quotes, those in the middle of a long list left out. */
export function briefList(names: readonly string[], limit = 7): string {
  if (names.length > limit) {
    const half = limit >> 1;
    return `${briefList(names.slice(0, half))}, ..., ${briefList(names.slice(half - limit))}`;
  }
  return names.map((name) => `'${name}'`).join(", ");
}
