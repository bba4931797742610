// Rust -> pkg/mxgrad.wasm, pkg/relaxed.wasm, pkg/inline and ts/src/runtime/glue.{js,d.ts}. Needs a Rust toolchain; see toolchain.mjs.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nameByNumber, nameByOrder } from "./order-functions.mjs";
import { pkg, root } from "./paths.mjs";
import { writeStamp } from "./stamp.mjs";
import { findToolchain } from "./toolchain.mjs";

register("./typescript-hooks.mjs", import.meta.url);
const { setShared } = await import("../ts/src/runtime/shared-flag.ts");

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
  "threads",
];

/** What stands in the place of wasm-bindgen's start-up code. */
const INSTANTIATE = `/** Makes the one instance of a compiled module. */
export function instantiate(module) {
    __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
    whole = wasm;
    stack = wasm.__stack_pointer.value;
}

/** The exports; \`wasm\` is \`broken\` instead from when a call ends in the middle until the module is mended. */
let whole;
const broken = new Proxy({}, { get(_, name) { mend(); return wasm[name]; } });

/** Where the stack of the module ends: below it are the frames that called the host, if it was called. */
let stack;
let internalError = (trap) => trap;

/** Tells what to throw for a trap. */
export function onTrap(makeError) {
    internalError = makeError;
}

/** Makes the module work on after a trap, which unwinds nothing, or after the engine's own stack was full. */
function mend() {
    whole.__stack_pointer.value = stack;
    whole.recover();
    wasm = whole;
}

/** What to throw. If the engine's stack is full for this too, the module is mended by the next that uses it. */
function recovered(error) {
    mend();
    return error.name === 'RuntimeError' ? internalError(error) : error;
}

/** How many bytes the thread locals of an instance take. */
export function threadLocalsSize() {
    return wasm.__tls_size.value;
}

/** Adds functions to the table of functions, and tells the index of the first. */
export function addFunctions(functions) {
    const table = wasm.__indirect_function_table;
    const first = table.grow(functions.length);
    functions.forEach((one, i) => { table.set(first + i, one); });
    return first;
}

/** Goes on as another instance, of the same module with a shared memory, which becomes a copy of this one's. */
export function moveTo(module, memory) {
    const pages = (wasm.memory.buffer.byteLength - memory.buffer.byteLength) / 65536;
    if (pages > 0) memory.grow(pages);
    new Uint8Array(memory.buffer).set(new Uint8Array(wasm.memory.buffer));
    // The copy says that its data is initialised. What lives outside of memory comes along: two globals, and the table
    // of host objects. The table of functions holds what it held at the start.
    const instance = new WebAssembly.Instance(module, __wbg_get_imports(memory));
    const next = instance.exports;
    for (const name of ['__stack_pointer', '__tls_base']) next[name].value = wasm[name].value;
    const [from, to] = [wasm.__wbindgen_externrefs, next.__wbindgen_externrefs];
    if (to.length < from.length) to.grow(from.length - to.length);
    for (let i = 0; i < from.length; i++) to.set(i, from.get(i));
    [wasmInstance, wasmModule] = [instance, module];
    wasm = whole = next;
}
`;

const tools = findToolchain();
const run = (command, args, env = tools.env) => execFileSync(command, args, { cwd: root, env, stdio: "inherit" });

