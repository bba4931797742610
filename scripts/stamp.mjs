// pkg/stamp.json says which sources pkg/ was built from. `node scripts/stamp.mjs` fails when they have changed since.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pkg, root } from "./paths.mjs";

const RUST = [
  "Cargo.toml",
  "Cargo.lock",
  "crates/tile",
  "crates/kernels",
  "crates/core",
  "crates/wasm",
  "crates/packing",
  "scripts/build-wasm.mjs",
  "scripts/order-functions.mjs",
  "scripts/toolchain.mjs",
  "ts/src/runtime/shared-flag.ts",
];
const TYPESCRIPT = ["ts/src", "tsconfig.json", "tsconfig.build.json", "scripts/build-ts.mjs"];
const TOOLS = ["esbuild", "typescript", "binaryen"];

/** Files below a path, in an order that is the same everywhere. */
function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

/** SHA-256 over names (relative, with slashes) and contents (line ends of a Windows checkout do not count). */
function hashOf(base, paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of paths.flatMap((path) => files(join(base, path)))) {
    const content = /\.(wasm|packed)$/.test(file)
      ? readFileSync(file)
      : readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    hash
      .update(`${file.slice(base.length).replaceAll("\\", "/")}\0`)
      .update(content)
      .update("\0");
  }
  return hash.digest("hex");
}

function sourceHashes() {
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const tools = TOOLS.map((name) => `${name}@${devDependencies[name]}`).join();
  return { rust: hashOf(root, RUST, tools), typescript: hashOf(root, TYPESCRIPT, tools) };
}

const outputHash = () =>
  hashOf(
    pkg,
    readdirSync(pkg)
      .filter((name) => name !== "stamp.json")
      .sort(),
  );

const stampFile = join(pkg, "stamp.json");
const readStamp = () => (existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, "utf8")) : {});

/** Records what was just built from: "rust" after the WebAssembly, "typescript" after the bundles and types. */
export function writeStamp(part) {
  const stamp = { ...readStamp(), [part]: sourceHashes()[part], output: outputHash() };
  const { rust, typescript, output } = stamp;
  writeFileSync(stampFile, `${JSON.stringify({ rust, typescript, output }, null, 2)}\n`);
}

/** What is stale in pkg/, as sentences; empty when nothing is. */
export function staleness() {
  const stamp = readStamp();
  const sources = sourceHashes();
  const stale = [];
  if (stamp.rust !== sources.rust)
    stale.push("the Rust sources changed since pkg/mxgrad.wasm was built: npm run build");
  if (stamp.typescript !== sources.typescript)
    stale.push("the TypeScript changed since pkg/ was built: npm run build:ts");
  if (stamp.output !== outputHash())
    stale.push("files in pkg/ are not the ones that the build wrote: npm run build:ts");
  return stale;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const stale = staleness();
  for (const line of stale) console.error(`stale: ${line}`);
  process.exit(stale.length);
}
