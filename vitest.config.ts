import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests run what is shipped: `mxgrad` is the built package.
  resolve: {
    alias: [
      { find: /^mxgrad$/, replacement: join(import.meta.dirname, "pkg/index.js") },
      { find: /^mxgrad\/(codecs|docs)$/, replacement: join(import.meta.dirname, "pkg/$1.js") },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    // The package is loaded by Node itself, as users load it.
    server: { deps: { external: [/\/pkg\/(index|codecs|docs)\.js$/] } },
    testTimeout: 60_000,
  },
});
