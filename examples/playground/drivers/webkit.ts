// WebKitGTK by WebDriver, on a virtual screen.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { Builder, By, Key, Origin } from "selenium-webdriver";
import { type Browser, boxOf, type Driver } from "./driver.ts";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/xvfb-run";

/** The browser that comes with the engine; its folder's name has the architecture and the version. */
function miniBrowser(): string | undefined {
  if (!existsSync("/usr/lib")) return undefined;
  const folders = readdirSync("/usr/lib").flatMap((name) =>
    ["webkit2gtk-4.1", "webkitgtk-6.0"].map((v) => `/usr/lib/${name}/${v}`),
  );
  return folders.map((folder) => `${folder}/MiniBrowser`).find((path) => existsSync(path));
}
const binary = miniBrowser();

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end && child.exitCode === null) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.unref();
      setTimeout(() => socket.destroy(), 500).unref();
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer");
}

async function launch(): Promise<Driver> {
  const port = await freePort();
  const child = spawn(SCREEN, ["-a", "-s", "-screen 0 1400x1000x24", DRIVER, `--port=${port}`, "--host=127.0.0.1"], {
    env: {
      ...process.env,
      GDK_BACKEND: "x11",
      // The page's language; that of a bare machine, "C", is none.
      LC_ALL: "en_US.UTF-8",
      LANGUAGE: "en_US",
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
    stdio: "ignore",
    // A group of its own, so that screen, driver and browser end together.
    detached: true,
  });
  const end = (): void => {
    try {
      process.kill(-child.pid!, "SIGTERM");
    } catch {
      // It has ended already.
    }
  };
  try {
    await listening(port, child);
    const session = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: binary!, args: ["--automation"] },
      })
      .build();
    await session.manage().window().setRect({ x: 0, y: 0, width: 1300, height: 950 });
    const driver: Driver = {
      open: (url) => session.get(url),
      evaluate: (expression) => session.executeScript(`return (${expression})`),
      async click(selector) {
        await boxOf(driver, selector);
        await session.findElement(By.css(selector)).click();
      },
      async type(selector, text) {
        await driver.click(selector);
        const element = session.findElement(By.css(selector));
        await element.sendKeys(Key.chord(Key.CONTROL, "a"));
        await element.sendKeys(text.replaceAll("\n", Key.ENTER));
      },
      async drag(selector, places) {
        const { x, y, width, height } = await boxOf(driver, selector);
        const at = ([px, py]: readonly [number, number]) => ({
          x: Math.round(x + px * width),
          y: Math.round(y + py * height),
          origin: Origin.VIEWPORT,
        });
        const actions = session
          .actions({ async: true })
          .move({ ...at(places[0]!), duration: 0 })
          .press();
        for (const place of places.slice(1)) actions.move({ ...at(place), duration: 60 });
        await actions.release().perform();
      },
      async close() {
        await session.quit().catch(() => {});
        end();
      },
    };
    return driver;
  } catch (error) {
    end();
    throw error;
  }
}

function missing(): string | null {
  if (!binary) return "no WebKit: apt-get install libwebkit2gtk-4.1-0";
  if (!existsSync(DRIVER)) return "no WebKitWebDriver: apt-get install webkit2gtk-driver";
  if (!existsSync(SCREEN)) return "no virtual screen: apt-get install xvfb xauth";
  return null;
}

export const webkitBrowser: Browser = { name: "WebKit", missing: missing(), launch };
