// Builds the playground and serves it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../browser/static-server.ts";

const folder = join(import.meta.dirname, "../../examples/playground");
const vite = join(folder, "node_modules/vite/bin/vite.js");

/** Why there is no playground to test here; null if there is. */
export const notInstalled: string | null = existsSync(vite)
  ? null
  : "the playground's tools are not installed: npm ci --prefix examples/playground";

/** The built site on a free port of this machine. */
export async function serveSite(): Promise<{ url: string; close(): void }> {
  if (notInstalled) throw new Error(notInstalled);
  const out = mkdtempSync(join(tmpdir(), "mxgrad-site-"));
  const quiet = ["--logLevel", "warn"];
  execFileSync(process.execPath, [vite, "build", "--outDir", out, "--emptyOutDir", ...quiet], {
    cwd: folder,
    stdio: "inherit",
  });
  const { url, server } = await serve(out);
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(out, { recursive: true, force: true });
    },
  };
}
