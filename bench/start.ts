// What a user waits for: the download, and the time from the import to the first product of two 64x64 matrices, mxgrad
// beside its peers, in new processes and pages in turns: `npm run bench:start`, or `-- --rounds 20`.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { serve } from "../tests/browser/static-server.ts";
import { chromiumPath as executablePath } from "../tests/support/chromium.ts";
import { runtimes } from "../tests/support/runtimes.ts";

const peers = join(import.meta.dirname, "peers");
const installed = join(peers, "node_modules");
if (!existsSync(installed))
  throw new Error("the peers are missing: npm install --prefix bench/peers --no-package-lock");

/** A library, and the files beside its script that a page fetches. */
const LIBRARIES: Record<string, string[]> = {
  mxgrad: [],
  "jax-js": [],
  "tfjs-wasm": ["@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"],
  "onnxruntime-web": ["mjs", "wasm"].map((type) => `onnxruntime-web/dist/ort-wasm-simd-threaded.${type}`),
  "numpy-ts": [],
};
const N = 64;

/** A program or a page's script: prints or gives the milliseconds and an element of the product. */
const timed = (library: string, files: string) => `const n = ${N};
const values = Float32Array.from({ length: n * n }, (_, i) => (i % 7) / 7);
const start = performance.now();
const { firstProduct } = await import(${JSON.stringify(library)});
const product = await firstProduct(values, n, ${files});
const result = [performance.now() - start, product.length, product[5].toFixed(4)];
`;
const EXPECTED = `${N * N},10.2857`;

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "10" } } });
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds > 0))
  throw new Error(`--rounds is ${options.rounds}, expected a number of 1 or more`);

const folder = mkdtempSync(join(tmpdir(), "mxgrad-bench-"));
const places: Record<string, (library: string) => Promise<unknown[]>> = {};

for (const { name, command, args, here } of runtimes) {
  if (!here) console.log(`${name} is not installed: npm install --prefix tests/runtimes --no-package-lock`);
  else
    places[name] = async (library) => {
      const file = join(folder, `${library}.mjs`);
      const program = timed(join(peers, "first-product", `${library}.mjs`), "undefined");
      writeFileSync(file, `${program}console.log(JSON.stringify(result));\nglobalThis.process.exit();\n`);
      // A library may keep its process from ending; what it printed before counts.
      const run = promisify(execFile)(command, [...args, file], { cwd: folder, timeout: 20_000 });
      const { stdout } = await run.catch((error: { stdout?: string }) => {
        if (error.stdout) return { stdout: error.stdout };
        throw error;
      });
      return JSON.parse(stdout.trim().split("\n").at(-1) as string);
    };
}

console.log("| download | raw | gzip | brotli |\n|---|---:|---:|---:|");
for (const [library, files] of Object.entries(LIBRARIES)) {
  const out = join(folder, "site", library);
  mkdirSync(out, { recursive: true });
  const entry = { entryPoints: [join(peers, "first-product", `${library}.mjs`)], outfile: join(out, "library.js") };
  const form = { bundle: true, format: "esm", minify: true, platform: "browser" } as const;
  await build({ ...entry, ...form, external: ["node:*"], logLevel: "error" });
  for (const file of files) cpSync(join(installed, file), join(out, basename(file)));
  const script = timed("./library.js", `location.origin + "/${library}/"`);
  writeFileSync(join(out, "main.js"), `${script}globalThis.result = result;\n`);
  writeFileSync(join(out, "index.html"), `<!doctype html><script type="module" src="main.js"></script>`);
  const contents = ["library.js", ...files.map((file) => basename(file))].map((file) => readFileSync(join(out, file)));
  const kib = (measure: (bytes: Buffer) => Buffer) =>
    (contents.reduce((sum, bytes) => sum + measure(bytes).length, 0) / 1024).toFixed(0);
  const sizes = [
    kib((bytes) => bytes),
    kib((bytes) => gzipSync(bytes, { level: 9 })),
    kib((bytes) => brotliCompressSync(bytes)),
  ];
  console.log(`| ${library} | ${sizes.map((size) => `${size} KiB`).join(" | ")} |`);
}

const site = await serve(join(folder, "site"));
const browser = executablePath
  ? await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  : null;
if (browser) {
  places[`Chromium ${browser.version()}`] = async (library) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const failed = new Promise<never>((_, reject) => page.on("pageerror", reject));
    await page.goto(`${site.url}/${library}/index.html`);
    const result = page.waitForFunction("globalThis.result", null, { timeout: 60_000 });
    const value = await (await Promise.race([result, failed])).jsonValue();
    await context.close();
    return value as unknown[];
  };
} else console.log("Chromium is not installed");

try {
  console.log(`\n| import to first product, ms, least / median of ${rounds} | ${Object.keys(LIBRARIES).join(" | ")} |`);
  console.log(`|---|${"---:|".repeat(Object.keys(LIBRARIES).length)}`);
  for (const [place, run] of Object.entries(places)) {
    const times = new Map<string, number[]>(Object.keys(LIBRARIES).map((library) => [library, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [library, list] of times) {
        const [ms, ...product] = await run(library);
        if (String(product) !== EXPECTED)
          throw new Error(`${library} in ${place}: got ${product}, expected ${EXPECTED}`);
        list.push(ms as number);
      }
    }
    const cells = [...times.values()].map((list) => {
      list.sort((a, b) => a - b);
      return `${list[0]?.toFixed(0)} / ${list[list.length >> 1]?.toFixed(0)}`;
    });
    console.log(`| ${place} | ${cells.join(" | ")} |`);
  }
} finally {
  await browser?.close();
  site.server.close();
  rmSync(folder, { recursive: true });
}
