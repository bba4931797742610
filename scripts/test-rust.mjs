// The native Rust tests, by cargo-nextest when it is installed.
import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";
import { output } from "./toolchain.mjs";

const nextest = output("cargo", ["nextest", "--version"]) !== null;
const args = nextest ? ["nextest", "run", "--workspace"] : ["test", "--workspace", "--quiet"];
process.exit(spawnSync("cargo", args, { cwd: root, stdio: "inherit" }).status ?? 1);
