/** Image files in a browser: by its own decoders, and by ours. */
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath as executablePath } from "../support/chromium.ts";
import { serve } from "./static-server.ts";

const root = join(import.meta.dirname, "../..");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];

/** What the page's script puts into its globals. */
interface Loaded {
  readonly library: typeof import("mxgrad");
  readonly codecs: typeof import("mxgrad/codecs");
}
const SCRIPT = `import * as library from "/pkg/index.js";
import * as codecs from "/pkg/codecs.js";
Object.assign(globalThis, { library, codecs });`;

/** Runs in the page: the greatest difference between the two decoders for each file, and what is said of no image. */
async function compare(files: string[]): Promise<{ differences: number[]; message: string }> {
  const { library, codecs } = globalThis as unknown as Loaded;
  const { image } = library;
  const fetched = await Promise.all(files.map(async (file) => (await fetch(`/tests/golden/images/${file}`)).blob()));
  const native = await Promise.all(fetched.map((blob) => image.imdecodeAsync(blob)));
  const message = await image.imdecodeAsync(new Uint8Array(9)).catch((error: Error) => error.message);
  image.setCodecs(codecs);
  const own = await Promise.all(fetched.map(async (blob) => image.imdecode(await blob.arrayBuffer())));
  const differences = native.map((x, i) =>
    x.shape.join() === own[i]!.shape.join()
      ? x.astype("float32").sub(own[i]!.astype("float32")).abs().max().asscalar()
      : Number.POSITIVE_INFINITY,
  );
  return { differences, message: String(message) };
}

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

  test("the browser's decoders give what ours give", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/examples/browser/`);
    await page.addScriptTag({ type: "module", content: SCRIPT });
    await page.waitForFunction(() => "codecs" in globalThis);
    const { differences, message } = await page.evaluate(compare, [
      "rgb.png",
      "grey.png",
      "444.jpg",
      "420.jpg",
      "turned.jpg",
    ]);
    expect(differences.slice(0, 2)).toEqual([0, 0]);
    for (const difference of differences) expect(difference).toBeLessThanOrEqual(2);
    expect(message).toMatch(/^imdecodeAsync: invalid image file: /);
  });
});
