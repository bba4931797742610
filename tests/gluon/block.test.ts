import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gluon, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

const { nn } = gluon;

function threeLayers(): gluon.nn.HybridSequential {
  const net = new nn.HybridSequential();
  net.nameScope(() => net.add(new nn.Dense(4, { activation: "relu" }), new nn.BatchNorm(), new nn.Dense(2)));
  return net;
}

const names = (net: gluon.Block, select?: string): string[] => [...net.collectParams(select).keys()];
const SUFFIXES = ["dense0_weight", "dense0_bias", "batchnorm0_gamma", "batchnorm0_beta"].concat(
  ["running_mean", "running_var"].map((name) => `batchnorm0_${name}`),
  ["dense1_weight", "dense1_bias"],
);

describe("names", () => {
  test("count up by class; inside a name scope they begin with the parent's prefix", () => {
    const [first, second] = [threeLayers(), threeLayers()];
    const number = Number(/^hybridsequential(\d+)_$/.exec(first.prefix)![1]);
    expect(names(first)).toEqual(SUFFIXES.map((name) => `hybridsequential${number}_${name}`));
    expect(names(second)).toEqual(SUFFIXES.map((name) => `hybridsequential${number + 1}_${name}`));
    expect(names(first, ".*weight")).toEqual([`${first.prefix}dense0_weight`, `${first.prefix}dense1_weight`]);
    expect(names(first, "weight")).toEqual([]);
  });

  test("of a new process are MXNet's", () => {
    const program = `
      import { gluon } from ${JSON.stringify(new URL("../../pkg/index.js", import.meta.url).href)};
      const { nn } = gluon;
      const net = new nn.Sequential().add(new nn.Dense(2), new nn.Conv2D(1, 1), new nn.MaxPool2D(), new nn.Activation("relu"));
      new nn.Dense(2, { prefix: "abc_", activation: "tanh" });
      net.add(new nn.Dense(3));
      console.log([net, ...net].map((b) => b.prefix).join(), [...net.collectParams().keys()].join());`;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    expect(output.trim()).toBe(
      "sequential0_,dense0_,conv0_,pool0_,relu0_,dense1_ " +
        "dense0_weight,dense0_bias,conv0_weight,conv0_bias,dense1_weight,dense1_bias",
    );
  });

  test("can be given, and the scope's block form ends with the block", () => {
    expect(names(new nn.Dense(2, { prefix: "abc_" }))).toEqual(["abc_weight", "abc_bias"]);
    const outer = new nn.Sequential({ prefix: "outer_" });
    const scope = outer.nameScope();
    const inner = new nn.Dense(1);
    scope.end();
    expect(inner.prefix).toBe("outer_dense0_");
    expect(inner.name).toBe("outer_dense0");
    expect(new nn.Dense(1).prefix).toMatch(/^dense\d+_$/);
  });
});

describe("blocks of one's own", () => {
  class Net extends gluon.Block {
    hidden = this.nameScope(() => new nn.Dense(3, { activation: "relu" }));
    out: gluon.nn.Dense;
    constructor(options?: gluon.BlockOptions) {
      super(options);
      this.out = this.nameScope(() => new nn.Dense(2));
    }
    override forward(x: NDArray): NDArray {
      return this.out(this.hidden(x));
    }
  }

  test("are called, are instances of their class, and find the layers in their fields", () => {
    const net = new Net({ prefix: "net_" });
    expect(net).toBeInstanceOf(Net);
    expect(net).toBeInstanceOf(gluon.Block);
    net.initialize();
    expect(net(nd.ones([2, 4])).shape).toEqual([2, 2]);
    expect(names(net)).toEqual(["net_dense0_weight", "net_dense0_bias", "net_dense1_weight", "net_dense1_bias"]);
    expect(String(net)).toBe("Net(\n  (hidden): Dense(4 -> 3, Activation(relu))\n  (out): Dense(3 -> 2, linear)\n)");
    net.out = new nn.Dense(7, { prefix: "new_" });
    expect(names(net)).toEqual(["net_dense0_weight", "net_dense0_bias", "new_weight", "new_bias"]);
  });

  test("hybridForward gets nd and the values of its parameters", () => {
    class Scale extends gluon.HybridBlock {
      factor = this.params.get("factor", { shape: [0], init: "ones", allowDeferredInit: true });
      shift = this.params.getConstant("shift", [10]);
      override inferShape(x: NDArray): void {
        this.factor.shape = [x.shape[1]!];
      }
      override hybridForward(F: gluon.Functions, x: NDArray, { factor, shift }: gluon.ParameterValues): NDArray {
        return F.broadcastAdd(F.broadcastMul(x, factor!), shift!);
      }
    }
    const scale = new Scale();
    scale.initialize();
    expect(scale(nd.array([[1, 2]])).toArray()).toEqual([[11, 12]]);
    scale.factor.setData([3, 4]);
    expect(scale(nd.array([[1, 2]])).toArray()).toEqual([[13, 18]]);
  });

  test("without an inferred shape deferred parameters are an error that says what to do", () => {
    class Lost extends gluon.HybridBlock {
      w = this.params.get("w", { shape: [0], allowDeferredInit: true });
      override hybridForward(_F: gluon.Functions, x: NDArray, { w }: gluon.ParameterValues): NDArray {
        return x.mul(w!);
      }
    }
    const lost = new Lost({ prefix: "lost_" });
    lost.initialize();
    expect(() => lost(nd.ones([1]))).toThrow(
      "Cannot initialize Parameter 'lost_w' because it has invalid shape: (0,). Please specify in_units, in_channels, etc for `Block`s.",
    );
  });

  test("share parameters through params", () => {
    const first = new nn.Dense(2, { inUnits: 3 });
    const second = new nn.Dense(2, { inUnits: 3, params: first.collectParams() });
    expect(second.weight).toBe(first.weight);
  });

  test("apply, cast and hooks reach every block", () => {
    const net = threeLayers();
    const seen: string[] = [];
    net.apply((block) => seen.push(block.constructor.name));
    expect(seen).toEqual(["Activation", "Dense", "BatchNorm", "Dense", "HybridSequential"]);
    net.initialize();
    const calls: string[] = [];
    const before = net.registerForwardPreHook((_block, inputs) => calls.push(`before ${inputs.length}`));
    net.registerForwardHook((block, _inputs, output) =>
      calls.push(`after ${block === net} ${(output as NDArray).shape}`),
    );
    net(nd.ones([1, 3]));
    before.detach();
    net(nd.ones([1, 3]));
    expect(calls).toEqual(["before 1", "after true 1,2", "after true 1,2"]);
    net.cast("float16");
    expect(net.at(0).collectParams().at(`${net.prefix}dense0_weight`).dtype).toBe("float16");
    expect([...net.at(1).collectParams().values()].map((p) => p.dtype)).toEqual(Array(4).fill("float32"));
  });
});

