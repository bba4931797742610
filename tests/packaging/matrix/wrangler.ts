// wrangler, which makes and serves Cloudflare Workers, in a folder and with settings of its own.
import { join } from "node:path";
import { during, exec, runtimes, tools, withoutRuntime, withoutTool } from "./case.ts";

/** Why wrangler cannot run here, or null. */
export const withoutWrangler: string | null = withoutRuntime("node/bin/node") ?? withoutTool("wrangler");

const node = join(runtimes, "node/bin/node");
const program = join(tools, "wrangler/bin/wrangler.js");
const environment = (cwd: string) => ({ HOME: cwd, XDG_CONFIG_HOME: cwd, WRANGLER_SEND_METRICS: "false", CI: "1" });

/** Runs a command of wrangler to its end. */
export const wrangler = (cwd: string, args: readonly string[]): Promise<string> =>
  exec(node, [program, ...args], cwd, environment(cwd));

/** Serves the worker of a folder on this machine while it is used. */
export function duringWranglerDev<T>(cwd: string, use: (url: string) => Promise<T>): Promise<T> {
  const dev = ["dev", "--local", "--ip", "127.0.0.1", "--port", "0", "--inspector-port", "0"];
  return during([node, [program, ...dev], cwd, environment(cwd)], /Ready on (http:\/\/[\d.:]+)/, ([, url]) =>
    use(url!),
  );
}
