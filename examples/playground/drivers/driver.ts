// A browser for tests: what the three drivers have in common.

/** A place in an element, from 0 to 1. */
export type Place = readonly [x: number, y: number];

export interface Driver {
  open(url: string): Promise<void>;
  /** The value of an expression in the page, as JSON carries it. */
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  /** Replaces the text of a field or an editor, with keys. */
  type(selector: string, text: string): Promise<void>;
  /** Presses the button, moves through these places, and lets go. */
  drag(selector: string, places: readonly Place[]): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  readonly name: string;
  /** Why it cannot be used here; null if it can. */
  readonly missing: string | null;
  launch(): Promise<Driver>;
}

/** Waits until an expression in the page is true. */
export async function until(driver: Driver, expression: string, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await driver.evaluate<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > end) {
      const state = await driver.evaluate<string>("document.body.innerText.slice(0, 1500)");
      throw new Error(`not true after ${seconds} s: ${expression}\nThe page says:\n${state}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Where an element is; scrolls it into view. */
export async function boxOf(
  driver: Driver,
  selector: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  return driver.evaluate(
    `(${element}.scrollIntoView({ block: "center" }), (({ x, y, width, height }) => ({ x, y, width, height }))(${element}.getBoundingClientRect()))`,
  );
}

/** What Playwright's and Puppeteer's mice have in common. */
interface Mouse {
  move(x: number, y: number, options?: { steps?: number }): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
}

/** Drags a mouse through places of an element. */
export async function dragMouse(
  driver: Driver,
  mouse: Mouse,
  selector: string,
  places: readonly Place[],
): Promise<void> {
  const { x, y, width, height } = await boxOf(driver, selector);
  const [first, ...rest] = places.map(([px, py]) => [x + px * width, y + py * height] as const);
  await mouse.move(...first!);
  await mouse.down();
  for (const place of rest) await mouse.move(...place, { steps: 4 });
  await mouse.up();
}
