import { transform } from "sucrase";

const FILE = "cell.ts";

/**
 * TypeScript as the source of a module whose default export is a function `(require, exports, console)` that returns a
 * promise. Lines stay where they are.
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
  return `export default async function (require, exports, console) {${script}\n}`;
}

/** What an error says, without the file and place that the compiler adds. */
export function messageOf(message: string): string {
  return message.replace(`Error transforming ${FILE}: `, "").replace(/ \(\d+:\d+\)$/, "");
}

/** The line of the cell that an error comes from; `url` is where the cell's module was loaded from. */
export function lineOf(error: unknown, url: string): number | undefined {
  const { stack = "", loc } = error as { stack?: string; loc?: { line: number } };
  if (loc) return loc.line;
  const at = url ? stack.indexOf(url) : -1;
  const place = at < 0 ? null : /^:(\d+)/.exec(stack.slice(at + url.length));
  return place ? Number(place[1]) : undefined;
}
