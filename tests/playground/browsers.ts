import { chromiumBrowser } from "../../examples/playground/drivers/chromium.ts";
import type { Browser } from "../../examples/playground/drivers/driver.ts";
import { notInstalled } from "./site.ts";

/** What stands for a browser whose driver is not installed. */
const absent = (name: string, reason: string): Browser => ({
  name,
  missing: reason,
  launch: () => Promise.reject(new Error(reason)),
});

/** The engines. Their drivers are tools of the playground, which need not be installed. */
export const browsers: readonly Browser[] = notInstalled
  ? ["Chromium", "Firefox", "WebKit"].map((name) => absent(name, notInstalled as string))
  : [
      chromiumBrowser,
      (await import("../../examples/playground/drivers/firefox.ts")).firefoxBrowser,
      (await import("../../examples/playground/drivers/webkit.ts")).webkitBrowser,
    ];
