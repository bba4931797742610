// Operators as models in onnxruntime, against what MXNet 1.9.1 computed (scripts/oracle/ops). One model has all cases of an
// operator.
import { readdirSync } from "node:fs";
import mx, { autograd, type NDArray, nd, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import {
  type DType,
  difference,
  type GoldenCase,
  type GoldenFile,
  type GoldenTensor,
  readGolden,
  toNDArray,
} from "../support/golden.ts";
import { missing, runModel } from "./onnxruntime.ts";

const FOLDER = new URL("../golden/ops/", import.meta.url);
/** All but an operator that MXNet computes on other devices only: see networks.test.ts. */
const exported = mx.onnx.exportedOps().filter((op) => op !== "_contrib_BatchNormWithReLU");

/** What ONNX has no operators for. */
const REFUSED: readonly [name: RegExp, message: RegExp][] = [
  [/^Dropout .*mode=always/, /Dropout \(node y\): mode always has no translation to ONNX/],
  [/^topk .*ret_typ=mask/, /topk \(node y\): ret_typ mask has no translation/],
  [/^(softmax|log_softmax) .*use_length=True/, /softmax \(node y\): lengths have no translation/],
  [/^_linalg_gemm2 .*axis=/, /_linalg_gemm2 \(node y\): axis -?\d has no counterpart/],
  [/ output_mean_var=True/, /the output y_mean has no translation/],
  [/^_contrib_AdaptiveAvgPooling2D output_size=(\(2,\)|\(3, 2\)|\(7, 9\)|3) 2x2x4x5$/, /the parts have several sizes/],
];

/** Where results differ from MXNet's, and why. */
const DIFFERS: readonly [name: RegExp, reason: string][] = [
  [/^(max|min) axis=1 2x3$/, "ONNX says nothing of NaN among the numbers"],
  [/^rcbrt 9$/, "the sign of a zero is lost"],
  [/^sign 9$/, "the sign of NaN is NaN"],
  [/^norm axis=1 2x2:int32$/, "MXNet rounds inside the sum of squares of integers"],
  [/^mean 3:uint8$/, "MXNet's sum of bytes overflows"],
  [/^erf 5:u?int/, "what is next to 1 is rounded to 1, or down to 0"],
  [/power .*:uint8/, "what is not between 0 and 255 has no defined value"],
  [/^(depth_to_space|space_to_depth) .*:int32$/, "onnxruntime has it for floating numbers only"],
  [/^where 3 3:int8/, "onnxruntime has it for other types only"],
];

/** What computes otherwise while training: models predict. */
const TRAINED = /BatchNorm|Dropout/;

interface Found {
  readonly file: GoldenFile;
  readonly one: GoldenCase;
}

/** A stored tensor. RNN is there in float64 only, as MXNet's own kernels are broken in float32. */
function tensorOf({ file, one }: Found, index: number): GoldenTensor {
  const tensor = file.tensor(index);
  if (one.op !== "RNN") return tensor;
  return { ...tensor, dtype: "float32", data: Float32Array.from(tensor.data as Float64Array) };
}

/** The types of what a case takes and gives. */
const dtypes = (x: Found): DType[] => [...x.one.inputs, ...(x.one.outputs ?? [])].map((i) => tensorOf(x, i).dtype);

/** All cases of operators that can be exported. onnxruntime lacks half of the operators for float64. */
const found: Found[] = readdirSync(FOLDER)
  .map((name) => readGolden(new URL(name, FOLDER)))
  .flatMap((file) => file.cases.map((one) => ({ file, one })))
  .filter(({ one }) => one.throws === undefined && exported.includes(nd.describeOp(one.op).name))
  .filter((x) => !dtypes(x).includes("float64"));
const matches = (list: readonly [RegExp, unknown][], { one }: Found) => list.some(([name]) => name.test(one.name));
const refused = found.filter((x) => matches(REFUSED, x));
const translated = found.filter((x) => !matches(REFUSED, x) && !matches(DIFFERS, x));

/** A case as a symbol with what its variables are. */
function network(x: Found, name: string): { symbol: sym.Symbol; arrays: Record<string, NDArray> } {
  const { one } = x;
  const names = one.inputs.map((_, i) => `${name}_x${i}`);
  const variables = names.map((variable) => sym.Variable(variable));
  const arrays = one.inputs.map((index, i) => [names[i], toNDArray(tensorOf(x, index))]);
  return { symbol: sym.invoke(one.op, variables, { ...one.attrs, name }), arrays: Object.fromEntries(arrays) };
}

function exportWith(symbol: sym.Symbol, arrays: Record<string, NDArray>): Uint8Array {
  const states = new Set(symbol.listAuxiliaryStates());
  const all = Object.entries(arrays);
  const inputs = all.filter(([name]) => !states.has(name));
  return mx.onnx.exportModel(
    symbol,
    Object.fromEntries(all.filter(([name]) => states.has(name))),
    Object.fromEntries(inputs.map(([name, x]) => [name, x.shape])),
    { inputTypes: Object.fromEntries(inputs.map(([name, x]) => [name, x.dtype])) },
  );
}

/** What the case's outputs are to be. */
function wanted(x: Found): GoldenTensor[] {
  const { file, one } = x;
  const tensors = (one.outputs as readonly number[]).map((index) => tensorOf(x, index));
  if (one.train === false || !TRAINED.test(one.op)) return tensors;
  const inputs = one.inputs.map((index) => toNDArray(file.tensor(index)));
  const predicted = autograd.predictMode(() => nd.invoke(one.op, inputs, one.attrs ?? {}));
  return predicted.map((y, i) => ({ ...tensors[i]!, data: y.toTypedArray() }));
}

describe.skipIf(missing !== null && !process.env.CI)("operators in onnxruntime", () => {
  test.each(exported)("%s", async (op) => {
    const cases = translated.filter(({ one }) => nd.describeOp(one.op).name === op);
    expect(cases.length, "cases of the operator").toBeGreaterThan(0);
    const networks = cases.map((x, i) => network(x, `c${i}`));
    const arrays = Object.assign({}, ...networks.map((x) => x.arrays)) as Record<string, NDArray>;
    const model = exportWith(sym.Group(networks.map((x) => x.symbol)), arrays);
    const results = await runModel(model, arrays);
    for (const x of cases) {
      for (const expected of wanted(x)) {
        const inputs = x.one.inputs.map((index) => tensorOf(x, index).dtype);
        const problem = difference(results.shift() as NDArray, expected, x.one.compare ?? "sum", inputs);
        expect(problem, `${x.one.name}: ${problem}`).toBeNull();
      }
    }
    expect(results).toEqual([]);
  });
});

test.each(refused.map((x) => [x.one.name, x] as const))("%s is refused", (name, x) => {
  const { symbol, arrays } = network(x, "y");
  const [, message] = REFUSED.find(([pattern]) => pattern.test(name)) as (typeof REFUSED)[number];
  expect(() => exportWith(symbol, arrays)).toThrow(message);
});

test("every exception is one", () => {
  const unused = [...REFUSED, ...DIFFERS].filter(([pattern]) => !found.some(({ one }) => pattern.test(one.name)));
  expect(unused).toEqual([]);
});
