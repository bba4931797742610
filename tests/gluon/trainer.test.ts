import { autograd, gluon, memory, nd, optimizer } from "mxgrad";
import { describe, expect, test } from "vitest";

const { nn } = gluon;
const x = nd.array([
  [1, 2],
  [3, 4],
]);

function layer(): gluon.nn.Dense {
  const dense = new nn.Dense(1, { inUnits: 2, useBias: false });
  dense.initialize("ones");
  return dense;
}

const backward = (dense: gluon.nn.Dense): void => autograd.record(() => dense(x).sum()).backward();
const weight = (dense: gluon.nn.Dense): number[] => Array.from(dense.weight.data().toTypedArray(), Number);

describe("Trainer", () => {
  test("steps, and refuses gradients that backward has not renewed", () => {
    const dense = layer();
    const trainer = new gluon.Trainer(dense.collectParams(), "sgd", { learningRate: 0.1 });
    backward(dense);
    trainer.step(2);
    expect(weight(dense)).toEqual([0.800000011920929, 0.699999988079071]);
    expect(() => trainer.step(2)).toThrow(
      `Gradient of Parameter \`${dense.weight.name}\` on context cpu(0) has not been updated by backward since last \`step\`.`,
    );
    trainer.step(2, true);
    expect(weight(dense)).toEqual([0.800000011920929, 0.699999988079071]);
  });

  test("refuses stale gradients before it changes anything", () => {
    const [first, second] = [layer(), layer()];
    const trainer = new gluon.Trainer([first.weight, second.weight], "sgd", { learningRate: 0.1 });
    backward(first);
    expect(() => trainer.step(1)).toThrow(second.weight.name);
    expect(weight(first)).toEqual([1, 1]);
    trainer.step(1, true);
    expect(weight(first)).not.toEqual([1, 1]);
    expect(weight(second)).toEqual([1, 1]);
  });

  test("updates with Adam, at another learning rate", () => {
    const dense = layer();
    const trainer = new gluon.Trainer(dense.collectParams(), "adam");
    expect(trainer.learningRate).toBe(0.001);
    trainer.setLearningRate(0.5);
    backward(dense);
    trainer.allreduceGrads();
    trainer.update(2, true);
    expect(trainer.learningRate).toBe(0.5);
    expect(trainer.optimizer.rescaleGrad).toBe(0.5);
    const [a, b] = weight(dense);
    expect(a).toBeCloseTo(0.49999678134918213, 7);
    expect(b).toBeCloseTo(0.49999672174453735, 7);
  });

  test("takes multipliers from the parameters, and no notice of those without gradients", () => {
    const dense = layer();
    const frozen = layer();
    dense.weight.lrMult = 0.5;
    dense.weight.wdMult = 2;
    frozen.weight.gradReq = "null";
    const trainer = new gluon.Trainer([dense.weight, frozen.weight], "sgd", { learningRate: 0.1, wd: 0.01 });
    backward(dense);
    trainer.step(1);
    const wanted = [4, 6].map((g) => 1 - 0.05 * (g + 0.02));
    weight(dense).forEach((w, i) => {
      expect(w).toBeCloseTo(wanted[i]!, 6);
    });
    expect(weight(frozen)).toEqual([1, 1]);
  });

  test("wants parameters and a clear choice of optimizer", () => {
    const dense = layer();
    const make = (...args: unknown[]) => Reflect.construct(gluon.Trainer, args);
    expect(() => make(dense, "sgd")).toThrow(/^First argument must be a list or dict of Parameters, got /);
    expect(() => make([dense], "sgd")).toThrow(/^First argument must be a list or dict of Parameters, got list of /);
    expect(() => make([], "no such")).toThrow(/^Cannot find optimizer no such; there are: adadelta, adagrad, adam,/);
    expect(() => make([], new optimizer.SGD(), { wd: 1 })).toThrow(/^optimizer_params must be None if optimizer is an/);
    expect(() => make([], "sgd", { momentun: 1 })).toThrow(/^SGD: unknown option momentun; the options are: momentum/);
    expect(() => new gluon.Trainer([], "sgd").step(0)).toThrow("batchSize is 0, expected a positive number");
  });

  for (const [name, options] of [
    ["sgd", { learningRate: 0.1, momentum: 0.9 }],
    ["adam", { learningRate: 0.1 }],
    ["adam", { learningRate: 0.1, multiPrecision: true }],
    ["lars", { learningRate: 0.1, momentum: 0.9, eta: 0.1 }],
    ...[
      "adadelta",
      "adagrad",
      "adamax",
      "adamw",
      "dcasgd",
      "ftml",
      "ftrl",
      "groupadagrad",
      "lamb",
      "lbsgd",
      "nadam",
    ].map((name) => [name, {}] as const),
    ...["nag", "rmsprop", "signum", "test"].map((name) => [name, {}] as const),
  ] as const) {
    test(`goes on after saved states as if nothing had happened: ${name} ${JSON.stringify(options)}`, () => {
      const make = (): [gluon.nn.Dense, gluon.Trainer] => {
        const dense = layer();
        if ("multiPrecision" in options) dense.cast("float16");
        return [dense, new gluon.Trainer(dense.collectParams(), name, options)];
      };
      const data = x.astype("multiPrecision" in options ? "float16" : "float32");
      const train = ([dense, trainer]: [gluon.nn.Dense, gluon.Trainer]): void => {
        autograd.record(() => dense(data).square().sum()).backward();
        trainer.step(2);
      };
      const [first, second] = [make(), make()];
      for (let i = 0; i < 3; i++) train(first);
      first[1].setLearningRate(0.05);
      second[0].loadParameters(first[0].saveParameters());
      second[1].loadStates(first[1].saveStates());
      expect(second[1].learningRate).toBe(0.05);
      for (let i = 0; i < 3; i++) {
        train(first);
        train(second);
      }
      expect(weight(second[0])).toEqual(weight(first[0]));
    });
  }

  test("refuses states of another optimizer, and other bytes", () => {
    const sgd = new gluon.Trainer([], "sgd");
    const adam = new gluon.Trainer([], "adam");
    expect(() => adam.loadStates(sgd.saveStates())).toThrow("the states are those of SGD, not Adam");
    expect(() => adam.loadStates(nd.save(null, { a: x }))).toThrow("these are no optimizer states");
    expect(() => adam.loadStates(new Uint8Array(3))).toThrow(/Invalid NDArray file format/);
  });

  test("leaves nothing behind but its states", () => {
    const dense = layer();
    const trainer = new gluon.Trainer(dense.collectParams(), "sgd", { momentum: 0.9 });
    backward(dense);
    trainer.step(2);
    const before = memory().live;
    for (let i = 0; i < 5; i++) {
      const y = autograd.record(() => dense(x));
      y.backward();
      trainer.step(2);
      y.dispose();
    }
    expect(memory().live).toBe(before);
  });
});
