/** Optimizers against MXNet 1.9.1, whose values scripts/oracle/optimizers.py wrote. */
import { readFileSync } from "node:fs";
import mx, { lrScheduler, MXNetError, type NDArray, nd, optimizer } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectNumbers } from "../gluon/golden.ts";
import { difference } from "../support/golden.ts";

type Options = Readonly<Record<string, unknown>>;

interface OptimizerCase {
  readonly optimizer: string;
  readonly options: Options;
  readonly dtype: "float16" | "float32";
  /** Both weights after each step. */
  readonly after: readonly (readonly number[][])[];
  readonly lrs?: readonly number[];
}

const golden = JSON.parse(readFileSync(new URL("../golden/optimizers.json", import.meta.url), "utf8")) as {
  readonly weights: readonly [number[][], number[]];
  readonly grads: readonly (readonly [number[][], number[]])[];
  readonly optimizers: readonly OptimizerCase[];
  readonly schedulers: readonly { scheduler: string; options: Options; lrs: number[] }[];
};

/**
 * Compares a weight. A float16 one is rounded from a float32 one and must be the same; but MXNet's LARS takes norms of float16
 * weights, not of their float32 copies, which may be one unit in the last place.
 */
function expectWeight(weight: NDArray, wanted: readonly number[], { optimizer: name, dtype }: OptimizerCase): void {
  if (dtype === "float16" && name === "lars") {
    const data = Float32Array.from(wanted);
    expect(difference(weight, { dtype, shape: weight.shape, data }, "elementwise", [dtype])).toBeNull();
  } else expectNumbers(weight, wanted, dtype === "float16" ? 0 : 1e-6);
}

describe("updates are MXNet's", () => {
  for (const [i, c] of golden.optimizers.entries()) {
    test(`${c.optimizer} ${JSON.stringify(c.options)} (${i})`, () => {
      mx.random.seed(7);
      const made = optimizer.create(c.optimizer, c.options);
      const updater = optimizer.getUpdater(made);
      const arrays = (lists: readonly (number[] | number[][])[]): NDArray[] =>
        lists.slice(0, c.after[0]!.length).map((list) => nd.array(list, { dtype: c.dtype }));
      const weights = arrays(golden.weights);
      golden.grads.forEach((grads, step) => {
        if (c.lrs) made.setLearningRate(c.lrs[step]!);
        arrays(grads).forEach((grad, index) => {
          updater(index, grad, weights[index]!);
        });
        weights.forEach((weight, index) => {
          expectWeight(weight, c.after[step]![index]!, c);
        });
      });
    });
  }

  test("all that MXNet has are there", () => {
    const names = new Set(golden.optimizers.map((c) => c.optimizer));
    expect(names.size).toBe(20);
  });
});

class Plain extends optimizer.Optimizer {
  readonly seen: number[][] = [];
  override update(index: number, _weight: NDArray, _grad: NDArray): void {
    const count = this.updateCount(index);
    this.seen.push([count, this.numUpdate, this.getLr(index), this.getWd(index)]);
  }
}

describe("optimizers that MXNet cannot show", () => {
  test("DCASGD has a momentum, where MXNet fails", () => {
    const [lr, momentum, lamda, wd] = [0.1, 0.9, 2, 0.05];
    const updater = optimizer.getUpdater(new optimizer.DCASGD({ learningRate: lr, momentum, lamda, wd }));
    const weight = nd.array([0.5]);
    let [w, previous, m] = [0.5, 0.5, 0];
    for (const g of [0.3, -0.7, 0.2]) {
      m = momentum * m - lr * (g + wd * w + lamda * g * g * (w - previous));
      [previous, w] = [w, w + m];
      updater(0, nd.array([g]), weight);
      expect(weight.asscalar()).toBeCloseTo(w, 6);
    }
  });

  test("LARS corrects the momentum of every weight, however many there are", () => {
    const lars = new optimizer.LARS({ momentum: 0.9, learningRate: 0.1, paramIdx2name: { 0: "a_bias", 1: "b_bias" } });
    const updater = optimizer.getUpdater(lars);
    const weights = [nd.zeros([1]), nd.zeros([1])];
    for (const lr of [0.1, 0.05]) {
      lars.setLearningRate(lr);
      weights.forEach((weight, index) => {
        updater(index, nd.ones([1]), weight);
      });
    }
    for (const weight of weights) expect(weight.asscalar()).toBeCloseTo(-0.1 - 0.9 * 0.5 * 0.1 - 0.05, 6);
  });
});

