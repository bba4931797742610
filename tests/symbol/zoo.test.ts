/** Real networks, as files: MXNet's model zoo. The larger ones are for scripts/zoo.mjs. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compare } from "./zoo.ts";

const FOLDER = fileURLToPath(new URL("../golden/zoo", import.meta.url));

test.each(["mobilenet0.25", "squeezenet1.1", "resnet18_v1"])("%s", async (name) => {
  const { output, gradient, worst, sameText } = await compare(FOLDER, name);
  expect(output, "outputs").toBeLessThan(1e-4);
  expect(gradient, `gradient of ${worst}`).toBeLessThan(1e-3);
  expect(sameText).toBe(true);
});
