import { autograd, gluon, memory, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectNumbers, golden } from "./golden.ts";

type MakeLoss = new (options: object) => ((...inputs: (NDArray | null)[]) => NDArray) & gluon.loss.Loss;
const classes = gluon.loss as unknown as Record<string, MakeLoss>;

describe("losses compute what MXNet computes", () => {
  for (const [i, c] of golden.losses.entries()) {
    test(`${c.loss} ${JSON.stringify(c.options)} (${i})`, () => {
      const loss = new classes[c.loss]!(c.options);
      expect(String(loss)).toBe(c.text);
      const pred = nd.array(c.pred);
      pred.attachGrad();
      const more = c.more.map((w) => (w === null ? null : nd.array(w)));
      const y = autograd.record(() => loss(pred, nd.array(c.label), ...more));
      y.backward();
      expect(y.shape).toEqual(c.shape);
      expectNumbers(y, c.output, 1e-6);
      expectNumbers(pred.grad!, c.grad, 1e-6);
    });
  }
});

test("losses take arguments by position, and have MXNet's short names", () => {
  expect(String(new gluon.loss.L2Loss(2))).toBe("L2Loss(batch_axis=0, w=2.0)");
  expect(String(new gluon.loss.SoftmaxCELoss(-1, false, true, { weight: 0.5 }))).toBe(
    "SoftmaxCrossEntropyLoss(batch_axis=0, w=0.5)",
  );
  expect(gluon.loss.SigmoidBCELoss).toBe(gluon.loss.SigmoidBinaryCrossEntropyLoss);
  expect(() => new gluon.loss.L2Loss({ weight: "2" as unknown as number })).toThrow("weight must be a number");
});

test("a loss leaves nothing but its result", () => {
  const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
  const [pred, label] = [nd.ones([4, 3]), nd.zeros([4])];
  const before = memory().live;
  const y = loss(pred, label);
  expect(memory().live).toBe(before + 1);
  expect(y.shape).toEqual([4]);
});

test("a loss of one's own", () => {
  class Cubic extends gluon.loss.Loss {
    constructor() {
      super(null, 0);
    }
    override forward(pred: NDArray, label: NDArray): NDArray {
      return this.sampleMean(nd.abs(pred.sub(label)).pow(3));
    }
  }
  expect(new Cubic()(nd.array([[1, 3]]), nd.zeros([1, 2])).toArray()).toEqual([14]);
});