test("saved states go on where they were", () => {
  for (const { optimizer: name, options } of golden.optimizers) {
    if (name === "sgld" || name === "lbsgd" || name === "groupadagrad") continue;
    const run = (saved: boolean): number[] => {
      const weight = nd.array(golden.weights[1]);
      let updater = optimizer.getUpdater(optimizer.create(name, { ...options, multiPrecision: false }));
      for (const [, grad] of golden.grads) {
        updater(0, nd.array(grad), weight);
        if (!saved) continue;
        const states = updater.getStates();
        updater = optimizer.getUpdater(optimizer.create(name, { ...options, multiPrecision: false }));
        updater.setStates(states);
      }
      return Array.from(weight.toTypedArray(), Number);
    };
    expect(run(true), name).toEqual(run(false));
  }
});

describe("Optimizer", () => {
  const w = nd.zeros([1]);

  test("counts updates by weight, and reads the schedule after counting", () => {
    const plain = new Plain({ lrScheduler: (n) => n * 10, beginNumUpdate: 2 });
    for (const index of [0, 0, 1]) plain.update(index, w, w);
    expect(plain.seen).toEqual([
      [3, 3, 30, 0],
      [4, 4, 40, 0],
      [3, 4, 40, 0],
    ]);
    expect(plain.learningRate).toBe(40);
    expect(() => plain.setLearningRate(1)).toThrow(/^LRScheduler of the optimizer has already been defined/);
  });

  test("a learning rate goes before the schedule's own", () => {
    const schedule: optimizer.LRSchedule = Object.assign(() => 0, { baseLr: 0.01 });
    new Plain({ lrScheduler: schedule, learningRate: 0.5 });
    expect(schedule.baseLr).toBe(0.5);
    expect(new Plain().learningRate).toBe(0.01);
  });

  test("decays only weights and gammas when it knows names; multipliers go by name or index", () => {
    const names = { 0: "fc_weight", 1: "fc_bias", 2: "bn_gamma", 3: "odd" };
    const plain = new Plain({ learningRate: 1, wd: 0.1, paramIdx2name: names });
    plain.setLrMult({ fc_bias: 2, 2: 3 });
    plain.setWdMult({ odd: 0.5 });
    for (const index of [0, 1, 2, 3]) plain.update(index, w, w);
    expect(plain.seen.map((s) => s.slice(2))).toEqual([
      [1, 0.1],
      [2, 0],
      [3, 0.1],
      [1, 0.05],
    ]);
  });
});

