/**
 * A panic of the core would be a bug, and is a trap: nothing is unwound. Here functions are taken out of the module's table, so that
 * calls trap in the middle of whatever they do; after each the library works on as if nothing had been.
 */
import type { NDArray, operator } from "mxgrad";
import { afterAll, beforeEach, describe, expect, test } from "vitest";

interface Exports {
  readonly __indirect_function_table: WebAssembly.Table;
  readonly __stack_pointer: WebAssembly.Global;
}

let core: Exports;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
    super(module, imports);
    if ("__stack_pointer" in this.exports) core = this.exports as unknown as Exports;
  }
};
afterAll(() => {
  WebAssembly.Instance = Instance;
});

const { default: mx } = await import("mxgrad");
const { autograd, MXNetError, nd, random, sym } = mx;

/** What `run` throws while these functions are not in the table. */
function without(functions: readonly number[], run: () => unknown): unknown {
  const table = core.__indirect_function_table;
  const taken = functions.map((at) => table.get(at));
  for (const at of functions) table.set(at, null);
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    functions.forEach((at, i) => {
      table.set(at, taken[i]);
    });
  }
}

const everyFunction = (): number[] => [...Array(core.__indirect_function_table.length).keys()].slice(1);

const INTERNAL = /^internal error \(a bug of mxgrad\): /;
function expectInternal(error: unknown): void {
  expect(error).toBeInstanceOf(MXNetError);
  expect((error as Error).message).toMatch(INTERNAL);
  expect((error as Error).cause).toBeInstanceOf(WebAssembly.RuntimeError);
}

class Square extends mx.operator.CustomOp {
  override forward(_: boolean, req: operator.Req[], [x]: NDArray[], [y]: NDArray[]): void {
    this.assign(y!, req[0]!, x!.square());
  }
  override backward(req: operator.Req[], [dy]: NDArray[], [x]: NDArray[], _: NDArray[], [dx]: NDArray[]): void {
    this.assign(dx!, req[0]!, x!.mul(dy!).mul(2));
  }
}
mx.operator.register("traps_square")(
  class extends mx.operator.CustomOpProp {
    override createOperator(): operator.CustomOp {
      return new Square();
    }
  },
);

// Arrays and an executor that live through all traps.
const [x, w] = [nd.ones([4, 6]), nd.ones([3, 6])];
for (const variable of [x, w]) variable.attachGrad();
const network = sym.Custom(sym.FullyConnected(sym.var("data"), { numHidden: 3, name: "fc" }), {
  opType: "traps_square",
});
const executor = network.simpleBind({ shapes: { data: [4, 6] } });

/** A little of everything, from given beginnings; gives all numbers that come out. */
function work(): number[] {
  random.seed(3);
  x.set(random.uniform(-1, 1, [4, 6]));
  w.set(random.normal(0, 1, [3, 6]));
  const y = autograd.record(() => {
    const z = nd.FullyConnected(x, w, { numHidden: 3, noBias: true });
    const dropped = nd.Dropout(nd.softmax(z), { p: 0.3 });
    return nd.Custom(dropped.reshape([2, -1]).add(z.max()), { opType: "traps_square" }) as NDArray;
  });
  y.backward();
  executor.argDict.data!.set(x);
  executor.argDict.fc_weight!.set(w);
  const [bound] = executor.forward(true);
  executor.backward(nd.onesLike(bound!));
  const again = sym.fromJSON(network.toJSON()).inferShape({ data: [4, 6] });
  return [y, x, w, x.grad!, w.grad!, bound!, executor.gradDict.fc_weight!, nd.topk(x, { k: 2 }), x.sort()]
    .flatMap((array) => [...array.toTypedArray()].map(Number))
    .concat(again.flat(2).map(Number));
}
const expected = work();
const stack = core!.__stack_pointer.value;

function expectAllIsWell(): void {
  expect([autograd.isRecording(), autograd.isTraining()]).toEqual([false, false]);
  expect(core.__stack_pointer.value).toBe(stack);
  expect(work()).toEqual(expected);
}
beforeEach(expectAllIsWell);

