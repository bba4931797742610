/** What can only be measured in Chromium: accessibility, responsiveness, narrow screens. */

import { createRequire } from "node:module";
import { join } from "node:path";
import { image, nd, random } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChromiumDriver, chromiumBrowser, launchChromium } from "../../examples/playground/drivers/chromium.ts";
import { until } from "../../examples/playground/drivers/driver.ts";
import { give, networkFiles } from "./checkpoints.ts";
import { notInstalled, serveSite } from "./site.ts";

const playground = createRequire(join(import.meta.dirname, "../../examples/playground/package.json"));
const missing = notInstalled ?? chromiumBrowser.missing;

image.setCodecs(codecs);

/** A JPEG file that says how it is to be turned, in either byte order. */
function turned(file: Uint8Array, orientation: number, little: boolean): Uint8Array {
  const said = new DataView(new ArrayBuffer(36));
  said.setUint32(0, 0xffe10022);
  said.setUint32(4, 0x45786966);
  said.setUint16(10, little ? 0x4949 : 0x4d4d);
  said.setUint16(12, 42, little);
  said.setUint32(14, 8, little);
  said.setUint16(18, 1, little);
  said.setUint16(20, 0x0112, little);
  said.setUint16(22, 3, little);
  said.setUint32(24, 1, little);
  said.setUint16(28, orientation, little);
  return Uint8Array.of(...file.subarray(0, 2), ...new Uint8Array(said.buffer), ...file.subarray(2));
}

/** How one knows that a tab is ready to be looked at. */
const READY: Record<string, string> = {
  tutorial: `document.querySelector(".cell")?.dataset.state === "done"`,
  train: `document.querySelectorAll("#panel-train .histogram").length > 0`,
  initializers: `[...document.querySelectorAll('.init-card')].every((card) => card.dataset.state === "done")`,
  faces: `document.querySelector(".network-list li")`,
};
const TABS = Object.keys(READY);

