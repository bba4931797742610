import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** Where a build goes; MXGRAD_PKG moves it elsewhere, and tests read it from there too. */
export const pkg = process.env.MXGRAD_PKG ?? join(root, "pkg");
