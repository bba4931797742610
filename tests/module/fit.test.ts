/** Training with Module ends with MXNet's parameters. */
import { mod, type NDArray, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { batches, expectClose, golden, initializer, seed } from "./golden.ts";

describe("fit, predict and score are MXNet's", () => {
  for (const c of golden) {
    test(c.name, async () => {
      const lines: string[] = [];
      const logger = { info: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
      seed();
      const module = new mod.Module(sym.fromJSON(c.symbol), {
        labelNames: [c.iterator.labelName],
        fixedParamNames: c.fixedParamNames,
        logger,
      });
      await module.fit(batches(c), {
        ...c.fit,
        evalData: batches(c, 17, { shuffle: false }),
        numEpoch: 3,
        initializer: initializer(c),
      });
      expect(lines.filter((line) => !line.includes("Time cost"))).toEqual(c.lines);
      const [args, aux] = module.getParams();
      const params = { ...args, ...aux };
      expect(Object.keys(params).sort()).toEqual(Object.keys(c.params));
      for (const [name, wanted] of Object.entries(c.params)) expectClose(params[name]!, wanted, name);
      const plain = batches(c, undefined, { batchSize: 15, shuffle: false });
      expectClose(module.predict(plain) as NDArray, c.predicted, "predict");
      const score = module.score(plain, c.fit.evalMetric ?? "acc");
      score.forEach(([name, value], i) => {
        expect(name).toBe(c.score[i]![0]);
        expect(value).toBeCloseTo(c.score[i]![1], 5);
      });
      module.bind(plain.provideData, plain.provideLabel, { inputsNeedGrad: true, forceRebind: true });
      plain.reset();
      module.forwardBackward(plain.next()!);
      expectClose(module.getInputGrads()[0]!, c.inputGrad, "the gradient of the input");
    });
  }
});
