/** Every reader of files, with files that are damaged at random places: it reads something, or throws an `MXNetError`. */
import { readFileSync } from "node:fs";
import { image, io, MXNetError, memory, nd, recordio } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../golden/${path}`, import.meta.url)));

function everyRecord(bytes: Uint8Array): void {
  const reader = new recordio.MXRecordIO(bytes, "r");
  while (reader.read());
}

function everyBatch(iter: io.DataIter): void {
  for (const batch of iter) batch.dispose();
}

const label = file("io/mnist-label.idx");
const mnist = (bytes: Uint8Array) => everyBatch(new io.MNISTIter({ image: bytes, label, batchSize: 4 }));
const READERS: [name: string, golden: string, read: (bytes: Uint8Array) => void][] = [
  ...["named", "list", "v0", "v1", "v3"].map((name): [string, string, (bytes: Uint8Array) => void] => [
    "nd.load",
    `params/${name}.params`,
    nd.load,
  ]),
  ["nd.load", "arrays/float32.npy", nd.load],
  ["nd.load", "arrays/fortran.npy", nd.load],
  ["nd.load", "arrays/named.npz", nd.load],
  ["nd.load", "arrays/compressed.npz", nd.load],
  ["nd.load", "arrays/ours.safetensors", nd.load],
  ["nd.load", "arrays/brain.safetensors", nd.load],
  ["MXRecordIO", "recordio/records.rec", everyRecord],
  [
    "MXIndexedRecordIO",
    "recordio/indexed.idx",
    (bytes) => {
      const reader = new recordio.MXIndexedRecordIO(bytes, file("recordio/indexed.rec"), "r");
      for (const key of reader.keys) reader.readIdx(key);
    },
  ],
  ["unpack", "recordio/packed.rec", (bytes) => recordio.unpack(bytes.subarray(8))],
  ["MNISTIter", "io/mnist-image.idx", mnist],
  ["MNISTIter", "io/mnist-image.idx.gz", mnist],
  [
    "CSVIter",
    "images/pictures.lst",
    (dataCsv) => everyBatch(new io.CSVIter({ dataCsv, dataShape: [1], batchSize: 2 })),
  ],
  [
    "LibSVMIter",
    "images/pictures.lst",
    (dataLibsvm) => everyBatch(new io.LibSVMIter({ dataLibsvm, dataShape: [9], batchSize: 2 })),
  ],
  ["imdecode", "images/420.jpg", (bytes) => image.imdecode(bytes).dispose()],
  ["imdecode", "images/progressive444.jpg", (bytes) => image.imdecode(bytes).dispose()],
  ["imdecode", "images/ycck.jpg", (bytes) => image.imdecode(bytes, { flag: 0 }).dispose()],
  ["imdecode", "images/palette.png", (bytes) => image.imdecode(bytes).dispose()],
  ["imdecode", "images/grey4-interlaced.png", (bytes) => image.imdecode(bytes).dispose()],
  [
    "ImageIter",
    "images/pictures.rec",
    (pathImgrec) => everyBatch(new image.ImageIter(2, [3, 4, 4], { pathImgrec, lastBatchHandle: "discard" })),
  ],
  [
    "ImageIter",
    "images/pictures.lst",
    (pathImglist) =>
      everyBatch(new image.ImageIter(2, [3, 4, 4], { pathImglist, pathRoot: "/none", lastBatchHandle: "discard" })),
  ],
];

/** Numbers in a fixed order. */
function draws(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return ((state >>> 8) & 0xffffff) % most;
  };
}

/** What damages a file: other bytes, extreme ones, a part that is gone, one that is there twice. */
function damaged(whole: Uint8Array, draw: (most: number) => number): Uint8Array {
  const bytes = whole.slice();
  const at = draw(2) ? draw(bytes.length) : draw(Math.min(bytes.length, 128));
  switch (draw(5)) {
    case 0:
      return bytes.fill(draw(256), at, at + 1);
    case 1:
      return bytes.fill([0, 255, 127, 128][draw(4)] as number, at, at + 1 + draw(8));
    case 2:
      return bytes.slice(0, at);
    case 3:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + draw(9))]);
    default:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(Math.max(0, at - draw(40)))]);
  }
}

describe("damaged files", () => {
  beforeAll(() => image.setCodecs(codecs));
  afterAll(() => image.setCodecs(null));

  test.each(READERS)("%s of %s", (_, golden, read) => {
    const whole = file(golden);
    const draw = draws(whole.length);
    const before = memory();
    let refused = 0;
    for (let i = 0; i < 150; i++) {
      const live = memory().live;
      try {
        read(damaged(whole, draw));
      } catch (error) {
        refused++;
        expect(error).toBeInstanceOf(MXNetError);
        expect((error as Error).message.length).toBeLessThan(400);
        // What an iterator holds meanwhile is the collector's; a reader of one file leaves nothing.
        if (read === nd.load) expect(memory().live).toBe(live);
      }
    }
    // Damage is noticed, and nothing of the size that a file claims is made.
    expect(refused).toBeGreaterThan(5);
    expect(memory().heapBytes - before.heapBytes).toBeLessThan(64e6);
    // The library works on.
    expect(nd.ones([2]).add(1).toArray()).toEqual([2, 2]);
  });
});
