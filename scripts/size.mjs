// What a user downloads: raw, gzip and brotli, in bytes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { pkg } from "./paths.mjs";

/** What a bundler leaves of the package for a worker that trains a network. */
const PART = 'export { autograd, gluon, nd } from "./index.workerd.js";';
const bundled = await build({
  stdin: { contents: PART, resolveDir: pkg },
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
  external: ["*.wasm"],
});

const DOWNLOADS = {
  "Node, Deno, Bun, browsers": ["index.js"],
  workerd: ["index.workerd.js", "mxgrad.wasm", "relaxed.wasm"],
  "workerd, nd autograd gluon": [bundled.outputFiles[0], "mxgrad.wasm", "relaxed.wasm"],
  "edge-light": ["index.edge.js", "mxgrad.wasm"],
  "mxgrad/codecs": ["codecs.js"],
  "mxgrad/docs": ["docs.js"],
};

const row = (name, ...cells) =>
  console.log(name.padEnd(28) + cells.map((cell) => cell.toLocaleString("en").padStart(12)).join(""));
const bytesOf = (file) => (typeof file === "string" ? readFileSync(join(pkg, file)) : file.contents);
const total = (measure, files) => files.reduce((sum, file) => sum + measure(bytesOf(file)).length, 0);

row("", "raw", "gzip", "brotli");
for (const [name, files] of Object.entries(DOWNLOADS)) {
  row(
    name,
    total((bytes) => bytes, files),
    total((bytes) => gzipSync(bytes, { level: 9 }), files),
    total((bytes) => brotliCompressSync(bytes), files),
  );
}
