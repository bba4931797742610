/** Threads in a page: with isolation there are some, without it or without workers the answer is 1 and says why. */
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath as executablePath } from "../support/chromium.ts";
import { serve } from "./static-server.ts";

const root = join(import.meta.dirname, "../..");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];

const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Runs in the page: a product on one thread and on as many as there are, and an error's text after the switch. */
const program = `(async () => {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: 3 });
  const { nd, random, runtime, setThreads } = await import("/pkg/index.js");
  random.seed(3);
  const [a, b] = [random.uniform(-1, 1, [300, 300]), random.uniform(-1, 1, [300, 300])];
  const one = nd.dot(a, b).toTypedArray();
  const threads = await setThreads(3);
  const many = nd.dot(a, b).toTypedArray();
  let error = "";
  try {
    nd.dot(nd.ones([2, 3]), nd.ones([2, 3]));
  } catch (e) {
    error = e.message;
  }
  const { reason } = runtime.features();
  return { threads, reason, error, same: one.every((v, i) => v === many[i]), last: await setThreads(1) };
})()`;

// Without a browser the tests are reported as skipped; in CI they fail instead.
describe.skipIf(!executablePath && !process.env.CI)("in Chromium", () => {
  let browser: Browser;

  beforeAll(async () => {
    if (!executablePath) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM to its path");
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });
  afterAll(() => browser?.close());

  test.each([
    ["an isolated page has threads", ISOLATED, 3, /^as many as setThreads asked for$/],
    ["a page that is not isolated has one", {}, 1, /not cross-origin isolated/],
    [
      "a page whose policy forbids the worker has one",
      { ...ISOLATED, "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'" },
      1,
      /^workers did not start: /,
    ],
  ] as [string, Record<string, string>, number, RegExp][])("%s", async (_, headers, threads, reason) => {
    const site = await serve(root, headers);
    try {
      const page = await browser.newPage();
      await page.goto(`${site.url}/examples/browser/`);
      const found = (await page.evaluate(program)) as Record<string, unknown>;
      expect(found).toMatchObject({ threads, same: true, last: 1 });
      expect(found.reason).toMatch(reason);
      expect(found.error).toMatch(/^dot: .*\(2,3\)/);
      await page.close();
    } finally {
      site.server.close();
    }
  });
});
