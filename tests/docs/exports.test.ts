/** Everything that the package exports is shown in use where it is documented. */
import { join } from "node:path";
import * as library from "mxgrad";
import * as codecs from "mxgrad/codecs";
import * as docs from "mxgrad/docs";
import { expect, test } from "vitest";
import { declarations, declarationsIn, reachable, renamed } from "./exports.ts";

const source = join(import.meta.dirname, "../../ts/src");
const { default: _, ...exported } = library;

test("every exported function and class has an example", () => {
  const [all, names] = [declarations(source), renamed(source)];
  const named = (name: string) => all.filter((declaration) => declaration.name === name);
  const paths = [...reachable(exported), ...reachable(codecs), ...reachable(docs)];
  expect(paths.length).toBeGreaterThan(400);
  // Declarations of one name, as of the random functions of nd and np, are all taken for exported.
  const declared = paths.map((path) => {
    const name = path.slice(path.lastIndexOf(".") + 1);
    return { path, found: [named(name), named(names.get(name) ?? "")].find((list) => list.length > 0) ?? [] };
  });
  const problems = declared.flatMap(({ path, found }) => {
    if (found.length === 0) return [`${path}: its declaration is not found`];
    const bare = found.filter(({ example, aliasOf }) => !example && !named(aliasOf ?? "").some((of) => of.example));
    return bare.map(({ file }) => `${path}: no example in ${file}`);
  });
  expect(problems).toEqual([]);
});

test("declarations are found with their comments", () => {
  const text = `/**
 * @example
 * \`\`\`ts
 * f();
 * \`\`\`
 */
// for a tool
export function f(): void;
/** Of numbers. */
export function f(x?: number): void {}
/** Another name of \`f\`. */
export const g: typeof f = f;

export abstract class Bare {}
`;
  expect(declarationsIn("a.ts", text)).toEqual([
    { file: "a.ts", name: "f", example: true, aliasOf: null },
    { file: "a.ts", name: "g", example: false, aliasOf: "f" },
    { file: "a.ts", name: "Bare", example: false, aliasOf: null },
  ]);
  expect(reachable({ a: () => {}, b: { c: class {}, d: 1 } })).toEqual(["a", "b.c"]);
});
