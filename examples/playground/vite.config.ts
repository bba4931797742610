import { join } from "node:path";
import { defineConfig } from "vite";
import { digitsFile } from "./plugins/digits.ts";
import { referenceFiles } from "./plugins/reference.ts";

const root = join(import.meta.dirname, "../..");

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the site works in any folder of any server.
  base: "./",
  // The page imports the package by its name: what is built, as users get it.
  resolve: { alias: [{ find: /^mxgrad$/, replacement: join(root, "pkg/index.js") }] },
  plugins: [digitsFile(), referenceFiles(join(import.meta.dirname, "dist/reference"))],
  worker: { format: "es" },
  server: { host: "127.0.0.1", fs: { allow: [root] } },
  preview: { host: "127.0.0.1" },
  build: { target: "es2022", chunkSizeWarningLimit: 1500 },
});
