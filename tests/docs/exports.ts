// What the package exports, and where the sources document it.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { sources } from "./collect.ts";

/** An exported function, class or constant in a file. */
export interface Declaration {
  readonly file: string;
  readonly name: string;
  /** Whether the comment in front of it, or of one of its overloads, has an example. */
  readonly example: boolean;
  /** What it is another name of, by its comment. */
  readonly aliasOf: string | null;
}

/** A doc comment, if there is one, then lines for tools, then the declaration. */
const DECLARATION =
  /(?:^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:\/\/.*\n)*)?^export (?:abstract |async )*(?:function\*?|class|const) (\w+)/gm;

/** The exported declarations of a text. */
export function declarationsIn(file: string, text: string): Declaration[] {
  const found = new Map<string, Declaration>();
  for (const [, comment = "", name = ""] of text.matchAll(DECLARATION)) {
    const example = found.get(name)?.example || /@example\b[\s\S]*```ts/.test(comment);
    found.set(name, { file, name, example, aliasOf: /Another name of `(\w+)`/.exec(comment)?.[1] ?? null });
  }
  return [...found.values()];
}

/** The exported declarations of every file below a folder. */
export function declarations(folder: string): Declaration[] {
  return sources(folder).flatMap((path) =>
    declarationsIn(relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")),
  );
}

/** What files export under another name, `linalgGemm as gemm`: the name it is declared with, by the exported one. */
export function renamed(folder: string): Map<string, string> {
  const lists = sources(folder).flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^export \{([^}]*)\}/gm)]);
  const pairs = lists.flatMap(([, list = ""]) => [...list.matchAll(/(\w+) as (\w+)/g)]);
  return new Map(pairs.map(([, from = "", to = ""]) => [to, from]));
}

/** The paths of the functions and classes that callers reach from a name space: `nd.linalg.gemm`. */
export function reachable(space: object): string[] {
  return Object.entries(space).flatMap(([name, value]) => {
    if (typeof value === "function") return [name];
    return typeof value === "object" && value !== null ? reachable(value).map((below) => `${name}.${below}`) : [];
  });
}
