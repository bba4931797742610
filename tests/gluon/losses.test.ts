import { autograd, gluon, MXNetError, memory, type NDArray, nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { expectNumbers, golden } from "./golden.ts";

type AnyLoss = ((...inputs: (NDArray | null)[]) => NDArray) & gluon.loss.Loss;
const classes = gluon.loss as unknown as Record<string, new (options: object) => AnyLoss>;
const array = (x: unknown): NDArray => nd.array(x as number[]);

/** The symbols that differ from MXNet's, and how. */
const DIFFERS: Readonly<Record<string, (text: string) => string>> = {
  // MXNet gives the operator an attribute that it does not have.
  CosineEmbeddingLoss: (text) => text.replace('      "attrs": {"axis": "1"}, \n', ""),
};

describe("losses compute what MXNet computes", () => {
  for (const [i, c] of golden.losses.entries()) {
    const make = (): AnyLoss => new classes[c.loss]!({ ...c.options, prefix: "x_" });
    const inputs = (): NDArray[] =>
      [c.pred, c.label, ...c.more].map((x) => (x === null ? null : array(x))) as NDArray[];

    for (const hybrid of [false, true]) {
      if (hybrid && c.loss === "SDMLLoss") continue;
      test(`${c.loss} ${JSON.stringify(c.options)} (${i})${hybrid ? " as a graph" : ""}`, () => {
        const loss = make();
        loss.hybridize(hybrid);
        expect(String(loss)).toBe(c.text);
        const [pred, ...more] = inputs();
        expectNumbers(loss(pred!, ...more), c.output, 1e-6);
        pred!.attachGrad();
        const y = autograd.record(() => loss(pred!, ...more));
        y.backward();
        expect(y.shape).toEqual(c.shape);
        expectNumbers(y, c.output, 1e-6);
        if (c.grad) expectNumbers(pred!.grad!, c.grad, 1e-6);
      });
    }

    if (!c.symbol) continue;
    test(`the symbol of ${c.loss} ${JSON.stringify(c.options)} (${i})`, () => {
      const text = (DIFFERS[c.loss] ?? String)(c.symbol!);
      const loss = make();
      loss(...inputs());
      expect(loss.export(null).symbol).toBe(text);
      let count = 0;
      const variables = inputs().map((x) => (x === null ? null : sym.Variable(`data${count++}`)));
      const symbol = (loss as unknown as (...x: unknown[]) => { toJSON(): string })(...variables);
      expect(symbol.toJSON()).toBe(text);
    });
  }
});

test("the full Poisson loss does not take the logarithm of 0, and has gradients", () => {
  const loss = new gluon.loss.PoissonNLLLoss({ computeFull: true });
  const target = nd.array([[0, 1, 3]]);
  target.attachGrad();
  const y = autograd.record(() => loss(nd.zeros([1, 3]), target));
  y.backward();
  const stirling = (n: number): number => n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n);
  expect(y.asscalar()).toBeCloseTo(1 + stirling(3) / 3, 5);
  expectNumbers(target.grad!, [0, 0, (Math.log(3) + 1 / 6) / 3], 1e-6);
});

test("losses on symbols are trained by executors", () => {
  const loss = new gluon.loss.SoftmaxCELoss()(sym.Variable("pred"), sym.Variable("label"));
  const args = { pred: nd.array([[1, 2, 3]]), label: nd.array([2]) };
  const executor = loss.bind(null, args, { pred: nd.zeros([1, 3]) });
  expect(executor.forward(true)[0]!.asscalar()).toBeCloseTo(0.407606, 5);
  executor.backward(nd.ones([1]));
  expectNumbers(executor.gradDict.pred!, [0.0900306, 0.2447285, -0.3347591], 1e-6);
});

test("what losses cannot take is said", () => {
  const { LogisticLoss, CTCLoss, SDMLLoss } = gluon.loss;
  expect(() => new LogisticLoss({ labelFormat: "no" as "signed" })).toThrow(/labelFormat.*got the text "no"/);
  expect(() => new CTCLoss({ layout: "CTN" as "NTC" })).toThrow(/layout must be one of NTC, TNC, got the text "CTN"/);
  const loss = new SDMLLoss();
  expect(() => loss(nd.ones([2, 3]), nd.ones([2, 4]))).toThrow(MXNetError);
  expect(() => loss(sym.Variable("a"), sym.Variable("b"))).toThrow(/cannot be run on symbols/);
  // Its weight counts, which MXNet forgets.
  const [a, b] = [
    nd.array([
      [1, 2],
      [0, 1],
    ]),
    nd.array([
      [1, 1],
      [2, 0],
    ]),
  ];
  const [single, double] = [loss(a, b), new SDMLLoss({ weight: 2 })(a, b)];
  expectNumbers(double, Array.from(single.mul(2).toTypedArray(), Number), 1e-6);
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

test("a loss of one's own with a parameter and only a forward", () => {
  class Scaled extends gluon.loss.Loss {
    scale = this.params.get("scale", { shape: [1], init: "ones" });
    constructor() {
      super(null, 0);
    }
    override hybridForward(F: gluon.Functions, pred: NDArray, label: NDArray, { scale }: gluon.ParameterValues) {
      return this.sampleSum(F.broadcastMul(pred.sub(label), scale!));
    }
  }
  class Plain extends gluon.loss.Loss {
    constructor() {
      super(2, 0);
    }
    override forward(pred: NDArray, label: NDArray): NDArray {
      return this.sampleMean(this.weighted(nd, pred.sub(label), null));
    }
  }
  const loss = new Scaled();
  loss.initialize();
  for (const hybrid of [false, true]) {
    loss.hybridize(hybrid);
    expect(loss(nd.array([[1, 3]]), nd.zeros([1, 2])).toArray()).toEqual([4]);
  }
  expect(new Plain()(nd.array([[1, 3]]), nd.zeros([1, 2])).toArray()).toEqual([4]);
});

test("a loss of one's own", () => {
  class Cubic extends gluon.loss.Loss {
    constructor() {
      super(null, 0);
    }
    override hybridForward(F: gluon.Functions, pred: NDArray, label: NDArray, weight?: NDArray): NDArray {
      return this.sampleMean(this.weighted(F, F.abs(pred.sub(label)).pow(3), weight));
    }
  }
  const [loss, pred, label] = [new Cubic(), nd.array([[1, 3]]), nd.zeros([1, 2])];
  expect(loss(pred, label).toArray()).toEqual([14]);
  loss.hybridize();
  expect(loss(pred, label).toArray()).toEqual([14]);
  expect(loss(pred, label, nd.array([2])).toArray()).toEqual([28]);
});