describe("Sequential", () => {
  test("is read like a list", () => {
    const net = threeLayers();
    expect(net.length).toBe(3);
    expect([...net].map((block) => block.constructor.name)).toEqual(["Dense", "BatchNorm", "Dense"]);
    expect(net.at(-1)).toBe([...net][2]);
    expect(net.slice(1).length).toBe(2);
    expect(() => net.at(3)).toThrow("at: index 3 is out of range for 3 blocks");
    expect(() => net.add(new nn.Lambda("relu") as never)).toThrow(/^Children of HybridBlock must also be HybridBlock/);
  });

  test("prints as Python does, nested too", () => {
    expect(String(new nn.Sequential().add(new nn.Sequential().add(new nn.Dropout(0.5)), new nn.ELU()))).toBe(
      "Sequential(\n  (0): Sequential(\n    (0): Dropout(p = 0.5, axes=())\n  )\n  (1): ELU(\n  \n  )\n)",
    );
  });
});

describe("saved parameters", () => {
  const x = nd.array([[0.1, 0.2, 0.3]]);

  test("have names by structure, and load into another net", () => {
    const net = threeLayers();
    net.initialize();
    const y = net(x).toArray();
    const bytes = net.saveParameters();
    expect(Object.keys(nd.load(bytes))).toEqual(
      ["0.weight", "0.bias", "1.gamma", "1.beta"].concat(["1.running_mean", "1.running_var", "2.weight", "2.bias"]),
    );
    const other = threeLayers();
    other.loadParameters(bytes);
    expect(other(x).toArray()).toEqual(y);
    const third = threeLayers();
    third.initialize();
    third(x);
    third.loadParameters(bytes);
    expect(third(x).toArray()).toEqual(y);
  });

  test("go through files, and full names with arg: and aux: load as well", () => {
    const folder = mkdtempSync(join(tmpdir(), "mxgrad-"));
    try {
      const path = join(folder, "net.params");
      const net = threeLayers();
      net.initialize();
      const y = net(x).toArray();
      net.saveParameters(path);
      const other = threeLayers();
      other.loadParameters(path);
      expect(other(x).toArray()).toEqual(y);
      const full = net.collectParams();
      const exported = Object.fromEntries(
        [...full].map(([name, p]) => [`${name.includes("running") ? "aux" : "arg"}:${name}`, p.data()]),
      );
      net.initialize("zeros", { forceReinit: true });
      net.loadParameters(nd.save(null, exported));
      expect(net(x).toArray()).toEqual(y);
      expect(() => new nn.Dense(2).loadParameters(path)).toThrow(
        `Parameter 'weight' is missing in file '${path}', which contains parameters: '0.weight', '0.bias', '1.gamma', ..., '1.running_mean', '1.running_var', '2.weight', '2.bias'. Set allow_missing=True to ignore missing parameters.`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("of other names, shapes and dtypes are refused", () => {
    const net = threeLayers();
    const [w, b] = [nd.ones([4, 3]), nd.ones([4])];
    const load = (arrays: Record<string, NDArray>, options?: gluon.LoadOptions) =>
      net.loadParameters(nd.save(null, arrays), options);
    expect(() => load({ "0.weight": w, "9.bias": b }, { allowMissing: true })).toThrow(
      /^Parameter '9.bias' loaded from the bytes is not present in ParameterDict/,
    );
    load({ "0.weight": w, "9.bias": b }, { allowMissing: true, ignoreExtra: true });
    expect(() => load({ "0.weight": nd.ones([5, 3]) }, { allowMissing: true })).toThrow(
      /shape incompatible expected \(4, 3\) vs saved \(5, 3\)$/,
    );
    const half = { "0.weight": w.astype("float16") };
    expect(() => load(half, { allowMissing: true })).toThrow(/dtype incompatible expected float32 vs saved float16/);
    load(half, { allowMissing: true, castDtype: true });
    const weight = net.at(0).collectParams(".*weight").at(`${net.prefix}dense0_weight`);
    expect(weight.data().dtype).toBe("float32");
    load(half, { allowMissing: true, castDtype: true, dtypeSource: "saved" });
    expect(weight.data().dtype).toBe("float16");
  });
});
