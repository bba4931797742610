/** Callbacks against MXNet 1.9.1, whose lines scripts/oracle/callbacks.py wrote. */
import { readFileSync } from "node:fs";
import { callback, metric, nd } from "mxgrad";
import { afterEach, describe, expect, test, vi } from "vitest";

interface CallbackCase {
  readonly callback: string;
  readonly args: readonly never[];
  readonly measured: boolean;
  readonly lines: readonly string[];
}

const golden = JSON.parse(
  readFileSync(new URL("../golden/callbacks.json", import.meta.url), "utf8"),
) as readonly CallbackCase[];

afterEach(() => {
  vi.restoreAllMocks();
});

/** A callback of a case, which writes to `log`. */
function make(name: string, args: readonly never[], log: callback.Log): callback.BatchEndCallback {
  if (name === "log_train_metric") return callback.logTrainMetric(...(args as [never]), { log });
  const Class = callback[name as "Speedometer"] as unknown as new (...args: unknown[]) => callback.BatchEndCallback;
  return new Class(...args, { log });
}

describe("lines are MXNet's", () => {
  for (const [i, c] of golden.entries()) {
    test(`${c.callback}(${c.args}) (${i})`, () => {
      let clock = 0;
      // A quarter of a second passes between looks.
      vi.spyOn(performance, "now").mockImplementation(() => {
        clock += 250;
        return clock;
      });
      const lines: string[] = [];
      const run = make(c.callback, c.args, (line) => lines.push(line));
      const evalMetric = c.measured ? new metric.Loss() : null;
      for (let epoch = 0; epoch < 2; epoch++) {
        evalMetric?.reset();
        for (let nbatch = 0; nbatch < 7; nbatch++) {
          evalMetric?.update([], nd.array([1 / (nbatch + 1)]));
          run({ epoch, nbatch, evalMetric });
        }
      }
      expect(lines).toEqual(c.lines);
    });
  }
});

describe("callbacks", () => {
  test("write to the console unless told otherwise", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => {});
    callback.logTrainMetric(1)({ epoch: 1, nbatch: 2, evalMetric: metric.create("acc") });
    expect(info.mock.calls).toEqual([["Iter[1] Batch[2] Train-accuracy=nan"]]);
  });

  test("check their arguments", () => {
    expect(() => new callback.Speedometer(0)).toThrow("Speedometer: batchSize must be a positive number");
    expect(() => new callback.Speedometer(1, { often: 2 } as never)).toThrow("unknown option often");
    expect(() => new callback.ProgressBar(-1)).toThrow(TypeError);
    expect(() => callback.doCheckpoint(5 as never)).toThrow("expected the prefix of files or a function");
  });

  test("checkpoints come every few epochs, as bytes where they are asked for", async () => {
    const seen: number[] = [];
    const save = callback.doCheckpoint(async ({ symbol, params }, epoch) => {
      expect(symbol).toBeNull();
      expect(Object.keys(nd.load(params))).toEqual(["arg:w", "aux:mean"]);
      seen.push(epoch);
    }, 3);
    for (let epoch = 0; epoch < 7; epoch++) await save(epoch, null, { w: nd.ones([2]) }, { mean: nd.ones([1]) });
    expect(seen).toEqual([3, 6]);
  });
});
