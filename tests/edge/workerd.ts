import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { build } from "esbuild";
import { workerd } from "../support/runtimes.ts";

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
  const modules = (await bundle(entry, folder)).map(
    (name) => `(name = "${name}", ${name.endsWith(".wasm") ? "wasm" : "data"} = embed "${name}")`,
  );
  writeFileSync(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
     const config :Workerd.Config = (
       services = [(name = "main", worker = .w)],
       sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);
     const w :Workerd.Worker = (compatibilityDate = "2025-09-01", modules = [
       (name = "worker.js", esModule = embed "worker.js"), ${modules.join(", ")}]);`,
  );
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const close = (): void => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${await listening(child)}`;
    return { url, rss: () => residentMiB(child.pid as number), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The port that workerd reports on its control channel. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = "";
    (child.stdio[3] as Readable).on("data", (chunk) => {
      text += chunk;
      const port = /"event":"listen".*"port":(\d+)/.exec(text)?.[1];
      if (port) resolve(Number(port));
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`workerd ended with ${code}`)));
  });
}

function residentMiB(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return (pages * 4096) / 2 ** 20;
}