const [targetDir, relaxedDir] = [join(root, "target/wasm"), join(root, "target/relaxed")];
const release = ["--release", "--locked", "--target", TARGET];
run(tools.cargo, [
  ...["build", "-p", "mxgrad-module", ...release],
  ...["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
  // Not `core`, of which loops of kernels are made.
  ...["alloc", "std"].flatMap((name) => ["--config", `profile.release.package.${name}.opt-level="z"`]),
  ...["--target-dir", targetDir],
]);
const relaxedArgs = ["rustc", "-p", "tile", "--crate-type", "cdylib", ...release];
run(tools.cargo, [...relaxedArgs, "-Zbuild-std=core", "--target-dir", relaxedDir], tools.relaxedEnv);

const unpackDir = join(root, "target/unpack");
run(
  tools.cargo,
  [
    "rustc",
    "-p",
    "packing",
    "--lib",
    "--crate-type",
    "cdylib",
    ...release,
    "-Zbuild-std=core",
    "--target-dir",
    unpackDir,
  ],
  tools.unpackEnv,
);

const out = mkdtempSync(join(tmpdir(), "mxgrad-"));
try {
  // One module serves one thread and several. It is linked for a shared memory, and then said to import an ordinary one:
  // atomic instructions work on both, and wasm-bindgen makes the same glue as for any module of one thread.
  const compiled = readFileSync(join(targetDir, TARGET, "release/mxgrad_module.wasm"));
  setShared(compiled, false);
  const unshared = join(out, "mxgrad.wasm");
  writeFileSync(unshared, compiled);
  run(tools.wasmBindgen, ["--target", "web", "--out-dir", out, "--out-name", "glue", "--keep-lld-exports", unshared]);
  mkdirSync(pkg, { recursive: true });
  const features = FEATURES.map((name) => `--enable-${name}`);
  const [optimised, named] = [join(out, "optimised.wasm"), join(out, "named.wasm")];
  // The stack ends where memory begins, so that nothing lives at the first addresses.
  const optimise = ["-O3", "--low-memory-unused", ...features, named];
  const strip = ["--strip-debug", "--strip-producers"];
  // The order is that of optimised functions, but what is optimised a second time is the module as it came: reading an
  // optimised one adds locals to it.
  const bound = readFileSync(join(out, "glue_bg.wasm"));
  writeFileSync(named, nameByNumber(bound));
  run(tools.wasmOpt, [...optimise, "--reorder-functions", "--debuginfo", "-o", optimised]);
  writeFileSync(named, nameByOrder(bound, readFileSync(optimised)));
  run(tools.wasmOpt, [...optimise, "--reorder-functions-by-name", ...strip, "-o", join(pkg, "mxgrad.wasm")]);
  const relaxed = join(pkg, "relaxed.wasm");
  const compiledRelaxed = join(relaxedDir, TARGET, "release/tile.wasm");
  run(tools.wasmOpt, ["-O3", ...strip, ...features, "--enable-relaxed-simd", compiledRelaxed, "-o", relaxed]);
  checkRelaxed(relaxed);
  const inline = join(pkg, "inline");
  mkdirSync(inline, { recursive: true });
  const compiledUnpacker = join(unpackDir, TARGET, "release/packing.wasm");
  run(tools.wasmOpt, ["-Os", ...strip, ...features, compiledUnpacker, "-o", join(inline, "unpack.wasm")]);
  const modules = [join(pkg, "mxgrad.wasm"), relaxed, join(inline, "modules.packed")];
  run(tools.cargo, ["run", "-p", "packing", "--release", "--locked", "--quiet", "--", ...modules], process.env);
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
  const body = source.slice(source.indexOf("*/") + 2, cut).trim();
  return `${HEADER}${recovering(readyForSharing(body))}

${INSTANTIATE}`;
}

/** Catches traps wherever the module is called, and keeps where its stack was when it calls the host. */
function recovering(source) {
  const call = /^( +)(const ret = |)(wasm\.(?!__)\w+\(.*\);)$/gm;
  const passing = /(function passStringToWasm0\(.*\) \{\n)([\s\S]*?)(\n\}\n)/;
  const callback = /(function handleError\(f, args\) \{\n)( {4}try \{\n.*\n {4}\} catch \(e\) \{\n)([\s\S]*?\n {4}\})/;
  const handler = "catch (e) { wasm = broken; throw recovered(e); }";
  if (!call.test(source) || !passing.test(source) || !callback.test(source)) {
    throw new Error("wasm-bindgen's glue has changed: calls");
  }
  return source
    .replace(call, (_, indent, ret, made) => {
      const declared = ret ? `${indent}let ret;\n` : "";
      return `${declared}${indent}try { ${ret && "ret = "}${made} } ${handler}`;
    })
    .replace(passing, `$1    try {\n$2\n    } ${handler}$3`)
    .replace(
      callback,
      `$1    const below = stack;
    stack = wasm.__stack_pointer.value;
$2$3 finally {
        try { if (wasm === broken) mend(); } finally { stack = below; }
    }`,
    );
}

/**
 * Views of a shared memory do not die when it grows, they stay short; and browsers decode no text in it. The view by which
 * every call looks whether the instance lives reads a fixed address, and stays as fast as it is.
 */
function readyForSharing(source) {
  const growing = /(cached(?!Int32)\w+Memory0)\.byteLength === 0/g;
  const decoding = "cachedTextDecoder.decode(bytes)";
  if (!growing.test(source) || !source.includes(decoding)) throw new Error("wasm-bindgen's glue has changed: views");
  if (/getInt32ArrayMemory0\(\)\.subarray/.test(source)) throw new Error("a list of i32 crosses: mend readyForSharing");
  return source
    .replaceAll(growing, "$1.buffer !== wasm.memory.buffer")
    .replace(decoding, "cachedTextDecoder.decode(bytes.slice())");
}

function synchronousTypes(source) {
  const cut = source.indexOf("export type InitInput");
  if (cut < 0) throw new Error("wasm-bindgen's declarations have changed: no InitInput");
  return `${HEADER}${source.slice(0, cut).trim()}

/** Makes the one instance of a compiled module. */
export function instantiate(module: WebAssembly.Module): void;
/** Tells what to throw for a trap. */
export function onTrap(makeError: (trap: Error) => Error): void;
/** How many bytes the thread locals of an instance take. */
export function threadLocalsSize(): number;
/** Adds functions to the table of functions, and tells the index of the first. */
export function addFunctions(functions: WebAssembly.ExportValue[]): number;
/** Goes on as another instance, of the same module with a shared memory, which becomes a copy of this one's. */
export function moveTo(module: WebAssembly.Module, memory: WebAssembly.Memory): void;
`;
}

/**
 * The second module runs on the core's memory, so it must have nothing there: no data, no stack (a global that changes), no
 * table of its own. A kernel that spills an array or can panic shows here.
 */
function checkRelaxed(file) {
  const text = execFileSync(tools.wasmDis, ["--all-features", file], { encoding: "utf8" });
  const foreign = text.match(/\((import "(?!env" "memory")|data|elem|table|global .*\(mut|call) ?.*/)?.[0];
  if (foreign) throw new Error(`${file} cannot run beside the core: ${foreign}`);
}
