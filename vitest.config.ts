import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Tests run what is shipped: `mxgrad` is the built package, by default the committed one.
const pkg = process.env.MXGRAD_PKG ?? join(import.meta.dirname, "pkg");

export default defineConfig({
  resolve: { alias: [{ find: /^mxgrad$/, replacement: join(pkg, "index.js") }] },
  test: {
    include: ["tests/**/*.test.ts"],
    // The package is loaded by Node itself, as users load it.
    server: { deps: { external: [/\/index(\.\w+)?\.js$/] } },
    testTimeout: 60_000,
  },
});
