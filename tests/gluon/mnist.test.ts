import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nd } from "mxgrad";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Runs the example without a terminal. */
function run(...args: string[]): string {
  return execFileSync(process.execPath, ["scripts/run.mjs", "examples/mnist/main.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the MNIST example", () => {
  test("learns in one epoch, reports, and saves the parameters", () => {
    const output = run("--model", "mlp", "--epochs", "1");
    const accuracy = Number(/^test accuracy ([\d.]+) %: \d+ of 2000 held-back digits wrong$/m.exec(output)?.[1]);
    expect(accuracy).toBeGreaterThan(90);
    expect(output).toMatch(/^epoch 1\/1 {2}loss 0\.\d{4} {2}[\d,]+ samples\/s$/m);
    const path = /^parameters saved to (.*)$/m.exec(output)![1]!;
    const saved = nd.load(new Uint8Array(readFileSync(path)));
    expect(Object.keys(saved)).toEqual(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"]);
  });

  test("refuses options that it does not understand", () => {
    expect(() => run("--model", "transformer")).toThrow(/--model: there is no "transformer"/);
    expect(() => run("--lr", "fast")).toThrow(/--lr: "fast" is not a valid number/);
    expect(() => run("--eppochs", "3")).toThrow(/Unknown option '--eppochs'/);
  });
});
