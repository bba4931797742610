import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath as executablePath } from "../support/chromium.ts";
import { serve } from "./static-server.ts";

const root = join(import.meta.dirname, "../..");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];

// Without a browser the tests are reported as skipped; in CI they fail instead.
describe.skipIf(!executablePath && !process.env.CI)("in Chromium", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    if (!executablePath) throw new Error("no Chromium: apt-get install chromium, or set CHROMIUM to its path");
    site = await serve(root);
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });

  afterAll(async () => {
    await browser?.close();
    site?.server.close();
  });

  test("a plain page imports the built package and prints the tutorial's gradient", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));

    await page.goto(`${site.url}/examples/browser/`);
    const output = page.locator("#gradient", { hasText: "NDArray" });
    await output.waitFor({ timeout: 20_000 }).catch(() => undefined);
    expect(errors).toEqual([]);

    const text = (await output.textContent()) ?? "";
    expect(text.trim()).toMatch(/^\[[\s\S]*\]\n<NDArray 10 @cpu\(0\)>$/);
    expect(text.match(/0\.\d+/g)?.map(Number)).toEqual([
      0.21458015, 0.21291625, 0.23330082, 0.2361367, 0.23086983, 0.24060014, 0.20326573, 0.21093895, 0.24968489,
      0.24301809,
    ]);
    // One JavaScript file is all that is loaded: no .wasm beside it, nothing from elsewhere.
    expect(requests.filter((path) => path.startsWith("/pkg/"))).toEqual(["/pkg/index.js"]);
  });
});
