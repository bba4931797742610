// Finds what turns the Rust sources into WebAssembly, or says in one line what is missing.
//
// Panics are bugs, and trap at once: texts and unwinding would be a tenth of the module. The standard library that rustup
// installs has both, so std is always built from source (-Zbuild-std); RUSTC_BOOTSTRAP lets a stable compiler do it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./paths.mjs";

/** The standard output of a command, trimmed, or null when it cannot be run. */
export function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

/** Whether native Rust (cargo) is there at all. */
export const hasCargo = () => output("cargo", ["--version"]) !== null;

function fail(what) {
  console.error(`mxgrad build: ${what}`);
  process.exit(1);
}

/** The sysroot of the first compiler that comes with the sources of std. */
function findCompiler() {
  const candidates = [
    ["cargo", "rustc"],
    ["/usr/bin/cargo", "/usr/bin/rustc"],
  ];
  for (const [cargo, rustc] of candidates) {
    const sysroot = output(rustc, ["--print", "sysroot"]);
    if (sysroot === null || output(cargo, ["--version"]) === null) continue;
    const source = join(sysroot, "lib/rustlib/src/rust");
    if (existsSync(join(source, "library/std/Cargo.toml"))) return { cargo, rustc, sysroot, source };
  }
  return fail(
    "the sources of Rust's standard library are missing: `rustup component add rust-src`, or on Debian `apt-get install rustc-web cargo-web rust-web-src`",
  );
}

/** rust-lld of this compiler or of any other Rust installed, else LLVM's wasm-ld. */
function findLinker(sysroot) {
  const sysroots = [
    sysroot,
    output("rustc", ["--print", "sysroot"]),
    output("rustup", ["run", "stable", "rustc", "--print", "sysroot"]),
  ];
  for (const dir of sysroots.filter(Boolean)) {
    const lib = join(dir, "lib/rustlib");
    for (const host of existsSync(lib) ? readdirSync(lib) : []) {
      const linker = join(lib, host, "bin/rust-lld");
      if (existsSync(linker)) return linker;
    }
  }
  const onPath = findProgram("wasm-ld");
  return (
    onPath ?? fail("no linker for WebAssembly: `rustup toolchain install stable` (rust-lld) or `apt-get install lld`")
  );
}

function findProgram(name) {
  const cargoTools = [join(homedir(), ".cargo-tools/bin"), join(homedir(), ".cargo/bin")];
  const dirs = [...(process.env.PATH ?? "").split(delimiter), ...cargoTools];
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path));
}

/** The wasm-bindgen program, whose version must be the library's to the digit. */
function findBindgen() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const wanted = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)?.[1];
  const program = findProgram("wasm-bindgen");
  const found = program && output(program, ["--version"])?.split(" ")[1];
  if (found === wanted) return program;
  return fail(
    `needs wasm-bindgen ${wanted}, found ${found ?? "none"}: \`cargo install wasm-bindgen-cli --version ${wanted}\``,
  );
}

/**
 * A memory that several instances can share, what a further instance needs to get a stack and thread locals of its own, and
 * a table of functions that takes more of them.
 */
const LINK_ARGS = [
  "--import-memory",
  "--shared-memory",
  "--max-memory=4294967296",
  "--export-table",
  "--growable-table",
  ...["__stack_pointer", "__tls_base", "__tls_size", "__tls_align", "__wasm_init_tls"].map(
    (name) => `--export=${name}`,
  ),
];

/** What a panic does. */
const TRAPPING = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/** Everything build-wasm.mjs runs, and the environment it runs cargo in. Ends the process when something is missing. */
export function findToolchain() {
  const { cargo, rustc, sysroot, source } = findCompiler();
  const wasmBindgen = findBindgen();
  const [wasmOpt, wasmDis] = ["wasm-opt", "wasm-dis"].map((name) => join(root, "node_modules/.bin", name));
  if (!existsSync(wasmOpt)) fail("wasm-opt is missing: `npm ci`");
  execFileSync(cargo, ["fetch", "--locked", "--quiet"], { cwd: root, stdio: "inherit" });
  const registry = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry/src");
  const linker = findLinker(sysroot);
  // Source locations in panic messages must not depend on the machine.
  const remap = [
    [source, "rust"],
    [root, "mxgrad"],
    ...readdirSync(registry).map((dir) => [join(registry, dir), "crates"]),
  ];
  const remaps = remap.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  const flags = [
    // Atomics and shared memory, so that `setThreads` can run several instances on one memory; see build-wasm.mjs.
    "-Ctarget-feature=+simd128,+atomics,+bulk-memory",
    ...LINK_ARGS.map((arg) => `-Clink-arg=${arg}`),
    ...TRAPPING,
    // Kernels run as their own crate compiled them: for speed. See crates/kernels/src/instances.rs.
    "-Zshare-generics=y",
    // Nobody reads them.
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    ...remaps,
  ];
  // The second module: no stack, no memory of its own.
  const relaxedFlags = [
    "-Ctarget-feature=+simd128,+relaxed-simd",
    ...["--import-memory", "--max-memory=4294967296", "-zstack-size=0"].map((arg) => `-Clink-arg=${arg}`),
    ...TRAPPING,
    ...remaps,
  ];
  // What unpacks the modules must run wherever they might not.
  const unpackFlags = ["-Ctarget-feature=+bulk-memory", "-Clink-arg=-zstack-size=4096", ...TRAPPING, ...remaps];
  const env = (flags) => ({
    ...process.env,
    RUSTC: rustc,
    RUSTC_BOOTSTRAP: "1",
    CARGO_ENCODED_RUSTFLAGS: flags.join("\x1f"),
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker,
  });
  return {
    cargo,
    wasmBindgen,
    wasmOpt,
    wasmDis,
    env: env(flags),
    relaxedEnv: env(relaxedFlags),
    unpackEnv: env(unpackFlags),
  };
}
