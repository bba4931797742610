// What a user downloads: raw, gzip and brotli, in bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { pkg } from "./paths.mjs";

const DOWNLOADS = {
  "Node, Deno, Bun, browsers": ["index.js"],
  workerd: ["index.workerd.js", "mxgrad.wasm", "relaxed.wasm"],
  "edge-light": ["index.edge.js", "mxgrad.wasm"],
  "mxgrad/codecs": ["codecs.js"],
};

const row = (name, ...cells) =>
  console.log(name.padEnd(28) + cells.map((cell) => cell.toLocaleString("en").padStart(12)).join(""));
const total = (measure, files) => files.reduce((sum, file) => sum + measure(readFileSync(join(pkg, file))).length, 0);

row("", "raw", "gzip", "brotli");
for (const [name, files] of Object.entries(DOWNLOADS)) {
  row(
    name,
    total((bytes) => bytes, files),
    total((bytes) => gzipSync(bytes, { level: 9 }), files),
    total((bytes) => brotliCompressSync(bytes), files),
  );
}
