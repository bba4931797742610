// Runs a TypeScript program: node scripts/run.mjs examples/mnist/main.ts [arguments]
import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

register("./typescript-hooks.mjs", import.meta.url);
process.setSourceMapsEnabled(true);
process.argv.splice(1, 1);
process.argv[1] = resolve(process.argv[1]);
await import(pathToFileURL(process.argv[1]).href);
