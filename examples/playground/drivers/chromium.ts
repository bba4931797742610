import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { type Browser, type Driver, dragMouse } from "./driver.ts";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic"];
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = [process.env.CHROMIUM, ...PLACES].find((path) => path && existsSync(path));

/** Chromium by playwright, whose page some tests use directly. */
export interface ChromiumDriver extends Driver {
  readonly page: Page;
}

export async function launchChromium(): Promise<ChromiumDriver> {
  const browser = await chromium.launch({ executablePath: executablePath!, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const driver: ChromiumDriver = {
    page,
    async open(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    async type(selector, text) {
      await page.click(selector);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
    },
    drag: (selector, places) => dragMouse(driver, page.mouse, selector, places),
    close: () => browser.close(),
  };
  return driver;
}

export const chromiumBrowser: Browser = {
  name: "Chromium",
  missing: executablePath ? null : "no Chromium: apt-get install chromium, or set CHROMIUM to its path",
  launch: launchChromium,
};
