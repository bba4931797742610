import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notInstalled } from "./site.ts";

const folder = join(import.meta.dirname, "../../examples/playground");

test("typedoc makes the reference", { timeout: 120_000 }, (context) => {
  if (notInstalled && !process.env.CI) context.skip(notInstalled);
  if (notInstalled) throw new Error(notInstalled);
  const out = mkdtempSync(join(tmpdir(), "mxgrad-reference-"));
  try {
    const typedoc = join(folder, "node_modules/typedoc/bin/typedoc");
    execFileSync(process.execPath, [typedoc, "--out", out, "--logLevel", "Error"], { cwd: folder });
    const page = (path: string): string => readFileSync(join(out, path), "utf8");
    expect(page("index.html")).toContain("Gradients of every order");
    expect(page("functions/autograd.record.html")).toContain("attachGrad");
    for (const path of [
      "classes/NDArray.html",
      "modules/nd.html",
      "classes/init.Xavier.html",
      "classes/gluon.Trainer.html",
    ]) {
      expect(existsSync(join(out, path)), path).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
