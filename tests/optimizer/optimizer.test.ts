import { MXNetError, type NDArray, nd, optimizer } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectNumbers, golden } from "../gluon/golden.ts";

describe("updates are MXNet's", () => {
  for (const [i, c] of golden.optimizers.entries()) {
    test(`${c.optimizer} ${JSON.stringify(c.options)} (${i})`, () => {
      const updater = optimizer.getUpdater(optimizer.create(c.optimizer, c.options));
      const weight = nd.array(c.weight, { dtype: c.dtype });
      c.grads.forEach((grad, step) => {
        updater.update(0, nd.array(grad, { dtype: c.dtype }), weight);
        expectNumbers(weight, c.after[step]!, c.dtype === "float16" ? 0 : 1e-6);
      });
    });
  }
});

class Plain extends optimizer.Optimizer {
  readonly seen: number[][] = [];
  override update(index: number, _weight: NDArray, _grad: NDArray): void {
    const count = this.updateCount(index);
    this.seen.push([count, this.numUpdate, this.getLr(index), this.getWd(index)]);
  }
}

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
    const plain = new Plain({ learningRate: 1, wd: 0.1, paramIdx2Name: names });
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
