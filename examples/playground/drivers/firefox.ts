// The Firefox of the distribution, by WebDriver BiDi: no geckodriver needed.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { type Browser, type Driver, dragMouse } from "./driver.ts";

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
    drag: (selector, places) => dragMouse(driver, page.mouse, selector, places),
    close: () => browser.close(),
  };
  return driver;
}

export const firefoxBrowser: Browser = {
  name: "Firefox",
  missing: executablePath ? null : "no Firefox: apt-get install firefox-esr, or set FIREFOX to its path",
  launch,
};
