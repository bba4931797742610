/** The edge function of examples/edge with a bucket, as wrangler serves it. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nd } from "mxgrad";
import { afterAll, beforeAll, expect, test } from "vitest";
import { duringWranglerDev, withoutWrangler as missing, wrangler } from "../packaging/matrix/wrangler.ts";
import { programFolder } from "../support/runtimes.ts";

const example = join(import.meta.dirname, "../../examples/edge");
let folder: string;

beforeAll(() => {
  folder = programFolder();
  cpSync(example, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The example's checkpoint, changed so that every image is a seven. */
function sevens(): Uint8Array {
  const parameters = nd.load(join(example, "digits.params")) as Record<string, nd.NDArray>;
  const [bias] = Object.keys(parameters).filter((name) => parameters[name]!.shape.join() === "10");
  parameters[bias!] = nd
    .oneHot(nd.array([7]), { depth: 10 })
    .reshape([10])
    .mul(1000)
    .astype("float16");
  return nd.save(null, parameters);
}

test.skipIf(missing && !process.env.CI)(
  `a checkpoint in the bucket is served instead of the bundled one${missing ? ` (missing: ${missing})` : ""}`,
  { timeout: 120_000 },
  async () => {
    const toml = readFileSync(join(folder, "wrangler.toml"), "utf8");
    const asked = toml.replace(/# (\[\[r2_buckets\]\]\n)# (.*\n)# (.*\n)/, "$1$2$3");
    expect(asked).not.toBe(toml);
    writeFileSync(join(folder, "wrangler.toml"), asked);
    writeFileSync(join(folder, "sevens.params"), sevens());
    const object = "checkpoints/digits.params";
    await wrangler(folder, ["r2", "object", "put", object, "--file", "sevens.params", "--local"]);
    const digits = await duringWranglerDev(folder, (url) =>
      Promise.all(
        [0, 60, 120].map(async (grey) => {
          const response = await fetch(url, { method: "POST", body: new Uint8Array(784).fill(grey) });
          return ((await response.json()) as { digit: number }).digit;
        }),
      ),
    );
    expect(digits).toEqual([7, 7, 7]);
  },
);
