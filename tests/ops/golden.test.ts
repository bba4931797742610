/** Every operator against MXNet 1.9.1: outputs, first-order gradients, changed states, refused calls. */
import { readdirSync } from "node:fs";
import { autograd, MXNetError, type NDArray, nd, random } from "mxgrad";
import { describe, expect, test } from "vitest";
import { type DType, difference, type GoldenCase, type GoldenFile, readGolden, toNDArray } from "../support/golden.ts";

const FOLDER = new URL("../golden/ops/", import.meta.url);

/** The inputs of a case as fresh arrays, with gradients attached where the case has them. */
function inputsOf(file: GoldenFile, golden: GoldenCase): NDArray[] {
  const inputs = golden.inputs.map((index) => toNDArray(file.tensor(index)));
  for (const position of Object.keys(golden.grads ?? {})) inputs[Number(position)]!.attachGrad();
  return inputs;
}

/** The operator's outputs, under the case's training flag and seed. */
function call(golden: GoldenCase, inputs: NDArray[]): NDArray[] {
  const targets = [golden.out ?? []].flat().map((position) => inputs[position]!);
  const options = targets.length === 0 ? {} : { out: targets };
  const withFlag = golden.train === false ? autograd.predictMode : autograd.trainMode;
  if (golden.seed !== undefined) random.seed(golden.seed);
  return withFlag(() => nd.invoke(golden.op, inputs, golden.attrs ?? {}, options));
}

function runCase(file: GoldenFile, golden: GoldenCase): void {
  const how = golden.compare!;
  const dtypes = golden.inputs.map((index): DType => file.tensor(index).dtype);
  const check = (what: string, actual: NDArray | null, index: number): void => {
    if (actual === null) throw new Error(`${what} is missing`);
    const problem = difference(actual, file.tensor(index), how, dtypes);
    expect(problem, problem === null ? undefined : `${what}: ${problem}`).toBeNull();
  };
  const checkAll = (what: string, arrays: readonly (NDArray | null)[], expected: GoldenCase["states"]): void => {
    for (const [position, index] of Object.entries(expected ?? {})) {
      check(`${what} input ${position}`, arrays[Number(position)] ?? null, index);
    }
  };

  const inputs = inputsOf(file, golden);
  const outputs = golden.grads ? autograd.record(() => call(golden, inputs)) : call(golden, inputs);
  expect(outputs).toHaveLength(golden.outputs!.length);
  for (const [i, index] of golden.outputs!.entries()) check(`output ${i}`, outputs[i]!, index);
  checkAll("after forward,", inputs, golden.forwardStates);
  if (golden.grads) {
    const heads = golden.heads!.map((index) => toNDArray(file.tensor(index)));
    autograd.backward(outputs, heads, { trainMode: golden.train !== false });
    const gradients = inputs.map((x) => x.grad);
    checkAll("gradient of", gradients, golden.grads);
  }
  checkAll("at the end,", inputs, golden.states);
}

/** A refused call is one error that names the operator; its wording may differ from MXNet's. */
function runRefused(file: GoldenFile, golden: GoldenCase): void {
  const inputs = inputsOf(file, golden);
  let error: unknown;
  try {
    call(golden, inputs);
  } catch (caught) {
    error = caught;
  }
  const refused = error instanceof MXNetError || error instanceof TypeError;
  expect(refused, `got ${String(error)}; MXNet says: ${golden.throws}`).toBe(true);
  expect((error as Error).message).toContain(golden.op);
}

const families = readdirSync(FOLDER).filter((name) => name.endsWith(".bin"));

test("there are golden files", () => {
  expect(families.length).toBeGreaterThan(15);
});

/** Where the results differ from MXNet's on purpose, or not yet agree, and why. */
const DIFFERS: readonly [name: RegExp, reason: string][] = [
  [/^refused: Pad /, "any rank and any axis can be padded"],
  [/^refused: moments 2x3x4$/, "no axes means all of them"],
  [/^SoftmaxActivation mode=instance 2x3x/, "MXNet's gradient is not that of its own forward"],
  [/^norm axis=1 2x2:int32$/, "MXNet rounds inside the sum of squares of integers"],
  [/^(softmax|log_softmax|softmin) dtype=float32 3x4:float16/, "MXNet computes in float16 and widens the result"],
  [/^LeakyReLU act_type=gelu 5:float16/, "MXNet rounds to float16 inside the gradient"],
  [/^RNN mode=rnn_relu .*float64/, "MXNet rounds each state to float32"],
  [/^_contrib_MultiBoxTarget .*minimum_negative_samples=/, "MXNet on the CPU ignores the option"],
  [/^amp_multicast .*2x3:(float64|int32) 4:float16$/, "MXNet casts float16 to the first tensor's type, integers too"],
  [/^nag_mom_update .* 2x1x3$/, "MXNet decays by the new weight only if it is written over the old one; we always do"],
];

describe.each(families)("%s", (name) => {
  const file = readGolden(new URL(name, FOLDER));
  for (const golden of file.cases) {
    const title = golden.throws === undefined ? golden.name : `refused: ${golden.name}`;
    const differs = DIFFERS.find(([pattern]) => pattern.test(title));
    if (differs) test.skip(`${title} (${differs[1]})`, () => {});
    else test(title, () => (golden.throws === undefined ? runCase : runRefused)(file, golden));
  }
});
