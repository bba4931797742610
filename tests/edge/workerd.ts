import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { startWorkerd } from "../support/workerd.ts";

const root = join(import.meta.dirname, "../..");

/** A worker that is being served on this machine. */
export interface Served {
  readonly url: string;
  /** Resident memory of the process in MiB. */
  rss(): number;
  close(): void;
}

/** Bundles a worker as wrangler does: modules that are not JavaScript stay beside the bundle. */
async function bundle(entry: string, folder: string): Promise<string[]> {
  const beside: string[] = [];
  await build({
    entryPoints: [entry],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    alias: { mxgrad: join(root, "pkg/index.workerd.js") },
    logLevel: "warning",
    plugins: [
      {
        name: "beside",
        setup({ onResolve }) {
          onResolve({ filter: /\.(wasm|params)$/ }, ({ path, resolveDir }) => {
            const name = basename(path);
            copyFileSync(join(resolveDir, path), join(folder, name));
            beside.push(name);
            return { path: `./${name}`, external: true };
          });
        },
      },
    ],
  });
  return beside;
}

/** Serves a worker in workerd on a free port. */
export async function serveWorker(entry: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "mxgrad-worker-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const beside = (await bundle(entry, folder)).map(
      (name) => `(name = "${name}", ${name.endsWith(".wasm") ? "wasm" : "data"} = embed "${name}")`,
    );
    const { url, pid, close } = await startWorkerd(folder, [
      `(name = "worker.js", esModule = embed "worker.js")`,
      ...beside,
    ]);
    return {
      url,
      rss: () => residentMiB(pid),
      close() {
        close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function residentMiB(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return (pages * 4096) / 2 ** 20;
}
