// Rust -> pkg/mxgrad.wasm and ts/src/runtime/glue.{js,d.ts}. Needs a Rust toolchain; see toolchain.mjs.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pkg, root } from "./paths.mjs";
import { writeStamp } from "./stamp.mjs";
import { findToolchain } from "./toolchain.mjs";

const HEADER = "// Written by scripts/build-wasm.mjs from crates/wasm. Do not edit.\n";
const TARGET = "wasm32-unknown-unknown";
const FEATURES = [
  "simd",
  "bulk-memory",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
  "reference-types",
  "multivalue",
  "exception-handling",
];

const tools = findToolchain();
const run = (command, args) => execFileSync(command, args, { cwd: root, env: tools.env, stdio: "inherit" });

const targetDir = join(root, "target/wasm");
const cargoArgs = ["build", "--release", "--locked", "-p", "mxgrad-wasm", "--target", TARGET];
run(tools.cargo, [...cargoArgs, "-Zbuild-std=std,panic_unwind", "--target-dir", targetDir]);

const out = mkdtempSync(join(tmpdir(), "mxgrad-"));
try {
  const compiled = join(targetDir, TARGET, "release/mxgrad_wasm.wasm");
  run(tools.wasmBindgen, ["--target", "web", "--out-dir", out, "--out-name", "glue", compiled]);
  mkdirSync(pkg, { recursive: true });
  const optimise = ["-O3", "--strip-debug", "--strip-producers", ...FEATURES.map((name) => `--enable-${name}`)];
  run(tools.wasmOpt, [...optimise, join(out, "glue_bg.wasm"), "-o", join(pkg, "mxgrad.wasm")]);
  const runtime = join(root, "ts/src/runtime");
  writeFileSync(join(runtime, "glue.js"), synchronousGlue(readFileSync(join(out, "glue.js"), "utf8")));
  writeFileSync(join(runtime, "glue.d.ts"), synchronousTypes(readFileSync(join(out, "glue.d.ts"), "utf8")));
  writeStamp("rust");
} finally {
  rmSync(out, { recursive: true });
}

/**
 * Replaces wasm-bindgen's start-up code by one function. Its asynchronous half names a .wasm file that bundlers would
 * chase, and its `instanceof WebAssembly.Module` fails for a module of another realm (edge sandboxes).
 */
function synchronousGlue(source) {
  const cut = source.indexOf("async function __wbg_load");
  if (cut < 0) throw new Error("wasm-bindgen's glue has changed: no __wbg_load");
  return `${HEADER}${source.slice(source.indexOf("*/") + 2, cut).trim()}

/** Makes the one instance of a compiled module. */
export function instantiate(module) {
    __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
}
`;
}

function synchronousTypes(source) {
  const cut = source.indexOf("export type InitInput");
  if (cut < 0) throw new Error("wasm-bindgen's declarations have changed: no InitInput");
  return `${HEADER}${source.slice(0, cut).trim()}

/** Makes the one instance of a compiled module. */
export function instantiate(module: WebAssembly.Module): void;
`;
}
