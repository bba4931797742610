import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { workerd } from "./runtimes.ts";

/** A workerd process that serves on this machine. */
export interface Workerd {
  readonly url: string;
  readonly pid: number;
  close(): void;
}

/** Serves the modules of a folder on a free port: the first is the worker, each is a line of workerd's configuration. */
export async function startWorkerd(folder: string, modules: readonly string[]): Promise<Workerd> {
  writeFileSync(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .w)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);
const w :Workerd.Worker = (compatibilityDate = "2025-09-01", modules = [${modules.join(", ")}]);
`,
  );
  const child = spawn(workerd, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const close = (): void => {
    child.kill();
  };
  try {
    return { url: `http://127.0.0.1:${await listening(child)}`, pid: child.pid as number, close };
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
