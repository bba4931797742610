/** Metrics against MXNet 1.9.1, whose values scripts/oracle/metrics.py wrote. */
import { readFileSync } from "node:fs";
import mx, { MXNetError, metric, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

type Nested = number | Nested[];
type Result = [name: string | string[], value: number | null | (number | null)[]];

interface MetricCase {
  readonly metric: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Labels and predictions: the second pair is seen twice, the first forgotten before. */
  readonly updates: readonly [[labels: Nested[], preds: Nested[]], [labels: Nested[], preds: Nested[]]];
  readonly results: readonly [local: Result, global: Result][];
  readonly text: string;
}

const golden = JSON.parse(
  readFileSync(new URL("../golden/metrics.json", import.meta.url), "utf8"),
) as readonly MetricCase[];

const arrays = (lists: readonly Nested[]): NDArray[] => lists.map((list) => nd.array(list));

function expectResult(actual: metric.NameAndValue, [names, values]: Result): void {
  expect(actual[0]).toEqual(names);
  const got = [actual[1]].flat();
  [values].flat().forEach((value, i) => {
    if (value === null) expect(got[i]).toBeNaN();
    else
      expect(Math.abs(got[i]! - value), `${got[i]}, expected ${value}`).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(value)),
      );
  });
}

describe("values are MXNet's", () => {
  for (const [i, c] of golden.entries()) {
    test(`${c.metric} ${JSON.stringify(c.options)} (${i})`, () => {
      const made = metric.create(c.metric, c.options);
      const before = mx.memory().live;
      for (const [step, [local, global]] of c.results.entries()) {
        if (step === 1) made.resetLocal();
        const [labels, preds] = c.updates[step === 0 ? 0 : 1];
        mx.scope(() => made.update(arrays(labels), arrays(preds)));
        expectResult(made.get(), local);
        expectResult(made.getGlobal(), global);
      }
      expect(mx.memory().live).toBe(before);
      expect(made.toString().slice(0, 12)).toBe(c.text.slice(0, 12));
      made.reset();
      for (const [, value] of [...made.getNameValue(), ...made.getGlobalNameValue()]) expect(value).toBeNaN();
      expect(metric.create(made.getConfig() as { metric: string }).getConfig()).toEqual(made.getConfig());
    });
  }
});

describe("EvalMetric", () => {
  test("has the text that Python prints", () => {
    const accuracy = new metric.Accuracy();
    expect(String(accuracy)).toBe("EvalMetric: {'accuracy': nan}");
    accuracy.update(nd.array([1, 0, 0, 1]), nd.array([1, 1, 0, 1]));
    expect(String(accuracy)).toBe("EvalMetric: {'accuracy': 0.75}");
  });

  test("takes arrays by name, all or those that it is told", () => {
    const made = new metric.MAE({ outputNames: ["out"], labelNames: ["y"] });
    const labels = { x: nd.array([9]), y: nd.array([1]) };
    made.updateDict(labels, { other: nd.array([7]), out: nd.array([3]) });
    expect(made.get()).toEqual(["mae", 2]);
    expect(() => made.updateDict(labels, { other: nd.array([7]) })).toThrow("there is no out; the outputs are: other");
    const both = new metric.CompositeEvalMetric(["mae"], { labelNames: ["y"] });
    both.updateDict(labels, { out: nd.array([3]) });
    expect(both.getNameValue()).toEqual([["mae", 2]]);
  });

  test("refuses what does not fit, and works on", () => {
    const accuracy = new metric.Accuracy();
    expect(() => accuracy.update([nd.ones([2])], [])).toThrow(
      "Shape of labels 1 does not match shape of predictions 0",
    );
    expect(() => accuracy.update(nd.ones([2]), nd.ones([3, 2]))).toThrow(MXNetError);
    expect(() => accuracy.update([1] as never, [2] as never)).toThrow(TypeError);
    expect(() => new metric.CrossEntropy().update(nd.array([3]), nd.ones([1, 3]))).toThrow("label 3 is not one of 3");
    expect(() => new metric.F1().update(nd.array([0, 1, 2]), nd.ones([3, 2]))).toThrow("only supports binary");
    expect(() => new metric.TopKAccuracy()).toThrow("Please use Accuracy if top_k is no more than 1");
    expect(() => new metric.Perplexity({} as never)).toThrow("ignoreLabel is missing");
    accuracy.update(nd.array([1]), nd.array([1]));
    expect(accuracy.get()).toEqual(["accuracy", 1]);
  });

  test("reads all dtypes", () => {
    for (const dtype of ["float16", "float64", "int32", "int64", "uint8"] as const) {
      const accuracy = new metric.Accuracy();
      accuracy.update(
        nd.array([1, 0], { dtype }),
        nd.array(
          [
            [0, 1],
            [0, 1],
          ],
          { dtype },
        ),
      );
      expect(accuracy.get(), dtype).toEqual(["accuracy", 0.5]);
    }
  });

  test("micro averages of correlations are those of all pairs, globally too", () => {
    const pearson = new metric.PearsonCorrelation({ average: "micro" });
    const all = new metric.PearsonCorrelation();
    const [x, y] = [
      [1, 2, 4, 3],
      [2, 1, 5, 6],
    ];
    all.update(nd.array(x), nd.array(y));
    pearson.update(nd.array(x.slice(0, 2)), nd.array(y.slice(0, 2)));
    pearson.update(nd.array(x.slice(2)), nd.array(y.slice(2)));
    for (const [, value] of [pearson.get(), pearson.getGlobal()]) expect(value).toBeCloseTo(all.get()[1] as number, 12);
  });
});

describe("create", () => {
  test("of functions, lists, texts and itself", () => {
    const mean = metric.create(function mean(label: NDArray, pred: NDArray) {
      return label.sub(pred).mean().asscalar();
    });
    mean.update(nd.array([3]), nd.array([1]));
    expect(mean.get()).toEqual(["mean", 2]);
    expect(() => mean.getConfig()).toThrow("CustomMetric cannot be serialized");
    const counted = metric.create((): [number, number] => [6, 3], { name: "counted", allowExtraOutputs: true });
    counted.update([nd.ones([1])], [nd.ones([1]), nd.ones([1])]);
    expect(counted.get()).toEqual(["counted", 2]);
    expect(metric.np(() => 1).name).toBe("custom(<lambda>)");
    expect(metric.create(["acc", mean]).get()[0]).toEqual(["accuracy", "mean"]);
    expect(metric.create('["ce", {"eps": 0.5}]').getConfig()).toMatchObject({ eps: 0.5 });
    expect(metric.create(mean)).toBe(mean);
    expect(() => metric.create("no such")).toThrow(/^no such is not registered/);
    expect(() => metric.create(5 as never)).toThrow(TypeError);
    expect(() => metric.register(Map as never)).toThrow("can only register subclasses of EvalMetric");
  });
});
