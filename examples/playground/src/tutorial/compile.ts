import { transform } from "sucrase";

/** The name under which a cell's code appears in stack traces. */
export const FILE = "cell.ts";

/**
 * TypeScript as the source of a function `(require, exports, console)` that returns a promise. Lines stay where they are.
 *
 * @throws an error with the place for what is not TypeScript
 */
export function compile(code: string): string {
  const { code: script } = transform(code, {
    transforms: ["typescript", "imports"],
    filePath: FILE,
    production: true,
    preserveDynamicImport: true,
  });
  return `(async function (require, exports, console) {${script}\n})\n//# sourceURL=${FILE}`;
}

/** The line of the cell that an error comes from. */
export function lineOf(error: unknown): number | undefined {
  const { stack, loc } = error as { stack?: string; loc?: { line: number } };
  if (loc) return loc.line;
  const place = new RegExp(`${FILE.replace(".", "\\.")}:(\\d+)`).exec(stack ?? "");
  return place ? Number(place[1]) : undefined;
}