describe.skipIf(missing && !process.env.CI)(`the page in Chromium${missing ? ` (${missing})` : ""}`, () => {
  let site: Awaited<ReturnType<typeof serveSite>>;
  let driver: ChromiumDriver;
  beforeAll(async () => {
    if (missing) throw new Error(missing);
    site = await serveSite();
    driver = await launchChromium();
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    site?.close();
  });

  const show = async (tab: string): Promise<void> => {
    await driver.open("about:blank");
    await driver.open(`${site.url}/#${tab}`);
    await until(driver, `document.querySelector("#panel-${tab} .stack") && (${READY[tab]})`);
  };

  const violations = async (): Promise<string[]> => {
    await driver.page.addScriptTag({ path: playground.resolve("axe-core/axe.min.js") });
    type Violation = { id: string; nodes: { target: string[]; any: { message: string }[] }[] };
    const found = await driver.evaluate<Violation[]>("axe.run().then((results) => results.violations)");
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).join("; ")}`,
    );
  };

  for (const scheme of ["light", "dark"] as const) {
    test.each(TABS)(`%s passes the accessibility check, ${scheme}`, async (tab) => {
      await driver.page.emulateMedia({ colorScheme: scheme });
      await show(tab);
      expect(await driver.evaluate("document.documentElement.dataset.theme")).toBe(scheme);
      expect(await violations()).toEqual([]);
    });
  }

  test("errors pass it, too", async () => {
    await show("initializers");
    await driver.type(".strip input[type=text]", "5");
    await until(driver, `document.querySelectorAll(".init-card .cell-error").length > 0`);
    expect(await violations()).toEqual([]);
    await show("faces");
    await give(driver, "drop", { "letter.png": new Uint8Array(9), ...networkFiles(0) });
    await until(driver, `document.querySelector("#panel-faces .status.error")`);
    expect(await violations()).toEqual([]);
  });

  test.each(TABS)("%s fits on a screen of 360 pixels", async (tab) => {
    await driver.page.setViewportSize({ width: 360, height: 740 });
    await show(tab);
    expect(await driver.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(
      0,
    );
    // Nothing sticks out of what it is in, unless that scrolls.
    const outside = await driver.evaluate<string[]>(
      `[...document.querySelectorAll("main :not(svg *)")].filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".cm-editor, pre, .graph-box, .u-wrap")).map((e) => e.tagName + "." + e.className)`,
    );
    expect(outside).toEqual([]);
    await driver.page.setViewportSize({ width: 1280, height: 900 });
  });

  test("the colours follow the system until one chooses, and the choice is kept", async () => {
    const theme = (): Promise<string> => driver.evaluate("document.documentElement.dataset.theme");
    await show("initializers");
    await driver.page.emulateMedia({ colorScheme: "light" });
    await until(driver, `document.documentElement.dataset.theme === "light"`);
    await driver.page.emulateMedia({ colorScheme: "dark" });
    await until(driver, `document.documentElement.dataset.theme === "dark"`);
    await driver.click("#theme");
    expect(await theme()).toBe("light");
    await show("initializers");
    expect(await theme()).toBe("light");
    await driver.evaluate("localStorage.clear()");
  });

  test("tabs, training and drawing work with the keyboard alone", async () => {
    const { keyboard } = driver.page;
    const focused = (): Promise<string> => driver.evaluate("document.activeElement.textContent.trim()");
    await show("tutorial");
    await driver.page.focus("#tab-tutorial");
    await keyboard.press("ArrowRight");
    expect(await focused()).toBe("Train");
    await until(driver, READY.train!);
    for (let i = 0; i < 20 && !(await driver.evaluate(`document.activeElement.matches(".settings .primary")`)); i++) {
      await keyboard.press("Tab");
    }
    await keyboard.press("Enter");
    await until(driver, `document.querySelector("#panel-train .tiles dd").textContent !== "–"`);
    for (let i = 0; i < 20 && !(await driver.evaluate(`document.activeElement.matches(".pad canvas")`)); i++) {
      await keyboard.press("Tab");
    }
    for (let i = 0; i < 8; i++) await keyboard.press("ArrowUp");
    await keyboard.press("Space");
    for (let i = 0; i < 16; i++) await keyboard.press("ArrowDown");
    await keyboard.press("Space");
    await until(driver, `document.querySelector(".answer").textContent.startsWith("1, ")`);
    await keyboard.press("Delete");
    await until(driver, `document.querySelector(".answer").textContent.startsWith("Draw")`);
  }, 60_000);

  test("no frame takes longer than 50 ms while it trains and one draws", async () => {
    await show("train");
    await driver.evaluate(`(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: "longtask" });
    })()`);
    await driver.evaluate(`(document.querySelectorAll("#panel-train .fields input")[1].value = "50", true)`);
    await driver.click("#panel-train .settings .primary");
    await until(driver, `document.querySelectorAll("#panel-train .tiles dd")[1].textContent !== "–"`, 60);
    const measured: { longest: number; frames: number; seen: number }[] = [];
    // Other programs on the machine only ever make it slower: the best of a few rounds is the page's own.
    for (let round = 0; round < 10; round++) {
      await driver.evaluate(`(window.longest = 0, window.frames = 0, window.seen = document.querySelector("progress").value,
        (function frame() { window.frames++; requestAnimationFrame(frame); })(), true)`);
      await driver.drag(
        ".pad canvas",
        Array.from({ length: 40 }, (_, i) => [0.5 + 0.3 * Math.sin(i / 3), 0.5 + 0.3 * Math.cos(i / 3)] as const),
      );
      await driver.page.waitForTimeout(1000);
      measured.push(
        await driver.evaluate(`({ longest, frames, seen: document.querySelector("progress").value - seen })`),
      );
      if (measured.at(-1)!.longest <= 50) break;
    }
    const best = measured.reduce((a, b) => (b.longest < a.longest ? b : a));
    // It did train and draw meanwhile.
    expect(best.seen).toBeGreaterThan(0);
    expect(best.frames).toBeGreaterThan(10);
    expect(best.longest, JSON.stringify(measured)).toBeLessThanOrEqual(50);
    await driver.click("#panel-train .settings .buttons button:nth-child(3)");
  }, 120_000);

  test("pictures are turned as the browser turns them", async () => {
    await show("faces");
    random.seed(7);
    const file = image.imencode(
      nd.random
        .randint(0, 255, { shape: [3, 2, 3] })
        .astype("uint8")
        .repeat({ repeats: 8, axis: 0 })
        .repeat({ repeats: 8, axis: 1 }),
      { imgFmt: ".jpg", quality: 95 },
    );
    for (let orientation = 1; orientation <= 8; orientation++) {
      const little = orientation % 2 === 1;
      await give(driver, "picture", { [`${orientation}.jpg`]: turned(file, orientation, little) });
      await until(
        driver,
        `document.querySelector("#panel-faces input").files[0].name === "${orientation}.jpg" && !document.querySelector(".picture canvas").hidden`,
      );
      const farthest = await driver.evaluate<number>(`(async () => {
        const bitmap = await createImageBitmap(document.querySelector("#panel-faces input").files[0], { colorSpaceConversion: "none" });
        const { width, height } = document.querySelector(".picture canvas");
        if (bitmap.width !== width || bitmap.height !== height) return Infinity;
        const expected = new OffscreenCanvas(width, height).getContext("2d");
        expected.drawImage(bitmap, 0, 0);
        const pixels = (context) => context.getImageData(0, 0, width, height).data;
        const shown = pixels(document.querySelector(".picture canvas").getContext("2d"));
        return pixels(expected).reduce((most, v, i) => Math.max(most, Math.abs(v - shown[i])), 0);
      })()`);
      expect(farthest, `orientation ${orientation}`).toBeLessThanOrEqual(1);
    }
  });

  test("no frame takes longer than 50 ms while faces are looked for", async () => {
    await show("faces");
    await give(driver, "networks", networkFiles(-3));
    const large = image.imencode(
      nd.random
        .randint(0, 255, { shape: [96, 128, 3] })
        .astype("uint8")
        .repeat({ repeats: 10, axis: 0 })
        .repeat({ repeats: 10, axis: 1 }),
    );
    const status = 'document.querySelector("#panel-faces .status").textContent';
    await driver.evaluate(`(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: "longtask" });
    })()`);
    const measured: { longest: number; frames: number; milliseconds: number }[] = [];
    // Other programs have their share of the machine: one undisturbed search is enough.
    for (let round = 0; round < 10; round++) {
      await give(driver, "picture", { "large.png": large });
      await driver.evaluate(`(window.longest = 0, window.frames = 0, window.running = true,
        (function frame() { if (window.running) { window.frames++; requestAnimationFrame(frame); } })(), true)`);
      await until(driver, `${status}.startsWith("No faces in ")`);
      await driver.page.waitForTimeout(100);
      measured.push(
        await driver.evaluate(
          `(window.running = false, { longest, frames, milliseconds: Number(${status}.replace(/[^0-9]/g, "")) })`,
        ),
      );
      if (measured.at(-1)!.longest <= 50) break;
    }
    const best = measured.reduce((a, b) => (b.longest < a.longest ? b : a));
    // It did take longer than that, and the page was drawn meanwhile.
    expect(best.milliseconds).toBeGreaterThan(100);
    expect(best.frames).toBeGreaterThan(5);
    expect(best.longest, JSON.stringify(measured)).toBeLessThanOrEqual(50);
  }, 120_000);
});
