/** Detection by the typed functions: from anchors to targets, from predictions to boxes; options that are lists of numbers. */
import { autograd, MXNetError, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

const map = nd.zeros([1, 1, 1, 1]);

describe("lists of numbers", () => {
  test("are given as arrays, or as one number", () => {
    const anchors = nd.contrib.MultiBoxPrior(map, { sizes: [0.5, 0.25], ratios: [1, 4] });
    expect(anchors.toArray()).toEqual([
      [
        [0.25, 0.25, 0.75, 0.75],
        [0.375, 0.375, 0.625, 0.625],
        [0, 0.375, 1, 0.625],
      ],
    ]);
    expect(nd.contrib.MultiBoxPrior(map, { sizes: 0.5 }).toArray()).toEqual([[[0.25, 0.25, 0.75, 0.75]]]);
  });

  test("have a type", () => {
    // @ts-expect-error: text is no list of numbers
    expect(() => nd.contrib.MultiBoxPrior(map, { sizes: "large" })).toThrow(
      "_contrib_MultiBoxPrior: sizes is large, expected a list of finite numbers",
    );
    expect(() => nd.contrib.MultiBoxPrior(map, { sizes: [1, Number.NaN] })).toThrow(MXNetError);
  });
});

test("what a detector is trained to say is what it then detects", () => {
  const anchors = nd.array([
    [
      [0, 0, 0.5, 0.5],
      [0.5, 0.5, 1, 1],
      [0, 0.5, 0.5, 1],
    ],
  ]);
  const label = nd.array([[[1, 0.125, 0, 0.5, 0.5]]]);
  const [offsets, mask, classes] = nd.contrib.MultiBoxTarget(anchors, label, nd.zeros([1, 3, 3]));
  expect(classes!.toArray()).toEqual([[2, 0, 0]]);
  expect(mask!.toArray()).toEqual([[1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]]);
  const probs = nd.transpose(nd.oneHot(classes!, { depth: 3 }), { axes: [0, 2, 1] });
  const [first, second] = nd.contrib.MultiBoxDetection(probs, offsets!, anchors).toArray()[0] as number[][];
  expect(first!.map((v) => Math.round(v * 1e5) / 1e5)).toEqual([1, 1, 0.125, 0, 0.5, 0.5]);
  expect(second).toEqual([-1, -1, -1, -1, -1, -1]);
});

test("suppression passes gradients to the rows that are kept", () => {
  const boxes = nd.array([
    [0, 0.5, 0, 0, 1, 1],
    [0, 0.9, 0, 0, 1, 1],
  ]);
  boxes.attachGrad();
  autograd.record(() => nd.contrib.boxNms(boxes, { overlapThresh: 0.25 })).backward();
  expect(boxes.grad!.toArray()).toEqual([
    [0, 0, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1],
  ]);
});

test("scores come with proposals where asked for", () => {
  const [probs, offsets, info] = [nd.ones([1, 2, 2, 2]), nd.zeros([1, 4, 2, 2]), nd.array([[32, 32, 1]])];
  const options = { scales: 1, ratios: 1, rpnPostNmsTopN: 3 };
  expect(nd.contrib.Proposal(probs, offsets, info, options).shape).toEqual([3, 5]);
  const both = nd.contrib.Proposal(probs, offsets, info, { ...options, outputScore: true });
  expect(both.map((x) => x.shape)).toEqual([
    [3, 5],
    [3, 1],
  ]);
});
