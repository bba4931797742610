/** Operators defined in TypeScript: `operator.CustomOp`, `CustomOpProp`, `register`, `nd.Custom`. */
import { autograd, MXNetError, type NDArray, nd, operator } from "mxgrad";
import { describe, expect, test } from "vitest";

type Req = operator.Req;

class Sigmoid extends operator.CustomOp {
  override forward(isTrain: boolean, req: Req[], [x]: NDArray[], [y]: NDArray[]): void {
    flags.push(isTrain);
    this.assign(y!, req[0]!, nd.exp(x!.neg()).add(1).rdiv(1));
  }
  override backward(req: Req[], [dy]: NDArray[], _in: NDArray[], [y]: NDArray[], [dx]: NDArray[]): void {
    this.assign(dx!, req[0]!, dy!.mul(y!).mul(y!.rsub(1)));
  }
}
const flags: boolean[] = [];
class SigmoidProp extends operator.CustomOpProp {
  override createOperator(): operator.CustomOp {
    return new Sigmoid();
  }
}
operator.register("test_sigmoid")(SigmoidProp);

/** Multiplies and counts its calls in an auxiliary state; two outputs. */
class Scaled extends operator.CustomOp {
  readonly factor: number;
  constructor(factor: number) {
    super();
    this.factor = factor;
  }
  override forward(_: boolean, req: Req[], [a, b]: NDArray[], [sum, product]: NDArray[], [calls]: NDArray[]): void {
    this.assign(sum!, req[0]!, a!.add(b!).mul(this.factor));
    this.assign(product!, req[1]!, a!.mul(b!).mul(this.factor));
    calls!.addi(1);
  }
  override backward(req: Req[], [ds, dp]: NDArray[], [a, b]: NDArray[], _: NDArray[], [da, db]: NDArray[]): void {
    this.assign(da!, req[0]!, ds!.mul(this.factor));
    this.assign(da!, "add", dp!.mul(b!).mul(this.factor));
    this.assign(db!, req[1]!, ds!.add(dp!.mul(a!)).mul(this.factor));
  }
}
class ScaledProp extends operator.CustomOpProp {
  readonly factor: string;
  constructor({ factor = "1" }) {
    super();
    this.factor = factor;
  }
  override listArguments(): string[] {
    return ["a", "b"];
  }
  override listOutputs(): string[] {
    return ["sum", "product"];
  }
  override listAuxiliaryStates(): string[] {
    return ["calls"];
  }
  override inferShape(shapes: number[][]): [number[][], number[][], number[][]] {
    return [[shapes[0]!, shapes[0]!], [shapes[0]!, shapes[0]!], [[1]]];
  }
  override createOperator(): operator.CustomOp {
    return new Scaled(Number(this.factor));
  }
}

operator.register("test_scaled")(ScaledProp);

const sigmoid = (x: NDArray) => nd.Custom(x, { opType: "test_sigmoid" }) as NDArray;

test("values and gradients of both orders are those of the operator that it imitates", () => {
  const twice = (f: (x: NDArray) => NDArray) => {
    const x = nd.array([-1, 0.5, 2], { dtype: "float64" });
    x.attachGrad();
    let first!: NDArray;
    autograd
      .record(() => {
        [first] = autograd.grad(f(x), [x], { createGraph: true }) as [NDArray];
        return first;
      })
      .backward();
    return [f(x), first, x.grad!].flatMap((y) => [...y.toTypedArray()].map(Number));
  };
  const [found, expected] = [twice(sigmoid), twice(nd.sigmoid)];
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 12);
  });
});

test("is told whether it trains, and nothing is recorded inside", () => {
  flags.length = 0;
  const x = nd.ones([1]);
  x.attachGrad();
  sigmoid(x);
  autograd.record(() => sigmoid(x));
  expect(flags).toEqual([false, true]);
});

test("a number is assigned whatever the array held", () => {
  const target = nd.array([Number.NaN, Number.POSITIVE_INFINITY, 1]);
  new operator.CustomOp().assign(target, "write", 3);
  expect(target.toArray()).toEqual([3, 3, 3]);
  new operator.CustomOp().assign(target, "add", 2);
  expect(target.toArray()).toEqual([5, 5, 5]);
});

test("several inputs and outputs, attributes as texts, auxiliary states, adding up", () => {
  const [a, b, calls] = [nd.array([1, 2]), nd.array([3, 4]), nd.zeros([1])];
  a.attachGrad();
  b.attachGrad("add");
  for (let i = 0; i < 2; i++) {
    autograd
      .record(() => {
        const [sum, product] = nd.Custom(a, b, calls, { opType: "test_scaled", factor: 2 }) as [NDArray, NDArray];
        return sum.add(product.mul(10));
      })
      .backward();
  }
  expect(calls.asscalar()).toBe(2);
  expect(a.grad!.toArray()).toEqual([2 + 60, 2 + 80]);
  expect(b.grad!.toArray()).toEqual([2 * (2 + 20), 2 * (2 + 40)]);
});

describe("errors", () => {
  class WrongShape extends operator.CustomOpProp {
    override inferShape(): [number[][], number[][]] {
      return [[[2]], []];
    }
  }
  operator.register("test_wrong")(WrongShape);
  test.each<[string, () => unknown, RegExp]>([
    [
      "an unknown name",
      () => nd.Custom(nd.ones([1]), { opType: "absent" }),
      /Custom: opType the text "absent" is not registered/,
    ],
    ["no name", () => nd.Custom(nd.ones([1]), {} as never), /opType undefined is not registered/],
    [
      "too few inputs",
      () => nd.Custom(nd.ones([1]), { opType: "test_scaled" }),
      /Custom \(test_scaled\): got 1 inputs, expected a, b, calls/,
    ],
    [
      "another shape than inferShape says",
      () => nd.Custom(nd.ones([2]), nd.ones([3]), nd.zeros([1]), { opType: "test_scaled" }),
      /Custom \(test_scaled\): b has shape \(3\), expected \(2\)/,
    ],
    [
      "another number of outputs than there are",
      () => nd.Custom(nd.ones([2]), { opType: "test_wrong" }),
      /Custom \(test_wrong\): got shapes of 0 outputs, expected 1/,
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(MXNetError);
    expect(call).toThrow(message);
  });

  test("what is not an array, and a class that describes no operator", () => {
    expect(() => nd.Custom(1 as never, { opType: "test_sigmoid" })).toThrow(
      /input 0 must be an NDArray, got the number 1/,
    );
    expect(() => nd.Custom(nd.ones([1]) as never)).toThrow(TypeError);
    expect(() => operator.register("x")(class {} as never)).toThrow(/subclass of CustomOpProp/);
    expect(() => operator.register(3 as never)).toThrow(/must be a text, got the number 3/);
  });

  test("an error in forward or backward passes through, and the library works on", () => {
    class Failing extends operator.CustomOp {
      override forward(): void {}
      override backward(): void {
        throw new RangeError("not today");
      }
    }
    class FailingProp extends operator.CustomOpProp {
      override createOperator(): operator.CustomOp {
        return new Failing();
      }
    }
    operator.register("test_failing")(FailingProp);
    const x = nd.ones([1]);
    x.attachGrad();
    const y = autograd.record(() => nd.Custom(x, { opType: "test_failing" }) as NDArray);
    expect(() => y.backward()).toThrow("not today");
    expect(sigmoid(nd.zeros([1])).asscalar()).toBe(0.5);
  });
});
