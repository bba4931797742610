// Builds what `npm run bench:kernels` runs into a folder: kernels.wasm and relaxed.wasm, as the package's own are built.
// node scripts/build-kernels.mjs FOLDER
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { findToolchain } from "./toolchain.mjs";

register("./typescript-hooks.mjs", import.meta.url);
const { setShared } = await import("../ts/src/runtime/shared-flag.ts");

const TARGET = "wasm32-unknown-unknown";
const FEATURES = ["simd", "bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "threads"];
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("the folder is missing: node scripts/build-kernels.mjs FOLDER");

const tools = findToolchain();
const run = (command, args, env = process.env) => execFileSync(command, args, { cwd: root, env, stdio: "inherit" });
const [targetDir, relaxedDir] = [join(root, "target/wasm"), join(root, "target/relaxed")];
const release = ["-q", "--release", "--locked", "--target", TARGET];
const std = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
run(tools.cargo, ["build", "-p", "kernels-bench", "--lib", ...release, ...std, "--target-dir", targetDir], tools.env);
const cdylib = ["rustc", "-p", "tile", "--crate-type", "cdylib", ...release, "-Zbuild-std=core"];
run(tools.cargo, [...cdylib, "--target-dir", relaxedDir], tools.relaxedEnv);

function optimise(built, name, features) {
  const flags = features.map((feature) => `--enable-${feature}`);
  run(tools.wasmOpt, ["-O3", ...flags, join(built, TARGET, "release", name[0]), "-o", join(folder, name[1])]);
}
optimise(targetDir, ["kernels_bench.wasm", "kernels.wasm"], FEATURES);
optimise(relaxedDir, ["tile.wasm", "relaxed.wasm"], [...FEATURES, "relaxed-simd"]);
const kernels = join(folder, "kernels.wasm");
const bytes = readFileSync(kernels);
setShared(bytes, false);
writeFileSync(kernels, bytes);
