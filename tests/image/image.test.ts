import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mx, { type DType, image, MXNetError, type NDArray, nd, recordio } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { camel, described } from "../io/golden.ts";

const folder = new URL("../golden/images/", import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const golden = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

beforeEach(() => image.setCodecs(codecs));
afterEach(() => image.setCodecs(null));

describe("imdecode, imread, imencode", () => {
  test("as arrays, in the order of colours that is asked for", () => {
    const { data } = codecs.decode(file("rgb.png"));
    const x = image.imdecode(file("rgb.png"));
    expect([x.shape, x.dtype]).toEqual([[37, 45, 3], "uint8"]);
    expect(x.toTypedArray()).toEqual(data);
    const bgr = image.imdecode(nd.array(file("rgb.png")), { toRgb: false });
    expect(nd.flip(bgr, { axis: 2 }).toTypedArray()).toEqual(data);
    expect(image.imdecode(file("rgb.png").buffer as ArrayBuffer, { flag: 0, toRgb: false }).shape).toEqual([37, 45, 1]);
    const out = nd.zeros([37, 45, 3], { dtype: "uint8" });
    expect(image.imdecode(file("rgb.png"), { out })).toBe(out);
    expect(out.toTypedArray()).toEqual(data);
  });

  test("files", async () => {
    const dir = mkdtempSync(join(tmpdir(), "mxgrad-"));
    try {
      const x = image.imdecode(file("420.jpg"));
      const path = join(dir, "x.png");
      image.imwrite(path, x);
      expect(image.imread(path).toTypedArray()).toEqual(x.toTypedArray());
      image.imwrite(path, x, { fromRgb: false });
      expect(nd.flip(image.imread(path), { axis: 2 }).toTypedArray()).toEqual(x.toTypedArray());
      expect(image.imread(file("grey.png"), { flag: 0 }).shape).toEqual([37, 45, 1]);
      expect((await image.imdecodeAsync(new Blob([file("grey.png")]))).shape).toEqual([37, 45, 3]);
      expect(() => image.imread(join(dir, "none.png"))).toThrow(/^imread: cannot read .*ENOENT/);
      image.imwrite(join(dir, "x.jpg"), x);
      expect(image.imread(join(dir, "x.jpg")).shape).toEqual(x.shape);
      expect(() => image.imwrite(join(dir, "x.gif"), x)).toThrow(/imgFmt is ".gif"/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test("canvases that cannot be drawn on are left alone", async () => {
    class Blank {
      getContext() {
        return null;
      }
    }
    vi.stubGlobal("OffscreenCanvas", Blank);
    vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("not asked")));
    try {
      expect((await image.imdecodeAsync(file("grey.png"), { flag: 0 })).shape).toEqual([37, 45, 1]);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("kinds of files by name", () => {
    const x = nd.zeros([2, 2, 3], { dtype: "uint8" });
    expect(image.imencode(x, "png")).toEqual(image.imencode(x));
    expect(image.imencode(x, ".jpg")).toEqual(image.imencode(x, { imgFmt: "jpeg" }));
  });

  test("other types and shapes are written as bytes", () => {
    const bytes = image.imencode(nd.array([[-5, 0.4, 127.6, 300]]));
    expect(image.imdecode(bytes, { flag: 0 }).reshape([4]).toArray()).toEqual([0, 0, 128, 255]);
  });

  test("what does not fit is refused", () => {
    const x = nd.zeros([2, 2, 3], { dtype: "uint8" });
    expect(() => image.imdecode("x.png" as never)).toThrow(/got a text; see imread/);
    expect(() => image.imdecode(new Uint8Array(0))).toThrow("imdecode: invalid image file: it is empty");
    expect(() => image.imdecode(new Uint8Array(3))).toThrow(MXNetError);
    expect(() => image.imdecode(file("rgb.png").subarray(0, 900))).toThrow(MXNetError);
    expect(() => image.imdecode(file("rgb.png"), { flag: 2 as never })).toThrow(
      /flag must be 0 or 1, got the number 2/,
    );
    expect(() => image.imencode(nd.zeros([2, 2, 4]))).toThrow(/shape \(2,2,4\), expected \(height, width, 1 or 3\)/);
    expect(() => image.imencode(nd.zeros([2]))).toThrow(/shape \(2\)/);
    expect(() => image.imencode(x, { quality: 0 })).toThrow(/quality is 0, expected 1 to 100/);
    expect(() => image.setCodecs({} as never)).toThrow(/expected an object with decode/);
    image.setCodecs(null);
    const missing = 'import * as codecs from "mxgrad/codecs", then mx.image.setCodecs(codecs)';
    expect(() => image.imdecode(file("rgb.png"))).toThrow(`imdecode: nothing reads image files yet; ${missing}`);
    expect(() => image.imencode(x)).toThrow(/^imencode: nothing reads image files yet/);
  });

  test("codecs of one's own", () => {
    const pixels = { width: 1, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3) } as const;
    image.setCodecs({ decode: (bytes) => (bytes.length > 1 ? pixels : JSON.parse("{")) });
    expect(image.imdecode(new Uint8Array(2)).toArray()).toEqual([[[1, 2, 3]]]);
    expect(() => image.imdecode(new Uint8Array(1))).toThrow(MXNetError);
    expect(() => image.imencode(nd.zeros([1, 1, 3]))).toThrow(/do not write files/);
  });
});

interface Result {
  readonly values: [shape: number[], dtype: DType, data: number[]] | number[];
  readonly place: number[] | null;
}
const augmented = golden("augmented.json") as {
  source: number[];
  results: Record<string, Result>;
  dumps: string[];
  random: number[];
};
const source = nd.array(Uint8Array.from(augmented.source), { shape: [6, 8, 3] });
const floats = source.astype("float32");
const eigvec = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (3 * i + j) / 9));
const CALLS: Record<string, () => NDArray | [NDArray, image.Place] | number[]> = {
  scaleDown: () => image.scaleDown([640, 480], [720, 120]),
  centerCrop: () => image.centerCrop(source, [4, 5]),
  "centerCrop larger": () => image.centerCrop(source, [16, 18], 0),
  randomCrop: () => image.randomCrop(source, [4, 5]),
  randomSizeCrop: () => image.randomSizeCrop(source, [4, 4], [0.05, 0.4], [0.5, 2], 0),
  fixedCrop: () => image.fixedCrop(source, 2, 1, 4, 5),
  "fixedCrop resized": () => image.fixedCrop(source, 2, 1, 4, 5, [8, 10], 0),
  resizeShort: () => image.resizeShort(source, 12, 0),
  colorNormalize: () => image.colorNormalize(floats, nd.array([1, 2, 3]), nd.array([2, 4, 8])),
  BrightnessJitterAug: () => new image.BrightnessJitterAug(0.4)(floats),
  ContrastJitterAug: () => new image.ContrastJitterAug(0.4)(floats),
  SaturationJitterAug: () => new image.SaturationJitterAug(0.4)(floats),
  HueJitterAug: () => new image.HueJitterAug(0.4)(floats),
  ColorJitterAug: () => new image.ColorJitterAug(0.4, 0.3, 0.2)(floats),
  LightingAug: () => new image.LightingAug(0.1, [55.46, 4.794, 1.148], eigvec)(floats),
  RandomGrayAug: () => new image.RandomGrayAug(0.5)(floats),
  HorizontalFlipAug: () => new image.HorizontalFlipAug(0.5)(source),
  RandomCropAug: () => new image.RandomCropAug([5, 4])(source),
  CenterCropAug: () => new image.CenterCropAug([5, 4])(source),
  ResizeAug: () => new image.ResizeAug(3, 0)(source),
  ForceResizeAug: () => new image.ForceResizeAug([3, 12], 0)(source),
};
for (let type = 0; type < 5; type++) {
  CALLS[`copyMakeBorder ${type}`] = () => image.copyMakeBorder(source, 1, 7, 9, 2, { type, values: [1, 2, 3] });
}
const planes = floats.transpose({ axes: [2, 0, 1] });
const both = nd.stack(planes, planes) as NDArray;
CALLS.imrotate = () => image.imrotate(planes, 30);
CALLS["imrotate in"] = () => image.imrotate(planes, -50, { zoomIn: true });
CALLS["imrotate out"] = () => image.imrotate(planes, 100, { zoomOut: true });
CALLS["imrotate batch"] = () => image.imrotate(both, nd.array([10, -80]));
CALLS.randomRotate = () => image.randomRotate(both, [-30, 60]);
for (const [width, height] of [
  [16, 13],
  [3, 4],
  [5, 11],
] as const) {
  for (let interp = 0; interp < 5; interp++) {
    CALLS[`imresize ${interp} ${width} ${height}`] = () => image.imresize(source, width, height, interp);
  }
}

describe("functions and augmenters give what MXNet's give, with the same random numbers", () => {
  test.each(Object.entries(augmented.results))("%s", (key, { values, place }) => {
    const [, name, seed] = /^(.*) (\d+)$/.exec(key)!;
    image.seed(Number(seed));
    mx.np.random.seed(Number(seed) % 2 ** 32);
    const result = CALLS[name!]!();
    if (typeof values[0] === "number") {
      expect(result).toEqual(values);
      return;
    }
    const [shape, dtype, data] = values as [number[], DType, number[]];
    const [x, at] = (Array.isArray(result) ? result : [result, null]) as [NDArray, image.Place | null];
    expect(at).toEqual(place);
    expect([x.shape, x.dtype]).toEqual([shape, dtype]);
    const got = Array.from(x.toTypedArray(), Number);
    // Of bytes OpenCV computes weighted sums in fixed point.
    if (/^imresize [1-4]/.test(name!)) expect(Math.max(...got.map((v, i) => Math.abs(v - data[i]!)))).toBeLessThan(2);
    else if (dtype === "uint8") expect(got).toEqual(data);
    // Sums of three products or, for contrast, of all pixels, in another order.
    for (const [i, value] of dtype === "float32" ? got.entries() : []) {
      expect(Math.abs(value - data[i]!)).toBeLessThanOrEqual(1e-5 * Math.abs(data[i]!) + 2e-4);
    }
  });

  test("no augmenter changes what it is given", () => {
    expect(Array.from(source.toTypedArray(), Number)).toEqual(augmented.source);
  });
});

test("CreateAugmenter and dumps", () => {
  const augs = image.CreateAugmenter([3, 4, 5], {
    ...{ resize: 6, randCrop: true, randResize: true, randMirror: true, mean: true, std: true },
    ...{ brightness: 0.125, contrast: 0.125, saturation: 0.125, hue: 0.25, pcaNoise: 0.05, randGray: 0.05 },
    interMethod: 10,
  });
  expect(augs.map((aug) => aug.dumps())).toEqual(augmented.dumps);
  const x = new image.SequentialAug(augs)(source);
  expect([x.shape, x.dtype]).toEqual([[4, 5, 3], "float32"]);
  expect(new image.SequentialAug([new image.CastAug()]).dumps()).toBe(
    '["sequentialaug", ["[\\"castaug\\", {\\"type\\": \\"float32\\"}]"]]',
  );
  expect(() => image.CreateAugmenter([3, 4, 4], { randResize: true })).toThrow(/randResize needs randCrop/);
  expect(() => image.CreateAugmenter([3, 4, 4], { mean: [1, 2] })).toThrow(/mean has 2 numbers, expected 1 or 3/);
  expect(() => image.CreateAugmenter([3, 4, 4], { colour: 1 } as never)).toThrow(/unknown option colour/);
});

test("sizes and parts that do not fit are refused", () => {
  expect(() => image.imresize(source, 0, 4)).toThrow(/imresize: size is \[0,4\]/);
  expect(() => image.imresize(source, 4, 4, 7)).toThrow("Unknown interp method 7");
  expect(() => image.imresize(nd.ones([2, 2]), 4, 4)).toThrow(/src has shape \(2,2\)/);
  expect(() => image.fixedCrop(source, 5, 0, 4, 2)).toThrow(
    "fixedCrop: the part (5,0,4,2) is not in an image of 8 x 6",
  );
  expect(() => image.fixedCrop(source, 0, 0, 0, 2)).toThrow(MXNetError);
  expect(() => image.centerCrop(source, 4 as never)).toThrow(/expected \[width, height\]/);
  expect(() => image.imrotate(planes, 1, { zoomIn: true, zoomOut: true })).toThrow(/cannot be both True/);
  expect(() => image.imrotate(source, 1)).toThrow(/Only `float32`/);
  expect(() => image.imrotate(planes, [1])).toThrow(/required to be a scalar/);
  expect(() => image.imrotate(both, [1])).toThrow(/number of rotation angles/);
  expect(() => image.copyMakeBorder(source, -1, 0, 0, 0)).toThrow(/top must be an integer, 0 or more/);
  expect(() => image.copyMakeBorder(source, 1, 0, 0, 0, { type: 5 })).toThrow(/type must be 0 to 4/);
  expect(() => image.copyMakeBorder(source, 1, 0, 0, 0, { values: [1] })).toThrow(/1 values for 3 channels/);
  expect(() => image.seed(0.5)).toThrow(/must be a whole number/);
  for (const interp of [0, 1, 2, 3, 4, 9, 10]) expect(image.imresize(source, 5, 3, interp).shape).toEqual([3, 5, 3]);
});

interface IterCase {
  readonly options: { readonly [name: string]: unknown };
  readonly passes: { data: number[]; label: unknown; pad: number }[][];
}

describe("ImageIter gives what MXNet's gives", () => {
  test.each((golden("iterators.json") as IterCase[]).map((c) => [JSON.stringify(c.options), c] as const))(
    "%s",
    (_, c) => {
      const given = camel(c.options) as unknown as image.ImageIterOptions & { batchSize: number; dataShape: number[] };
      const path = (name: unknown) => (name ? new URL(name as string, folder).pathname : null);
      image.seed(9);
      const iter = new image.ImageIter({
        ...given,
        pathImgrec: path(given.pathImgrec),
        pathImgidx: path(given.pathImgidx),
        pathImglist: path(given.pathImglist),
        pathRoot: path(given.pathRoot),
      });
      for (const wanted of c.passes) {
        const got = [...iter].map(({ data, label, pad }) => ({
          data: Array.from(data[0]!.toTypedArray(), Number),
          label: label![0]!.toArray(),
          pad,
        }));
        expect(got).toEqual(wanted);
        expect(iter.next()).toBeNull();
        iter.reset();
      }
    },
  );
});

describe("images in records", () => {
  test("are in OpenCV's order of colours", () => {
    const pixels = nd.array(
      [
        [
          [10, 20, 30],
          [200, 100, 50],
        ],
      ],
      { dtype: "uint8" },
    );
    const record = recordio.packImg([0, 5, 6, 0], pixels, { imgFmt: ".png" });
    const [header, bgr] = recordio.unpackImg(record);
    expect([header.label, header.id]).toEqual([5, 6]);
    expect(bgr.toArray()).toEqual(pixels.toArray());
    expect(image.imdecode(recordio.unpack(record)[1], { toRgb: false }).toArray()).toEqual(pixels.toArray());
    expect(recordio.unpackImg(record, 0)[1].shape).toEqual([1, 2]);
    const grey = recordio.packImg([0, 5, 6, 0], nd.array([[1, 2, 3]]), { imgFmt: ".png" });
    expect(recordio.unpackImg(grey)[1].toArray()).toEqual([[1, 2, 3]]);
    expect(recordio.unpackImg(grey, 1)[1].shape).toEqual([1, 3, 3]);
    expect(() => recordio.unpackImg(grey, 2 as never)).toThrow(/iscolor must be -1, 0 or 1/);
    expect(() => recordio.unpackImg(recordio.pack([0, 0, 0, 0], "text"))).toThrow(/invalid image file/);
  });

  test("are JPEG files unless another kind is asked for", () => {
    const [, file] = recordio.unpack(recordio.packImg([0, 0, 0, 0], nd.full([9, 9, 3], 60), { quality: 80 }));
    expect([file[0], file[1]]).toEqual([0xff, 0xd8]);
    expect(image.imdecode(file).reshape([-1]).slice("0:3").toArray()).toEqual([60, 60, 60]);
  });
});

describe("ImageIter", () => {
  const grey = (value: number) => image.imencode(nd.full([5, 5, 3], value, { dtype: "uint8" }));

  test("files in memory, several labels, a list of augmenters, few images", () => {
    const iter = new image.ImageIter(5, [3, 5, 5], {
      imglist: [
        [[1, 2], grey(10)],
        [[3, 4], grey(20)],
      ],
      augList: [],
      labelWidth: 2,
      dtype: "int32",
    });
    expect(described(iter.provideLabel)).toEqual([["softmax_label", [5, 2], "int32"]]);
    const { data, label, pad } = iter.next()!;
    expect(data[0]!.slice(":", 0, 0, 0).toArray()).toEqual([10, 20, 10, 20, 10]);
    expect(label![0]!.toArray()).toEqual([
      [1, 2],
      [3, 4],
      [1, 2],
      [3, 4],
      [1, 2],
    ]);
    expect([data[0]!.dtype, label![0]!.dtype, pad]).toEqual(["float32", "int32", 3]);
  });

  test("labels of a list go before those of the records", () => {
    const records = { pathImgrec: file("pictures.rec"), pathImgidx: file("pictures.idx") };
    const list = new TextEncoder().encode(Array.from({ length: 7 }, (_, i) => `${i}\t${i + 0.5}\tx`).join("\n"));
    const iter = new image.ImageIter(7, [3, 4, 4], { ...records, pathImglist: list });
    expect(iter.next()!.label![0]!.toArray()).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);
    const rolled = new image.ImageIter(4, [3, 4, 4], { ...records, lastBatchHandle: "roll_over" });
    expect([...rolled]).toHaveLength(1);
    rolled.hardReset();
    expect(rolled.next()!.label![0]!.toArray()).toEqual([0, 10, 20, 30]);
  });

  test("what does not fit is refused", () => {
    const make =
      (options: object, shape = [3, 4, 4]) =>
      () =>
        new image.ImageIter(1, shape, options);
    const imglist = [[0, grey(1)]];
    expect(make({})).toThrow(/one of pathImgrec, pathImglist and imglist is needed/);
    expect(make({ imglist }, [1, 4, 4])).toThrow(/dataShape is \[1,4,4\], expected \[3, height, width\]/);
    expect(make({ imglist, lastBatchHandle: "x" })).toThrow(/lastBatchHandle is "x"/);
    expect(make({ imglist, numParts: 2, partIndex: 2 })).toThrow(/partIndex is 2, there are 2 parts/);
    expect(make({ pathImgrec: file("pictures.rec"), shuffle: true })).toThrow(/pathImgidx is needed/);
    expect(make({ imglist: [["a", "b"]] })).toThrow(/item 0 of imglist must be \[label, path or bytes\]/);
    expect(make({ pathImglist: new TextEncoder().encode("0\tx.png\n") })).toThrow(/invalid image list: line 1 is/);
    expect(make({ pathImglist: new TextEncoder().encode("0\ta\tx.png\n") })).toThrow(/invalid image list/);
    const next = (options: object) => () => make(options)().next();
    expect(next({ imglist: [[0, new Uint8Array(9)]] })).toThrow(/^ImageIter: image 0: imdecode: invalid image file/);
    expect(next({ imglist: [[0, "none.png"]], pathRoot: "/none" })).toThrow(/cannot read \/none\/none.png: ENOENT/);
    expect(next({ imglist, augList: [] })).toThrow("ImageIter: image 0: it has shape (3,5,5), expected (3,4,4)");
    expect(next({ imglist: [[[0, 1], grey(1)]] })).toThrow(/image 0: it has 2 labels, expected 1/);
    const record = new recordio.MXRecordIO(null, "w");
    record.write("short");
    expect(next({ pathImgrec: record.toBytes() })).toThrow(/invalid record: it has 5 bytes/);
  });

  test("scopes do not take away what is kept", () => {
    const imglist = [1, 2, 3].map((n) => [n, grey(n)] as const);
    const options = { imglist, mean: [1, 1, 1], lastBatchHandle: "roll_over" } as const;
    const iter = mx.scope(() => new image.ImageIter(2, [3, 4, 4], options));
    mx.scope(() => {
      for (const _ of iter);
    });
    iter.reset();
    expect(iter.next()!.data[0]!.slice(":", 0, 0, 0).toArray()).toEqual([2, 0]);
  });
});
