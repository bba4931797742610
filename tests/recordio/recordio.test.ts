import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { MXNetError, nd, recordio } from "mxgrad";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const { IRHeader, MXIndexedRecordIO, MXRecordIO, pack, unpack } = recordio;
const golden = (name: string) => new Uint8Array(readFileSync(new URL(`../golden/recordio/${name}`, import.meta.url)));
const contents = JSON.parse(new TextDecoder().decode(golden("records.json"))) as {
  records: string[];
  keys: number[];
  headers: [number, number | number[], number, number | string][];
  unpacked: [number, number | number[], number, number | string, string][];
};
const records = contents.records.map((hex) => new Uint8Array(Buffer.from(hex, "hex")));
const whole = (big: number | string) => (typeof big === "string" ? BigInt(big) : big);

function all(file: Uint8Array): Uint8Array[] {
  const reader = new MXRecordIO(file, "r");
  const found: Uint8Array[] = [];
  for (let record = reader.read(); record; record = reader.read()) found.push(record);
  return found;
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mxgrad-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("records", () => {
  test("are read as MXNet wrote them, and written byte for byte", () => {
    expect(all(golden("records.rec"))).toEqual(records);
    const memory = new MXRecordIO(null, "w");
    const path = join(folder, "records.rec");
    using file = new MXRecordIO(path, "w");
    for (const record of records) {
      memory.write(record);
      file.write(record);
      expect(file.tell()).toBe(memory.tell());
    }
    expect(memory.toBytes()).toEqual(golden("records.rec"));
    file.close();
    expect(new Uint8Array(readFileSync(path))).toEqual(golden("records.rec"));
    using reader = new MXRecordIO(path, "r");
    for (const record of records) expect(reader.read()).toEqual(record);
    expect(reader.read()).toBeNull();
    reader.reset();
    expect(reader.read()).toEqual(records[0]);
  });

  test("any records come back", () => {
    const magic = fc.constant(Uint8Array.of(0x0a, 0x23, 0xd7, 0xce));
    const piece = fc.oneof(magic, fc.uint8Array({ maxLength: 9 }));
    const record = fc.array(piece, { maxLength: 6 }).map((pieces) => new Uint8Array(Buffer.concat(pieces)));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (list) => {
        const writer = new MXRecordIO(null, "w");
        for (const data of list) writer.write(data);
        expect(all(writer.toBytes())).toEqual(list);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("writing again empties, closed files say so", () => {
    const writer = new MXRecordIO(null, "w");
    writer.write("text");
    writer.reset();
    expect(writer.tell()).toBe(0);
    expect(() => writer.read()).toThrow("MXRecordIO.read: the file is open for writing");
    writer.close();
    expect(writer.isOpen).toBe(false);
    expect(() => writer.write("x")).toThrow("MXRecordIO.write: the file is closed");
    const reader = new MXRecordIO(golden("records.rec"), "r");
    expect(() => reader.write("x")).toThrow("MXRecordIO.write: the file is open for reading");
    expect(() => reader.toBytes()).toThrow(MXNetError);
    expect(() => new MXRecordIO(null, "r")).toThrow(/expected a path or bytes, got null/);
    expect(() => new MXRecordIO(new Uint8Array(0), "w")).toThrow(/expected a path, or null/);
    expect(() => new MXRecordIO("x", "a" as never)).toThrow("MXRecordIO: Invalid flag a");
    expect(() => new MXRecordIO(join(folder, "none"), "r")).toThrow(/^MXRecordIO: cannot open .*none: ENOENT/);
  });

  test("damaged files are refused", () => {
    const file = golden("records.rec");
    let refused = 0;
    for (let length = 0; length < file.length; length++) {
      try {
        all(file.subarray(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(MXNetError);
        refused++;
      }
    }
    // A file may end behind any of the records.
    expect(refused).toBe(file.length - records.length);
    const patched = (at: number, value: number) => all(file.slice().fill(value, at, at + 1));
    expect(() => patched(0, 0)).toThrow(
      "read: invalid RecordIO file: the magic number is missing, in the record at byte 0",
    );
    expect(() => patched(7, 0x1f)).toThrow(/a part of 520093696 bytes is cut off after \d+, in the record at byte 0/);
    expect(() => patched(7, 0xe0)).toThrow(/there is a part of kind 7/);
    expect(() => patched(7, 0x60)).toThrow(/there is a part of kind 3/);
    expect(() => patched(7, 0x20)).toThrow(/there is a part of kind 0/);
  });
});

describe("an index", () => {
  test("leads to the records, in memory and in files", () => {
    const reader = new MXIndexedRecordIO(golden("indexed.idx"), golden("indexed.rec"), "r");
    expect(reader.keys).toEqual(contents.keys);
    for (const key of [3, 0, 11, 3]) expect(reader.readIdx(key)).toEqual(records[key]);
    reader.reset();
    expect(reader.keys).toEqual(contents.keys);
    expect(reader.read()).toEqual(records[contents.keys[0]!]);
    const [idx, rec] = ["x.idx", "x.rec"].map((name) => join(folder, name)) as [string, string];
    const memory = new MXIndexedRecordIO(null, null, "w");
    const file = new MXIndexedRecordIO(idx, rec, "w");
    for (const key of contents.keys) {
      memory.writeIdx(key, records[key]!);
      file.writeIdx(key, records[key]!);
    }
    file.close();
    expect(memory.toBytes()).toEqual(golden("indexed.rec"));
    expect(memory.indexToBytes()).toEqual(golden("indexed.idx"));
    expect(new Uint8Array(readFileSync(rec))).toEqual(golden("indexed.rec"));
    expect(new Uint8Array(readFileSync(idx))).toEqual(golden("indexed.idx"));
    expect(new MXIndexedRecordIO(idx, rec, "r").readIdx(5)).toEqual(records[5]);
  });

  test("may have names", () => {
    const writer = new MXIndexedRecordIO(null, null, "w", String);
    writer.writeIdx("a", "1");
    writer.writeIdx("b", "2");
    const reader = new MXIndexedRecordIO(writer.indexToBytes(), writer.toBytes(), "r", String);
    expect([reader.keys, Array.from(reader.readIdx("b")!)]).toEqual([["a", "b"], [50]]);
  });

  test("that is wrong is refused", () => {
    const open = (text: string) => new MXIndexedRecordIO(new TextEncoder().encode(text), golden("indexed.rec"), "r");
    for (const text of ["x\t1\n", "1\n", "1\t-1\n", "1\t1e9\n", "\n", "1\t0\n\n2\t8\n"]) {
      expect(() => open(text), JSON.stringify(text)).toThrow(/^MXIndexedRecordIO: invalid index file: line \d is /);
    }
    expect(() => open("1\t99999\n").readIdx(1)).toThrow("seek: the record should be at byte 99999, but the file has");
    expect(() => open("1\t4\n").readIdx(1)).toThrow(/the magic number is missing/);
    expect(() => open("1\t0\n").readIdx(2)).toThrow("seek: the index has no key 2");
  });
});

describe("headers", () => {
  test("are packed and unpacked as MXNet does", () => {
    const packed = contents.headers.map(([flag, label, id, id2]) => pack([flag, label, id, whole(id2)], "image"));
    expect(packed).toEqual(all(golden("packed.rec")));
    packed.forEach((record, i) => {
      const [flag, label, id, id2, text] = contents.unpacked[i]!;
      const [header, data] = unpack(record);
      expect(new TextDecoder().decode(data)).toBe(text);
      const got = typeof header.label === "number" ? header.label : Array.from(header.label as Float32Array);
      expect([header.flag, got, header.id, header.id2]).toEqual([flag, label, id, whole(id2)]);
    });
  });

  test("labels may be arrays; what does not fit is refused", () => {
    expect(pack(new IRHeader(9, nd.array([1, 2]), 0, 0), "")).toEqual(pack([0, new Float32Array([1, 2]), 0, 0], ""));
    expect(() => pack([0, "x" as never, 0, 0], "")).toThrow(/label must be a number or a list/);
    for (const id of [-1, 0.5, 2n ** 64n]) expect(() => pack([0, 0, id, 0], "")).toThrow(/id must be an integer/);
    expect(() => unpack(new Uint8Array(23))).toThrow("unpack: invalid record: it has 23 bytes, a header has 24");
    expect(() => unpack(new Uint8Array(24).fill(255))).toThrow(
      /4294967295 labels ask for 17179869204 bytes, it has 24/,
    );
  });
});