describe("learning rate schedules are MXNet's", () => {
  for (const [i, { scheduler, options, lrs }] of golden.schedulers.entries()) {
    test(`${scheduler} ${JSON.stringify(options)} (${i})`, () => {
      const Scheduler = lrScheduler[scheduler as "PolyScheduler"];
      const schedule = new Scheduler(options as unknown as lrScheduler.PolySchedulerOptions);
      lrs.forEach((lr, n) => {
        expect(schedule(n)).toBeCloseTo(lr, 12);
      });
    });
  }

  test("optimizers follow them, and replace their learning rate by their own", () => {
    const schedule = new lrScheduler.FactorScheduler(1, 0.5, { baseLr: 8 });
    const sgd = new optimizer.SGD({ lrScheduler: schedule });
    const updater = optimizer.getUpdater(sgd);
    const weight = nd.zeros([1]);
    const seen = [1, 2, 3].map(() => {
      updater(0, nd.ones([1]), weight);
      return weight.asscalar();
    });
    expect(seen).toEqual([-8, -12, -14]);
    expect(sgd.learningRate).toBe(2);
    new optimizer.Adam({ lrScheduler: schedule });
    expect(schedule.baseLr).toBe(0.001);
    new optimizer.Adam({ lrScheduler: schedule, learningRate: null });
    expect(schedule.baseLr).toBe(0.001);
  });

  test("what makes no sense is refused in MXNet's words", () => {
    const { CosineScheduler, FactorScheduler, MultiFactorScheduler, PolyScheduler } = lrScheduler;
    expect(() => new FactorScheduler(0)).toThrow("Schedule step must be greater or equal than 1 round");
    expect(() => new FactorScheduler(1, 2)).toThrow("Factor must be no more than 1 to make lr reduce");
    expect(() => new MultiFactorScheduler([2, 2])).toThrow("Schedule step must be an increasing integer list");
    expect(() => new MultiFactorScheduler([])).toThrow(TypeError);
    expect(() => new PolyScheduler(0)).toThrow("maximum number of updates must be strictly positive");
    expect(() => new CosineScheduler({ maxUpdate: 5, baseLr: 0.1, warmupBeginLr: 1 })).toThrow(
      "Base lr has to be higher",
    );
    expect(() => new CosineScheduler({ maxUpdate: 5, warmupMode: "no" as "linear" })).toThrow(MXNetError);
    expect(() => new CosineScheduler({ maxUpdate: "5" as never })).toThrow("maxUpdate must be a number");
  });
});

describe("options", () => {
  test("are checked, and may be spelt MXNet's way", () => {
    expect(new optimizer.RMSProp({ clip_weights: 2 } as optimizer.RMSPropOptions).clipWeights).toBe(2);
    expect(() => new optimizer.SGD({ momentun: 0.9 } as never)).toThrow(
      /^SGD: unknown option momentun; the options are:/,
    );
    expect(() => new optimizer.SGD({ momentum: "0.9" as never })).toThrow("SGD: momentum must be a number");
    expect(() => new optimizer.Nadam({ multiPrecision: 1 as never })).toThrow(
      "Nadam: multiPrecision must be a boolean",
    );
    expect(() => new optimizer.LAMB({ lowerBound: "1" as never })).toThrow("LAMB: lowerBound must be a number");
    expect(() => new optimizer.LBSGD({ batchScale: 0 })).toThrow(MXNetError);
  });

  test("attributes of a symbol multiply", () => {
    const sym = {
      attrDict: () => ({ a_weight: { __lr_mult__: "2" }, a_bias: { __wd_mult__: "3" }, fc: { __lr_mult__: "5" } }),
      listArguments: () => ["data", "a_weight", "a_bias"],
    };
    const plain = new Plain({ learningRate: 1, wd: 0.1, sym, paramIdx2name: { 0: "a_weight", 1: "a_bias" } });
    for (const index of [0, 1]) plain.update(index, nd.zeros([1]), nd.zeros([1]));
    expect(plain.seen.map((s) => s.slice(2))).toEqual([
      [2, 0.1],
      [1, 0.1 * 3],
    ]);
  });

  test("GroupAdaGrad takes matrices without decay", () => {
    const updater = (options: object) => optimizer.getUpdater(optimizer.create("groupadagrad", options));
    expect(() => updater({})(0, nd.ones([2]), nd.ones([2]))).toThrow("expected a matrix");
    expect(() => updater({ wd: 1 })(0, nd.ones([2, 2]), nd.ones([2, 2]))).toThrow("Weight decay is not supported");
  });
});

describe("registry", () => {
  test("makes optimizers by name in any case, and takes them as they are", () => {
    expect(optimizer.create("SGD")).toBeInstanceOf(optimizer.SGD);
    const adam = new optimizer.Adam();
    expect(optimizer.create(adam)).toBe(adam);
    expect(() => optimizer.create("no such")).toThrow(MXNetError);
  });

  test("learns classes of one's own", () => {
    expect(optimizer.register(Plain)).toBe(Plain);
    expect(optimizer.create("plain", { learningRate: 2 }).learningRate).toBe(2);
    expect(() => optimizer.register(Map as never)).toThrow("can only register subclasses of Optimizer");
  });
});
