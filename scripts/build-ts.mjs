// TypeScript + pkg/mxgrad.wasm -> pkg/index*.js and pkg/types. Needs Node only.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { pkg, root } from "./paths.mjs";
import { writeStamp } from "./stamp.mjs";

const ENTRIES = { inline: "index.js", workerd: "index.workerd.js", edge: "index.edge.js" };

const modules = ["mxgrad.wasm", "relaxed.wasm", "inline/modules.packed", "inline/unpack.wasm"];
for (const path of modules.map((name) => join(pkg, name))) {
  if (!existsSync(path)) throw new Error(`${path} is missing: npm run build:wasm`);
}

/** Inlines the packed modules, and leaves imports of others to the platform. */
const wasmImports = {
  name: "wasm-imports",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^modules\.packed$/ }, ({ path }) => ({ path, namespace: "packed" }));
    onLoad({ filter: /./, namespace: "packed" }, () => {
      const [core, relaxed, packed, unpacker] = modules.map((name) => readFileSync(join(pkg, name)));
      const values = {
        packed: packed.toString("base64"),
        unpacker: unpacker.toString("base64"),
        sizes: { core: core.length, relaxed: relaxed.length },
      };
      const lines = Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
      return { contents: lines.join("\n"), loader: "js" };
    });
    onResolve({ filter: /^\.\/\w+\.wasm(\?module)?$/ }, ({ path }) => ({ path, external: true }));
  },
};

for (const [loader, file] of Object.entries(ENTRIES)) {
  await build({
    absWorkingDir: root,
    entryPoints: [`ts/src/entry/${loader}.ts`],
    outfile: join(pkg, file),
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    minifySyntax: true,
    minifyWhitespace: true,
    // `sideEffects: false` of our own package.json speaks to users' bundlers; here it would drop modules.
    ignoreAnnotations: true,
    alias: { "#loader": join(root, `ts/src/runtime/loader.${loader}.ts`) },
    plugins: [wasmImports],
    legalComments: "none",
    logLevel: "warning",
  });
  await shortenLocalNames(join(pkg, file));
  plainNamespaces(join(pkg, file));
}

/** How what lies beside the library's own files is built. */
const BESIDE = {
  absWorkingDir: root,
  outdir: pkg,
  bundle: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
};

// Node's entry: two modules before the library's, which stays the one that everything imports.
await build({
  ...BESIDE,
  entryPoints: { "index.node": "ts/src/entry/node.ts", "files.node": "ts/src/runtime/files.node.ts" },
  ignoreAnnotations: true,
  plugins: [
    {
      name: "beside",
      setup({ onResolve }) {
        onResolve({ filter: /\/inline\.ts$/ }, () => ({ path: "./index.js", external: true }));
        onResolve({ filter: /\/files\.node\.ts$/ }, ({ kind }) =>
          kind === "entry-point" ? undefined : { path: "./files.node.js", external: true },
        );
      },
    },
  ],
});

// Entries apart from the library: image files, and what operators do in words.
await build({
  ...BESIDE,
  entryPoints: { codecs: "ts/src/codecs/index.ts", docs: "ts/src/docs/index.ts" },
});

const types = join(pkg, "types");
rmSync(types, { recursive: true, force: true });
const tsc = join(root, "node_modules/.bin/tsc");
execFileSync(tsc, ["-p", "tsconfig.build.json", "--outDir", types], { cwd: root, stdio: "inherit" });
cpSync(join(root, "ts/src/runtime/glue.d.ts"), join(types, "runtime/glue.d.ts"));
writeStamp("typescript");

/**
 * Makes namespaces plain objects, after all that they hold and before `mx`, which holds them. esbuild's are filled with getters, of
 * which V8 makes two thousand at the start; and by a call that stands by itself, so that users' bundlers would keep them all.
 */
function plainNamespaces(file) {
  const helper = /var __export=\(.*\n/;
  const pattern = /var ([\w$]+)=\{\};__export\(\1,\{([^}]*)\}\);?/g;
  const all = "var mx={";
  const bundle = readFileSync(file, "utf8");
  const namespaces = new Map([...bundle.matchAll(pattern)].map(([, name, getters]) => [name, getters.split(",")]));
  const rest = bundle.replace(helper, "").replaceAll(pattern, "");
  if (namespaces.size === 0 || rest.includes("__export") || rest.split(all).length !== 2)
    throw new Error("esbuild's namespaces have changed");
  const lines = new Map();
  const add = (name) => {
    const entries = namespaces.get(name).map((getter) => getter.split(":()=>"));
    for (const [, value] of entries) if (namespaces.has(value) && !lines.has(value)) add(value);
    const list = entries.map(([key, value]) => (key === value ? key : `${key}:${value}`));
    lines.set(name, `var ${name}={${list}};\n`);
  };
  for (const name of namespaces.keys()) if (!lines.has(name)) add(name);
  writeFileSync(
    file,
    rest.replace(all, () => [...lines.values(), all].join("")),
  );
}

/**
 * Shortens the names inside of functions. Those of classes and functions are seen by users (`Dense(None -> 10, linear)`) and
 * stay: esbuild leaves the top level alone in what is no module, so imports and exports come off meanwhile.
 */
async function shortenLocalNames(file) {
  const bundle = readFileSync(file, "utf8");
  const end = bundle.lastIndexOf("export{");
  const imports = bundle.match(/import(?:\{[^}]*\}| \w+ )from"[^"]*";/g) ?? [];
  const script = imports.reduce((text, line) => text.replace(line, ""), bundle.slice(0, end));
  const { code } = await transform(script, {
    minifyWhitespace: true,
    minifyIdentifiers: true,
    target: "es2022",
    logLevel: "warning",
  });
  // What is imported by a variable's name is not for users' bundlers to find; minifying drops the comments that say so.
  const marked = code.trim().replace(/\bimport\((?=\w+\))/g, "import(/*webpackIgnore:true*//*@vite-ignore*/");
  // Node prints the whole line in which an error was thrown: each declaration has its own.
  const lines = marked.replace(/\}[;,]?(?=(?:var|function|async function) [\w$]|\w+=class\b)/g, "$&\n");
  writeFileSync(file, [...imports, lines, bundle.slice(end)].join(""));
}
