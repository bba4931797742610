/**
 * Traps of MXNet 1.9.1's operators that are called by name: recurrent, sequence, image and update operators. Titles are the
 * names of the experiments there. An operator that the registry doesn't have yet is skipped.
 */
import { type AttrValue, type NDArray, nd } from "mxgrad";
import { expect } from "vitest";
import { expectValues, only, testWithOp } from "../support/values.ts";

const shapeOf = (op: string, inputs: NDArray[], attrs: Record<string, AttrValue>): number[] =>
  only(op, inputs, attrs).shape;

testWithOp("Deconvolution")("deconv", () => {
  const inputs = [nd.ones([1, 2, 5, 5]), nd.ones([2, 3, 3, 3])];
  const options = { kernel: [3, 3], num_filter: 3, stride: [2, 2] };
  expect(shapeOf("Deconvolution", inputs, { ...options, pad: [1, 1], adj: [1, 1] })).toEqual([1, 3, 10, 10]);
  expect(shapeOf("Deconvolution", inputs, { ...options, target_shape: [10, 10] })).toEqual([1, 3, 10, 10]);
  expect(shapeOf("Deconvolution", inputs, options)).toEqual([1, 3, 11, 11]);
});

testWithOp("Deconvolution")("deconv no_bias default", () => {
  const inputs = [nd.ones([1, 1, 2, 2]), nd.ones([1, 1, 2, 2])];
  expect(shapeOf("Deconvolution", inputs, { kernel: [2, 2], num_filter: 1 })).toEqual([1, 1, 3, 3]);
});

testWithOp("UpSampling")("upsampling", () => {
  const image = nd.ones([1, 1, 2, 2]);
  expect(shapeOf("UpSampling", [image], { scale: 2, sample_type: "nearest", num_args: 1 })).toEqual([1, 1, 4, 4]);
  const bilinear = { scale: 2, sample_type: "bilinear", num_filter: 1, num_args: 2 };
  expect(shapeOf("UpSampling", [image, nd.ones([1, 1, 4, 4])], bilinear)).toEqual([1, 1, 4, 4]);
});

testWithOp("SequenceMask")("seq mask: SequenceMask", () => {
  const lengths = nd.array([1, 2]);
  const masked = only("SequenceMask", [nd.ones([3, 2]), lengths], { use_sequence_length: true, value: -1 });
  expectValues(masked, [
    [1, 1],
    [-1, 1],
    [-1, -1],
  ]);
  const along1 = only("SequenceMask", [nd.ones([2, 3]), lengths], { use_sequence_length: true, axis: 1 });
  expectValues(along1, [
    [1, 0, 0],
    [1, 1, 0],
  ]);
});

testWithOp("SequenceLast")("seq mask: SequenceLast", () => {
  const inputs = [
    nd.array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    nd.array([1, 2]),
  ];
  expectValues(only("SequenceLast", inputs, { use_sequence_length: true }), [1, 4]);
});

testWithOp("SequenceReverse")("seq mask: SequenceReverse", () => {
  const inputs = [
    nd.array([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
    nd.array([2, 3]),
  ];
  expectValues(only("SequenceReverse", inputs, { use_sequence_length: true }), [
    [3, 6],
    [1, 4],
    [5, 2],
  ]);
});

testWithOp("CTCLoss")("ctc", () => {
  const logits = nd.zeros([4, 1, 3]);
  const loss = (labels: number[], attrs: Record<string, AttrValue>): NDArray =>
    nd.invoke("CTCLoss", [logits, nd.array([labels])], attrs)[0]!;
  expectValues(loss([1, 2], {}), [1.6864]);
  expectValues(loss([0, 1], { blank_label: "last" }), [1.6864]);
  expectValues(loss([0, -1], { blank_label: "last" }), [2.09186]);
});

testWithOp("LRN")("LRN", () => {
  expectValues(nd.invoke("LRN", [nd.ones([1, 3, 1, 1])], { nsize: 3 })[0]!, [[[[0.59459]], [[0.59458]], [[0.59459]]]]);
});

const WEIGHT = [0.5, -0.3, 1.2];
const GRADIENTS = [
  [0.1, -2, 0.03],
  [-0.4, 0.5, 0.6],
  [1, 0.2, -0.7],
];

testWithOp("nag_mom_update")("nag aliased wd", () => {
  // The momentum sees the weight after the step, because the kernel works in place.
  const weight = nd.array(WEIGHT);
  const momentum = nd.zeros([3]);
  for (const gradient of GRADIENTS) {
    const attrs = { lr: 0.1, momentum: 0.9, wd: 0.01 };
    nd.invoke("nag_mom_update", [weight, nd.array(gradient), momentum], attrs, { out: weight });
  }
  expectValues(weight, [0.379928, 0.214194, 1.150798]);
});

testWithOp("ftml_update")("ftml lr .01", () => {
  const weight = nd.array(WEIGHT);
  const states = [nd.zeros([3]), nd.zeros([3]), nd.zeros([3])];
  GRADIENTS.forEach((gradient, i) => {
    const attrs = { lr: 0.01, beta1: 0.6, beta2: 0.999, epsilon: 1e-8, wd: 0.01, t: i + 1 };
    nd.invoke("ftml_update", [weight, nd.array(gradient), ...states], attrs, { out: weight });
  });
  expectValues(weight, [0.490358, -0.29297, 1.18778]);
});
