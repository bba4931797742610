/** Images with the objects in them; tests/golden/images/detection.json is MXNet's (scripts/oracle/detection.py). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { image, MXNetError, type NDArray, nd } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { camel } from "../io/golden.ts";

type Described = [shape: number[], dtype: string, sha256: string];
interface Golden {
  readonly augmented: Record<string, { calls: [Described, number[][]][]; dumps: string }>;
  readonly dumps: string[];
  readonly iterators: {
    options: Readonly<Record<string, unknown>>;
    shapes: [name: string, shape: number[]][];
    passes: { data: Described; label: number[][][]; pad: number }[][];
  }[];
}

const folder = new URL("../golden/images/", import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const golden = JSON.parse(readFileSync(new URL("detection.json", folder), "utf8")) as Golden;

const described = (x: NDArray): Described => {
  const values = x.toTypedArray() as Float32Array;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return [x.shape as number[], x.dtype, createHash("sha256").update(bytes).digest("hex")];
};

beforeEach(() => image.setCodecs(codecs));
afterEach(() => {
  image.setCodecs(null);
  vi.restoreAllMocks();
});

const pixels = Uint8Array.from({ length: 24 * 32 * 3 }, (_, i) => (i * 7) % 251);
const source = nd.array(pixels, { shape: [24, 32, 3] });
const objects = nd.array([
  [3, 0.1, 0.2, 0.45, 0.5, 9],
  [0, 0.5, 0.25, 0.95, 0.9, 8],
  [1, 0.3, 0.6, 0.4, 0.95, 7],
]);

const AUGMENTERS: Record<string, () => image.DetAugmenter> = {
  flip: () => new image.DetHorizontalFlipAug(0.5),
  crop: () => new image.DetRandomCropAug(),
  "crop small": () =>
    new image.DetRandomCropAug({ areaRange: [0.1, 0.3], aspectRatioRange: [0.5, 2], minEjectCoverage: 0.6 }),
  "crop covering": () => new image.DetRandomCropAug({ minObjectCovered: 0.9, areaRange: [0.2, 1], maxAttempts: 20 }),
  "crop fixed": () => new image.DetRandomCropAug({ aspectRatioRange: 1, areaRange: 0.5 }),
  pad: () => new image.DetRandomPadAug(),
  "pad coloured": () =>
    new image.DetRandomPadAug({ aspectRatioRange: [1, 1.5], areaRange: [1.5, 2], padVal: [1, 2, 3] }),
  borrow: () => new image.DetBorrowAug(new image.ForceResizeAug([10, 6], 0)),
  select: () =>
    new image.DetRandomSelectAug(
      [new image.DetHorizontalFlipAug(1), new image.DetRandomPadAug(), new image.DetRandomCropAug()],
      0.3,
    ),
  "several crops": () =>
    image.CreateMultiRandCropAugmenter({
      minObjectCovered: [0.1, 0.5, 0.9],
      minEjectCoverage: [0.1, 0.2, 0.3],
      skipProb: 0.1,
    }),
};

describe("augmenters do what MXNet's do", () => {
  test("all of them are here", () => expect(Object.keys(AUGMENTERS)).toEqual(Object.keys(golden.augmented)));

  test.each(Object.entries(AUGMENTERS))("%s", (name, make) => {
    const wanted = golden.augmented[name]!;
    const augmenter = make();
    image.seed(11);
    for (const call of wanted.calls) {
      const [x, label] = augmenter(source, objects);
      expect([described(x), label.toArray()]).toEqual(call);
    }
    expect(augmenter.dumps()).toBe(wanted.dumps);
    expect([objects.at(0, 1).asscalar(), source.toTypedArray()]).toEqual([Math.fround(0.1), pixels]);
  });

  test("the usual list", () => {
    const augmenters = image.CreateDetAugmenter([3, 20, 30], {
      ...{ resize: 40, randCrop: 0.5, randPad: 0.25, randGray: 0.125, randMirror: true, mean: true, std: true },
      ...{ brightness: 0.125, contrast: 0.125, saturation: 0.125, pcaNoise: 0.05, hue: 0.25, interMethod: 0 },
    });
    expect(augmenters.map((augmenter) => augmenter.dumps())).toEqual(golden.dumps);
    const [x, label] = augmenters.reduce(([x, label], augmenter) => augmenter(x, label), [source, objects]);
    expect([x.shape, x.dtype, label.shape[1]]).toEqual([[20, 30, 3], "float32", 6]);
    expect(image.CreateDetAugmenter([3, 4, 4]).length).toBe(2);
  });
});

describe("ImageDetIter gives what MXNet's gives", () => {
  test.each(golden.iterators.map((c) => [JSON.stringify(c.options), c] as const))("%s", (_, c) => {
    const { pathImgrec, pathImgidx, mean, ...given } = camel(c.options) as Record<string, unknown>;
    image.seed(9);
    const iter = new image.ImageDetIter({
      ...(given as unknown as image.ImageDetIterOptions & { batchSize: number; dataShape: number[] }),
      pathImgrec: file(pathImgrec as string),
      pathImgidx: pathImgidx ? file(pathImgidx as string) : null,
      mean: mean ? [1, 2, 3] : null,
    });
    expect([...iter.provideData, ...iter.provideLabel].map(({ name, shape }) => [name, shape])).toEqual(c.shapes);
    for (const wanted of c.passes) {
      const got = [...iter].map(({ data, label, pad }) => ({
        data: described(data[0]!),
        label: label![0]!.toArray(),
        pad,
      }));
      expect(got).toEqual(wanted);
      expect(iter.next()).toBeNull();
      iter.reset();
    }
  });
});

describe("ImageDetIter", () => {
  const png = image.setCodecs(codecs) ?? image.imencode(nd.full([5, 5, 3], 9, { dtype: "uint8" }));
  const one = [2, 5, 7, 0, 0, 0.5, 1];
  const two = [...one, 8, 0.5, 0, 1, 1];
  const make = (labels: readonly number[][], options: image.ImageDetIterOptions = {}) =>
    new image.ImageDetIter(2, [3, 4, 4], { imglist: labels.map((label) => [label, png] as const), ...options });

  test("shapes can be changed and shared", () => {
    const [train, valid] = [make([one, two]), make([one, one])];
    expect([train.labelShape, valid.labelShape]).toEqual([
      [2, 5],
      [1, 5],
    ]);
    expect(train.syncLabelShape(valid)).toBe(valid);
    expect(valid.provideLabel[0]!.shape).toEqual([2, 2, 5]);
    expect(valid.next()!.label![0]!.toArray()[1]).toEqual([
      [7, 0, 0, 0.5, 1],
      [-1, -1, -1, -1, -1],
    ]);
    valid.reshape([3, 5, 5], [3, 5]);
    expect(valid.provideData[0]!.shape).toEqual([2, 3, 5, 5]);
    expect(() => train.reshape(null, [1, 5])).toThrow(/reduce the label count from 2 to 1/);
    expect(() => train.reshape(null, [2, 6])).toThrow(/objects of 6 numbers, expected 5/);
    expect(() => train.reshape([1, 2, 3])).toThrow(/dataShape is \[1,2,3\]/);
    expect(() => train.syncLabelShape({} as never)).toThrow(TypeError);
  });

  test("images of which no object is left are left out", () => {
    class Hide extends image.DetAugmenter {
      override augment(src: NDArray, label: NDArray): image.Labelled {
        return [src, label.shape[0] === 2 ? label.mul(0) : label];
      }
    }
    const augList = [new image.DetBorrowAug(new image.ForceResizeAug([4, 4])), new Hide()];
    const batches = [...make([one, two, one, two, one], { augList })];
    expect(batches.map(({ pad }) => pad)).toEqual([0, 1]);
    expect(batches[1]!.label![0]!.shape).toEqual([2, 2, 5]);
    expect([...make([two], { augList })]).toEqual([]);
  });

  test("an image that is left out only sometimes ends in an error, not in a loop", () => {
    let calls = 0;
    class Once extends image.DetAugmenter {
      override augment(src: NDArray, label: NDArray): image.Labelled {
        return [src, calls++ === 0 ? label : label.mul(0)];
      }
    }
    const augList = [new image.DetBorrowAug(new image.ForceResizeAug([4, 4])), new Once()];
    expect(() => make([one], { augList }).next()).toThrow("ImageDetIter: no image is left to fill a batch with");
  });

  test("labels and ranges that do not fit are refused", () => {
    expect(() => make([[2, 5, 0, 0, 0, 1]])).toThrow(/image 0: invalid label: it has 6 numbers, expected 7 or more/);
    expect(() => make([[1, 5, 7, 0, 0, 0.5, 1]])).toThrow(/1 numbers should stand before/);
    expect(() => make([[2, 4, 7, 0, 0, 0.5, 1]])).toThrow(/objects have 4 numbers, expected 5/);
    expect(() => make([one, [...one, 1]])).toThrow(/image 1: invalid label: its 8 numbers are no 2 and objects of 5/);
    expect(() => make([[2, 5, 7, 0.5, 0, 0.5, 1]])).toThrow(/it has no object with an area/);
    expect(() => make([one, [2, 6, 7, 0, 0, 1, 1, 1]])).toThrow(
      /image 1 has objects of 6 numbers, those before have 5/,
    );
    expect(() => make([])).toThrow(/there are no images/);
    expect(() => make([one], { augList: [] }).next()).toThrow(/it has shape \(3,5,5\), expected \(3,4,4\)/);
    expect(() => new image.DetHorizontalFlipAug(1)(source, nd.ones([5]))).toThrow(/label must have shape/);
    expect(() => new image.DetBorrowAug({} as never)).toThrow(TypeError);
    expect(() => new image.DetRandomSelectAug([{} as never])).toThrow(TypeError);
    expect(() => new image.DetRandomPadAug({ areaRange: [1] as never })).toThrow(MXNetError);
    expect(() => new image.DetRandomCropAug({ maxAttempts: -1 })).toThrow(/maxAttempts must be an integer/);
    const lists = { minObjectCovered: [0.1, 0.2], maxAttempts: [1, 2, 3] };
    expect(() => image.CreateMultiRandCropAugmenter(lists)).toThrow(/minObjectCovered has 2 items, expected 1 or 3/);
    expect(() => image.CreateDetAugmenter([3, 4, 4], { randPad: 1, maxAttempts: [1] })).toThrow(/cannot be lists/);
  });

  test("augmenters that cannot do anything say so and do nothing", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const augmenters = [
      new image.DetRandomPadAug({ areaRange: [0.5, 1] }),
      new image.DetRandomCropAug({ aspectRatioRange: [2, 1] }),
    ];
    expect(warn.mock.calls.flat()).toEqual([
      "Skip DetRandomPadAug due to invalid areaRange: [0.5,1]",
      "Skip DetRandomCropAug due to invalid aspectRatioRange: [2,1]",
    ]);
    for (const augmenter of augmenters) expect(augmenter(source, objects)[0].shape).toEqual([24, 32, 3]);
    expect(new image.DetRandomSelectAug([])(source, objects)[1].toArray()).toEqual(objects.toArray());
  });
});
