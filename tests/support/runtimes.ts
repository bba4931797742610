import { cpSync, existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const installed = join(root, "tests/runtimes/node_modules/.bin");
/** Two packages bring a `node`; the folder of programs has room for one. */
const node = (folder: string): string => join(root, "tests/runtimes/node_modules", folder, "bin/node");
/** workerd, the runtime of edge functions, when it is installed. */
export const workerd: string = join(installed, "workerd");

/** A runtime that tests run programs in: this Node, and those of tests/runtimes when they are installed. */
export interface Runtime {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly here: boolean;
}

/** All of them. */
export const runtimes: readonly Runtime[] = [
  { name: `Node ${process.version}`, command: process.execPath, args: [], here: true },
  { name: "Node 22", command: node("node"), args: [], here: existsSync(node("node")) },
  { name: "Node 24", command: node("node24"), args: [], here: existsSync(node("node24")) },
  {
    name: "Deno",
    command: join(installed, "deno"),
    args: ["run", "-A", "--no-lock", "--node-modules-dir=manual"],
    here: existsSync(join(installed, "deno")),
  },
  { name: "Bun", command: join(installed, "bun"), args: [], here: existsSync(join(installed, "bun")) },
];

/** A folder with copies of programs that import "mxgrad", outside of the repository, whose settings runtimes would find. */
export function programFolder(...programs: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "mxgrad-program-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/mxgrad"));
  // Otherwise a package.json further up may claim the name.
  writeFileSync(join(folder, "package.json"), "{}");
  for (const program of programs) cpSync(program, join(folder, program.split(/[/\\]/).at(-1) as string));
  return folder;
}
