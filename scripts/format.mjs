// Formats everything: TypeScript, JavaScript, JSON by biome (import order and safe lint fixes included), Rust by cargo fmt.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { hasCargo } from "./toolchain.mjs";

const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;
const done = [
  run(join(root, "node_modules/.bin/biome"), ["check", "--write"]),
  !hasCargo() || run("cargo", ["fmt", "--all"]),
];
process.exit(done.every(Boolean) ? 0 : 1);
