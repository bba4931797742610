// Contenders in pages of Chromium, cross-origin isolated: libraries may have threads, and clocks tick every 5 µs.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { serve } from "../../tests/browser/static-server.ts";
import { chromiumPath as executablePath } from "../../tests/support/chromium.ts";
import { type Entry, PEAKS } from "../contenders/index.ts";
import type { Reply, Request } from "../suite/contract.ts";
import { bundle } from "./bundle.ts";
import { type Opener, Table } from "./rounds.ts";
import { type Seat, within } from "./seat.ts";

const HEADERS = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
];

/** Writes the page of a contender. */
async function site(entry: Entry, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await bundle(entry, join(folder, "main.js"), "browser");
  for (const file of entry.files ?? []) cpSync(file, join(folder, basename(file)));
  writeFileSync(join(folder, "index.html"), `<!doctype html><script type="module" src="main.js"></script>`);
}

/** A page that answers. */
function pageSeat(browser: Browser, address: string): Seat {
  let page: Page | undefined;
  let end: (why: string) => void;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const opened = (async () => {
    page = await (await browser.newContext()).newPage();
    page.on("crash", () => end("its page crashed"));
    page.on("pageerror", ({ message }) => end(message));
    await page.goto(address);
    await page.waitForFunction("globalThis.answer");
    return page;
  })();
  const ask = async (request: Request): Promise<Reply> => {
    const sent = request.type === "start" ? { ...request, files: new URL(".", address).href } : request;
    const reply = opened.then((ready) => ready.evaluate(`answer(${JSON.stringify(sent)})`) as Promise<Reply>);
    return within(
      reply.catch((error: Error) => ({ error: error.message })),
      ended,
    );
  };
  return { ask, close: () => page?.context().close() };
}

/** Like a table of processes, for libraries in JavaScript; native ones stay in their processes. */
export async function browserTable(
  entries: readonly Entry[],
  native: Opener,
): Promise<{ table: Table; place: string }> {
  if (!executablePath) throw new Error("--browser: Chromium is not installed");
  const folder = mkdtempSync(join(tmpdir(), "mxgrad-bench-"));
  const pages = [...entries, ...PEAKS].filter((entry) => !entry.native);
  const place = (entry: Entry): string => encodeURIComponent(entry.name.replace(/\W+/g, "-"));
  for (const entry of pages) await site(entry, join(folder, place(entry)));
  const { url, server } = await serve(folder, HEADERS);
  const browser = await chromium.launch({ executablePath, args: ARGS });
  const open: Opener = (entry, threads) =>
    entry.native ? native(entry, threads) : pageSeat(browser, `${url}/${place(entry)}/index.html`);
  const table = new Table(open, async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { table, place: `Chromium ${browser.version()}` };
}
