import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io, MXNetError, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { camel, described, golden, shown } from "./golden.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const idx = (name: string) => new Uint8Array(readFileSync(new URL(`../golden/io/mnist-${name}`, import.meta.url)));

describe("CSVIter gives what MXNet's gives", () => {
  test.each(golden.CSVIter.map((c) => [JSON.stringify(c.options), c] as const))("%s", (_, c) => {
    const options = camel(c.options) as unknown as io.CSVIterOptions;
    const iter = new io.CSVIter({
      ...options,
      dataCsv: bytes(c.texts[options.dataCsv as string]!),
      labelCsv: options.labelCsv ? bytes(c.texts[options.labelCsv as string]!) : null,
    });
    expect([described(iter.provideData), described(iter.provideLabel)]).toEqual([c.provideData, c.provideLabel]);
    for (const wanted of c.passes) {
      expect([...iter].map((batch) => ({ index: batch.index, ...shown(batch) }))).toEqual(wanted);
      iter.reset();
    }
  });
});

describe("CSVIter", () => {
  test("types, a path, and fewer lines than a batch", () => {
    const folder = mkdtempSync(join(tmpdir(), "mxgrad-"));
    try {
      const path = join(folder, "x.csv");
      writeFileSync(path, "9007199254740993,1e3,nan\n");
      const iter = new io.CSVIter({ dataCsv: path, dataShape: [3], batchSize: 2, dtype: "int64" });
      expect(iter.next()!.data[0]!.toArray()[1]).toEqual([9007199254740993n, 1000n, 0n]);
      expect(iter.getPad()).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("what does not fit is refused", () => {
    const read = (text: string, more = {}) =>
      new io.CSVIter({ dataCsv: bytes(text), dataShape: [2], batchSize: 1, ...more });
    expect(() => read("1,2\n1\n")).toThrow(
      new MXNetError("CSVIter: line 2 of dataCsv has 1 numbers, a shape of (2) asks for 2"),
    );
    expect(() => read("1,x\n")).toThrow(/^CSVIter: line 1 of dataCsv has "x", which is no number$/);
    expect(() => read("1,,2\n")).toThrow(/has 3 numbers/);
    expect(() => read("1,0x1\n")).toThrow(/no number/);
    expect(() => read("")).toThrow(/no lines/);
    expect(() => read("1,2\n3,4", { labelCsv: bytes("1") })).toThrow(/labelCsv has 1 lines, dataCsv has 2/);
    expect(() => read("1,2", { batchSize: 0 })).toThrow(/batchSize/);
    expect(() => read("1,2", { dtype: "text" })).toThrow(/unknown dtype/);
    expect(() => new io.CSVIter({ dataCsv: 5, dataShape: [1], batchSize: 1 } as never)).toThrow(/path or bytes/);
    expect(() => new io.CSVIter({ dataShape: [1], batchSize: 1 } as never)).toThrow(/dataCsv is missing/);
  });
});

describe("LibSVMIter gives what MXNet's gives", () => {
  test.each(golden.LibSVMIter.map((c) => [JSON.stringify(c.options), c] as const))("%s", (_, c) => {
    const options = camel(c.options) as unknown as io.LibSVMIterOptions;
    const text = (name: unknown) => (name ? bytes(c.texts[name as string]!) : null);
    const iter = new io.LibSVMIter({
      ...options,
      dataLibsvm: text(options.dataLibsvm)!,
      labelLibsvm: text(options.labelLibsvm),
    });
    expect([described(iter.provideData), described(iter.provideLabel)]).toEqual([c.provideData, c.provideLabel]);
    for (const wanted of c.passes) {
      const batches = [...iter];
      expect(batches.map((batch) => ({ index: batch.index, ...shown(batch) }))).toEqual(wanted);
      expect(batches[0]!.data[0]!.stype).toBe("csr");
      iter.reset();
    }
  });
});

test("parts of what LibSVMIter reads, and what it refuses", () => {
  const read = (text: string, more = {}) =>
    new io.LibSVMIter({ dataLibsvm: bytes(text), dataShape: [3], batchSize: 1, ...more });
  const second = read("1\n2\n3 2:1 0:2\n", { numParts: 2, partIndex: 1 });
  expect([...second].map(({ label }) => label![0]!.toArray())).toEqual([[2], [3]]);
  expect(() => read("1 3:1\n")).toThrow(
    new MXNetError('LibSVMIter: line 1 of dataLibsvm has "3:1", but there are 3 columns'),
  );
  for (const item of ["x", ":1", "1:", "1:x", "-1:1"])
    expect(() => read(`1 ${item}\n`)).toThrow(/no column with a value/);
  expect(() => read("1 1:1 1:2\n")).toThrow(/has "1:", and has it again/);
  expect(() => read("x 1:1\n")).toThrow(/has "x", which is no number/);
  expect(() => read("\n")).toThrow(/no lines/);
  expect(() => read("1\n2\n", { labelLibsvm: bytes("0\n") })).toThrow(/labelLibsvm has 1 lines, dataLibsvm has 2/);
  expect(() => read("1\n", { dataShape: [1, 2] })).toThrow(/dataShape is \(1,2\), expected one dimension/);
});

describe("MNISTIter gives what MXNet's gives", () => {
  test.each(golden.MNISTIter.map((c) => [JSON.stringify(c.options), c] as const))("%s", (_, c) => {
    for (const ending of ["idx", "idx.gz"]) {
      const files = { image: idx(`image.${ending}`), label: idx(`label.${ending}`) };
      const iter = new io.MNISTIter({ ...files, ...camel(c.options) });
      expect([described(iter.provideData), described(iter.provideLabel)]).toEqual([c.provideData, c.provideLabel]);
      for (const wanted of c.passes) {
        expect([...iter].map(shown)).toEqual(wanted);
        iter.reset();
      }
    }
  });
});

test("files that MNISTIter refuses", () => {
  const [image, label] = [idx("image.idx"), idx("label.idx")];
  const read = (files: object) => () => new io.MNISTIter({ image, label, batchSize: 1, ...files });
  const patched = (file: Uint8Array, at: number, value: number) => file.slice().fill(value, at, at + 1);
  expect(read({ image: label })).toThrow(/^MNISTIter: invalid image file: it begins with 2049, expected 2051/);
  expect(read({ image: image.subarray(0, 9) })).toThrow(/it has 9 bytes/);
  expect(read({ image: image.subarray(0, 40) })).toThrow(/asks for 66 bytes, it has 24/);
  expect(read({ image: patched(image, 4, 0xff) })).toThrow(/asks for/);
  expect(read({ image: patched(image, 7, 5) })).toThrow(/there are 5 images, but 11 labels/);
  expect(read({ image: "/none" })).toThrow(/^MNISTIter: cannot read \/none: ENOENT/);
  expect(read({ numParts: 2, partIndex: 2 })).toThrow(/partIndex is 2, there are 2 parts/);
  expect(read({ seed: 0.5 })).toThrow(/seed is 0.5/);
  const zipped = idx("image.idx.gz");
  for (let length = 2; length < zipped.length; length++) {
    expect(read({ image: zipped.subarray(0, length) })).toThrow(MXNetError);
  }
  expect(read({ image: patched(zipped, zipped.length - 8, 0) })).toThrow(/its checksum is wrong/);
});

describe("ResizeIter and PrefetchingIter", () => {
  const inner = () => new io.NDArrayIter(nd.arange(5), nd.arange(5), { batchSize: 2 });
  const values = (iter: io.DataIter) => [...iter].map(({ data }) => data.map((x) => x.toArray()));

  test("passes of another length", () => {
    const iter = new io.ResizeIter(inner(), 4);
    for (let pass = 0; pass < 2; pass++) {
      expect(values(iter)).toEqual([[[0, 1]], [[2, 3]], [[4, 0]], [[0, 1]]]);
      iter.reset();
    }
    const going = new io.ResizeIter(inner(), 2, false);
    expect(values(going)).toEqual([[[0, 1]], [[2, 3]]]);
    going.reset();
    expect(values(going)).toEqual([[[4, 0]], [[0, 1]]]);
    expect(String(going.provideData)).toBe("DataDesc[data,(2,),float32,NCHW]");
    expect(() => new io.ResizeIter(inner(), -1)).toThrow(/size must be an integer, 0 or more/);
  });

  test("several iterators as one", () => {
    const iter = new io.PrefetchingIter([inner(), inner()], [{ data: "a" }, { data: "b" }]);
    expect(iter.provideData.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(iter.provideLabel.map(({ name }) => name)).toEqual(["softmax_label", "softmax_label"]);
    expect(iter.batchSize).toBe(2);
    const batch = iter.next()!;
    expect(batch.provideData!.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(batch.label).toHaveLength(2);
    expect(values(iter)).toEqual([
      [
        [2, 3],
        [2, 3],
      ],
      [
        [4, 0],
        [4, 0],
      ],
    ]);
    iter.reset();
    expect(iter.iterNext()).toBe(true);
    expect(iter.getData()).toHaveLength(2);
    const uneven = new io.PrefetchingIter([inner(), new io.ResizeIter(inner(), 1)]);
    expect(uneven.next()).not.toBeNull();
    expect(() => uneven.next()).toThrow("Number of entry mismatches between iterators");
    expect(() => new io.PrefetchingIter([])).toThrow(/there is no iterator/);
    expect(() => new io.PrefetchingIter(inner(), [])).toThrow(/names for 0 of 1/);
    expect(() => new io.PrefetchingIter(inner(), [{ x: "y" }]).provideData).toThrow(/no new name for data, only for x/);
  });
});
