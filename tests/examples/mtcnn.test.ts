/** The parts of examples/mtcnn that need no checkpoint. */
import { nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { type Box, refine, square, suppress } from "../../examples/mtcnn/boxes.ts";
import { annotate } from "../../examples/mtcnn/draw.ts";

const box = (left: number, top: number, right: number, bottom: number, score = 1): Box => ({
  left,
  top,
  right,
  bottom,
  score,
});

describe("suppression", () => {
  test("keeps the surest of boxes that overlap", () => {
    const [a, b, far] = [box(0, 0, 9, 9, 0.8), box(1, 0, 10, 9, 0.9), box(30, 30, 39, 39, 0.5)];
    expect(suppress([a, b, far], 0.5)).toEqual([b, far]);
    // They share 90 of 110 pixels.
    expect(suppress([a, b, far], 0.82)).toEqual([b, a, far]);
  });

  test("relative to the smaller, a box inside of another goes", () => {
    const [large, inside] = [box(0, 0, 99, 99, 0.9), box(10, 10, 29, 29, 0.8)];
    expect(suppress([large, inside], 0.7)).toEqual([large, inside]);
    expect(suppress([large, inside], 0.7, "smaller")).toEqual([large]);
  });
});

test("refinement moves corners by parts of the box's size", () => {
  expect(refine(box(10, 20, 19, 39), [0.1, -0.1, 0.5, 0.25])).toEqual(box(11, 18, 24, 44));
});

test("squares have the longer side and the same centre", () => {
  expect(square(box(10, 0, 19, 19))).toEqual(box(5, 0, 24, 19));
  expect(square(box(0, 0, 19, 9))).toEqual(box(0, -5, 19, 14));
});

test("faces are drawn into a copy, and only inside of the picture", () => {
  const picture = nd.zeros([20, 30, 3], { dtype: "uint8" });
  const drawn = annotate(picture, [{ ...box(-5, 4, 12, 25), landmarks: [{ x: 6, y: 10 }] }]);
  expect(picture.sum().asscalar()).toBe(0);
  const marked = (y: number, x: number): boolean => drawn.at(y).at(x).sum().asscalar() > 0;
  expect([marked(4, 0), marked(4, 12), marked(15, 12), marked(10, 6)]).toEqual([true, true, true, true]);
  expect([marked(3, 6), marked(15, 13), marked(8, 8), marked(19, 3)]).toEqual([false, false, false, false]);
});
