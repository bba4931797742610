import { basename, join } from "node:path";
import { build } from "esbuild";
import type { Entry } from "../contenders/index.ts";

/** Writes a contender and its library as one module, for a page or for a process. */
export async function bundle({ file }: Entry, outfile: string, platform: "browser" | "node"): Promise<void> {
  const page = join(import.meta.dirname, "page.ts");
  const contents = [
    `import { contender } from ${JSON.stringify(file)};`,
    ...(platform === "node"
      ? ["export { contender };"]
      : [`import { serve } from ${JSON.stringify(page)};`, "serve(contender);"]),
  ].join("\n");
  const stdin = { contents, resolveDir: import.meta.dirname, sourcefile: `${basename(outfile)}.ts` };
  await build({
    ...{ stdin, outfile, platform, bundle: true, format: "esm", logLevel: "error" },
    mainFields: platform === "node" ? ["module", "main"] : ["browser", "module", "main"],
    // `mxgrad` is the package, not its source.
    tsconfigRaw: { compilerOptions: { paths: {} } },
    // Pages never come to what asks for Node's modules.
    ...(platform === "node" ? { banner: { js: REQUIRE } } : { external: ["node:*"] }),
  });
}

/** CommonJS inside of a module asks for it. */
const REQUIRE = `import { createRequire } from "node:module";
import { dirname } from "node:path";
const require = createRequire(import.meta.url), __filename = import.meta.filename, __dirname = dirname(__filename);`;
