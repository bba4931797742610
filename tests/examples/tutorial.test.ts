/** Runs the examples of the tutorial and compares what they print with what Python prints for the same steps. */
import { format } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { PRINTED } from "./printed.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(Object.entries(PRINTED))("examples/tutorial/%s.ts", async (name, text) => {
  let printed = "";
  vi.spyOn(console, "log").mockImplementation((...args: unknown[]) => {
    printed += `${format(...args)}\n`;
  });
  await import(`../../examples/tutorial/${name}.ts`);
  expect(printed).toBe(text);
});
