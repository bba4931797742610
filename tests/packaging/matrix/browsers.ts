// Browsers: a page, a dedicated worker and a service worker without a bundler, and what bundlers make.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromiumPath as chromium } from "../../support/chromium.ts";
import { type Bench, type Case, folder } from "./case.ts";

interface Browser {
  readonly name: string;
  readonly missing: string | null;
  start(url: string, profile: string): [command: string, args: string[]];
}

const first = (...paths: (string | undefined)[]) => paths.find((path) => path && existsSync(path));
const firefox = first(process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox");
const webkit = first(process.env.MINIBROWSER, "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");
const xvfb = first("/usr/bin/xvfb-run");

/** A name with the version that a command prints. */
function named(name: string, path: string | undefined, ...args: string[]): string {
  if (!path) return name;
  const { stdout } = spawnSync(path, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return `${name} ${/\d+(\.\d+)+/.exec(stdout ?? "")?.[0] ?? ""}`.trim();
}

const CHROMIUM = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const browsers: Browser[] = [
  {
    name: named("Chromium", chromium, "--version"),
    missing: chromium ? null : "apt-get install chromium",
    start: (url, profile) => [chromium!, [...CHROMIUM, "--remote-debugging-port=0", `--user-data-dir=${profile}`, url]],
  },
  {
    name: named("Firefox", firefox, "--version"),
    missing: firefox ? null : "apt-get install firefox-esr",
    start: (url, profile) => [firefox!, ["--headless", "--no-remote", "--profile", profile, url]],
  },
  {
    name: named("WebKitGTK", webkit && "/usr/bin/dpkg-query", "-W", "libwebkit2gtk-4.1-0"),
    missing: webkit && xvfb ? null : "apt-get install libwebkit2gtk-4.1-0 xvfb xauth",
    start: (url) => [xvfb!, ["-a", webkit!, "--private", url]],
  },
];

const running = new Map<string, { child: ChildProcess; profile: string }>();

/** Shows a page in a browser, which is started when it is first needed; gives what the page reports. */
export function visit({ site }: Bench, browser: Browser, page: string): Promise<unknown> {
  if (!running.has(browser.name)) {
    const profile = mkdtempSync(join(tmpdir(), "mxgrad-profile-"));
    const [command, args] = browser.start(`${site.url}/runner?${encodeURIComponent(browser.name)}`, profile);
    const env = {
      ...process.env,
      HOME: profile,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
    };
    running.set(browser.name, { child: spawn(command, args, { env, stdio: "ignore", detached: true }), profile });
  }
  return site.visit(browser.name, page);
}

/** Ends the browsers. */
export async function closeBrowsers(): Promise<void> {
  for (const { child, profile } of running.values()) {
    if (child.pid && child.exitCode === null) {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      process.kill(-child.pid, "SIGTERM");
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, "SIGKILL");
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const HTML = (script: string): string => `<!doctype html><meta charset="utf-8"><title>case</title>${script}`;
/** A page's code around `run()`: posts the report, or the error. */
export const POST = (imports: string, run: string): string => `${imports}
const to = location.hash.slice(1);
const post = (report) => fetch(to, { method: "POST", body: JSON.stringify(report) });
Promise.resolve().then(() => (${run})).then(post, (error) => post({ error: String(error?.stack ?? error) }));
`;
const IMPORT = `import mx from "../node_modules/mxgrad/pkg/index.js";\nimport { program } from "./program.mjs";\n`;
const MODULE = HTML(`<script type="module" src="main.js"></script>`);
const FAILED = `(error) => reject(new Error(error.message))`;

/** The entry of a page that a bundler makes. */
export const ENTRY: string = POST(
  `import { autograd, gluon, init, nd, np, random, runtime } from "mxgrad";\nimport { program } from "./program.mjs";`,
  "program({ autograd, gluon, init, nd, np, random, runtime })",
);

const WAYS: Record<string, Record<string, string>> = {
  page: { "main.js": POST(IMPORT, "program(mx)") },
  "dedicated worker": {
    "main.js": POST(
      "",
      `new Promise((resolve, reject) => {
      const worker = new Worker("worker.js", { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ${FAILED};
    })`,
    ),
    "worker.js": `${IMPORT}postMessage(program(mx));\n`,
  },
  // A classic script, as not every browser takes modules here: one file, made by esbuild.
  "service worker": {
    "main.js": POST(
      "",
      `navigator.serviceWorker.register("worker.js").then(async () => {
      const { active } = await navigator.serviceWorker.ready;
      return new Promise((resolve) => {
        navigator.serviceWorker.onmessage = ({ data }) => resolve(data);
        navigator.serviceWorker.startMessages();
        active.postMessage("run");
      });
    })`,
    ),
    "source.mjs": `${IMPORT}addEventListener("message", ({ source }) => source.postMessage(program(mx)));\n`,
  },
};

export const browserCases: Case[] = browsers.flatMap((browser) =>
  Object.entries(WAYS).map(([way, files]) => ({
    runtime: browser.name,
    way,
    missing: browser.missing,
    run: async (bench: Bench) => {
      const name = `${browser.name} ${way}`.replaceAll(/[^\w.]+/g, "-");
      const cwd = folder(bench, name, { "index.html": MODULE, ...files });
      if (files["source.mjs"])
        await build({
          entryPoints: [join(cwd, "source.mjs")],
          outfile: join(cwd, "worker.js"),
          bundle: true,
          format: "iife",
        });
      return visit(bench, browser, `${name}/index.html`);
    },
  })),
);
