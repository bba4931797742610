// The Firefox of the distribution, by WebDriver BiDi: no geckodriver needed.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { type Browser, boxOf, type Driver } from "./driver.ts";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
const executablePath = [process.env.FIREFOX, ...PLACES].find((path) => path && existsSync(path));

async function launch(): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: executablePath!, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const driver: Driver = {
    async open(url) {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    click: (selector) => page.click(selector),
    async type(selector, text) {
      await page.click(selector);
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(text);
    },
    async drag(selector, places) {
      const { x, y, width, height } = await boxOf(driver, selector);
      const [first, ...rest] = places.map(([px, py]) => [x + px * width, y + py * height] as const);
      await page.mouse.move(...first!);
      await page.mouse.down();
      for (const place of rest) await page.mouse.move(...place, { steps: 4 });
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
  return driver;
}

export const firefoxBrowser: Browser = {
  name: "Firefox",
  missing: executablePath ? null : "no Firefox: apt-get install firefox-esr, or set FIREFOX to its path",
  launch,
};
