// The examples in TSDoc comments.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A code block of a comment. */
export interface Example {
  readonly file: string;
  /** Where the block begins. */
  readonly line: number;
  readonly code: string;
}

/** All TypeScript files below a folder, in a fixed order. */
export function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts") ? [path] : [];
    });
}

/** The blocks marked as `ts` in the doc comments below a folder; one that several overloads share is taken once. */
export function collectExamples(folder: string): Example[] {
  const examples: Example[] = [];
  for (const path of sources(folder)) {
    const file = relative(folder, path).replaceAll("\\", "/");
    const seen = new Set<string>();
    let block: { line: number; code: string[] } | null = null;
    readFileSync(path, "utf8")
      .split(/\r?\n/)
      .forEach((text, i) => {
        const inside = /^\s*\* ?(.*)$/.exec(text)?.[1];
        if (inside === undefined) block = null;
        else if (block && inside.trimEnd() === "```") {
          const code = block.code.join("\n");
          if (!seen.has(code)) examples.push({ file, line: block.line, code });
          seen.add(code);
          block = null;
        } else if (block) block.code.push(inside);
        else if (inside.trimEnd() === "```ts") block = { line: i + 2, code: [] };
      });
  }
  return examples;
}

/**
 * What each `console.log` of an example is said to print: the comment behind it or the comment lines under it; null where
 * nothing is said.
 */
export function expectedOutputs(code: string): (string | null)[] {
  const lines = code.split("\n");
  const outputs: (string | null)[] = [];
  lines.forEach((line, i) => {
    if (!/^\s*console\.log\(/.test(line)) return;
    const behind = /\); \/\/ (.*)$/.exec(line)?.[1];
    const under: string[] = [];
    for (let next = i + 1; /^\s*\/\/ /.test(lines[next] ?? ""); next++)
      under.push(lines[next]!.replace(/^\s*\/\/ /, ""));
    outputs.push(behind ?? (under.length > 0 ? under.join("\n") : null));
  });
  return outputs;
}