test("without any function, all fails and nothing is lost", () => {
  expectInternal(without(everyFunction(), work));
  expectAllIsWell();
});

const traps: number[] = [];

test("wherever a call traps, the library works on", () => {
  for (const at of everyFunction()) {
    const error = without([at], work);
    if (error === undefined) continue;
    traps.push(at);
    expectInternal(error);
    expectAllIsWell();
  }
  // As many as show that there are traps in the middle of things.
  expect(traps.length).toBeGreaterThan(30);
});

test("a trap in a callback leaves the call that it is in alone", () => {
  class Product extends autograd.Function {
    override forward(a: NDArray, b: NDArray): NDArray {
      this.saveForBackward(a, b);
      return a.mul(b);
    }
    override backward(dy: NDArray): NDArray[] {
      const [a, b] = this.savedTensors as [NDArray, NDArray];
      for (const at of traps) {
        const error = without([at], work);
        if (error) expectInternal(error);
      }
      expect(autograd.isTraining()).toBe(true);
      return [dy.mul(b), dy.mul(a)];
    }
  }
  const product = new Product();
  const y = autograd.record(() => product(x.sum(), w.sum()) as NDArray);
  const [sumX, sumW] = [x.sum().asscalar(), w.sum().asscalar()];
  y.backward();
  expect([...x.grad!.toTypedArray()]).toEqual(Array(24).fill(Math.fround(sumW)));
  expect([...w.grad!.toTypedArray()]).toEqual(Array(18).fill(Math.fround(sumX)));
});

test("a full stack is an error of the engine's kind, and no end", () => {
  const deeper = (): number => nd.ones([2]).sum().asscalar() + deeper();
  expect(deeper).toThrow(RangeError);
});

/** What `run` throws this many frames above the end of the engine's stack. */
function nearTheEnd(frames: number, run: () => unknown): unknown {
  let error: unknown;
  const down = (): number => {
    let left = 0;
    try {
      left = down() + 1;
    } catch {
      // The end.
    }
    if (left === frames) {
      try {
        run();
      } catch (thrown) {
        error = thrown;
      }
    }
    return left;
  };
  down();
  return error;
}

test("wherever the stack ends, the library works on", () => {
  let failures = 0;
  for (let frames = 0; frames < 400; frames++) {
    const error = nearTheEnd(frames, work);
    if (error === undefined) continue;
    failures++;
    expect(error).toBeInstanceOf(RangeError);
    expectAllIsWell();
  }
  expect(failures).toBeGreaterThan(30);
});

test("scopes end wherever the stack ends", () => {
  const runs = [
    () => autograd.record(() => 1),
    () => autograd.record(() => autograd.pause(() => x.add(x))),
    () => autograd.trainMode(() => autograd.record(() => x.mul(2))),
  ];
  let failures = 0;
  // Where the stack ends is a matter of what the engine has compiled by then, so that many places are tried.
  for (let i = 0; i < 15_000; i++) {
    if (nearTheEnd((i * 7919) % 3000, runs[i % 3] as () => unknown)) failures++;
    expect([autograd.isRecording(), autograd.isTraining()]).toEqual([false, false]);
  }
  expect(failures).toBeGreaterThan(20);
});

describe("with threads", () => {
  test("a trap in a kernel waits for the threads that are in it", async () => {
    random.seed(5);
    const a = random.uniform(-1, 1, [160, 160]);
    const product = (): number => nd.dot(a, a).add(a.tanh()).sum().asscalar();
    const right = product();
    const failing = everyFunction().filter((at) => without([at], product));
    expect(failing.length).toBeGreaterThan(3);
    expect(await mx.setThreads(2)).toBe(2);
    for (const at of failing.slice(-12)) {
      // The other thread may have been faster, and have done it all.
      const error = without([at], product);
      if (error) expectInternal(error);
      expect(product()).toBe(right);
    }
    expectAllIsWell();
    expect(await mx.setThreads(1)).toBe(1);
  });
});
