// Serves the reference that `npm run build:site` wrote while the page is being worked on.
import { existsSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { Plugin } from "vite";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
};

export function referenceFiles(folder: string): Plugin {
  return {
    name: "reference",
    configureServer(server) {
      server.middlewares.use("/reference", (request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        const path = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
        if (!path.startsWith(folder + sep) || !existsSync(path)) {
          response.statusCode = 404;
          response.end("The reference is made by: npm run build:site");
          return;
        }
        response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
        response.end(readFileSync(path));
      });
    },
  };
}
