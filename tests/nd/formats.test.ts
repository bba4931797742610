import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { type DType, MXNetError, memory, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../ts/src/files/crc32.ts";

const folder = new URL("../golden/arrays/", import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
type Entry = { readonly dtype: DType; readonly shape: number[]; readonly data: (string | number)[] };
const contents = JSON.parse(readFileSync(new URL("contents.json", folder), "utf8")) as Record<
  string,
  Record<string, Entry>
>;

function expectArray(x: NDArray, { dtype, shape, data }: Entry): void {
  expect([x.dtype, x.shape]).toEqual([dtype, shape.length === 0 ? [1] : shape]);
  const got = Array.from(x.toTypedArray() as Float32Array, (v) =>
    typeof data[0] === "string" ? String(v) : Number(v),
  );
  expect(got).toEqual(data);
}

describe("load reads what NumPy and safetensors wrote", () => {
  test.each(Object.entries(contents))("%s", (name, entries) => {
    const loaded = nd.load(file(name));
    if (name.endsWith(".npy")) {
      expect(Array.isArray(loaded)).toBe(true);
      expectArray((loaded as NDArray[])[0]!, entries[""]!);
      return;
    }
    expect(Object.keys(loaded).sort()).toEqual(Object.keys(entries).sort());
    for (const [key, entry] of Object.entries(entries)) expectArray((loaded as nd.NDArrayDict)[key]!, entry);
  });

  test("every file is listed", () => {
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(contents), "contents.json"].sort());
  });
});

describe("files are written byte for byte", () => {
  const ours = ["float32", "float64", "float16", "uint8", "int32", "int8", "int64", "long", "vector", "empty", "many"];
  test.each(ours)("%s.npy", (name) => {
    const bytes = file(`${name}.npy`);
    expect(nd.saveNpy(null, (nd.load(bytes) as NDArray[])[0]!)).toEqual(bytes);
  });

  test("ours.safetensors", () => {
    const bytes = file("ours.safetensors");
    const metadata = nd.safetensorsMetadata(bytes);
    expect(metadata).toEqual({ format: "np" });
    expect(nd.saveSafetensors(null, nd.load(bytes) as nd.NDArrayDict, metadata)).toEqual(bytes);
  });

  test("npz files come back, from paths too", () => {
    const dir = mkdtempSync(join(tmpdir(), "mxgrad-"));
    try {
      for (const name of ["x.npz", "x.safetensors"]) {
        const path = join(dir, name);
        const arrays = new Map([
          ["größe", nd.arange(3)],
          ["__proto__", nd.ones([1], { dtype: "int64" })],
        ] as const);
        if (name === "x.npz") expect(nd.saveNpz(path, arrays)).toBeUndefined();
        else expect(nd.saveSafetensors(path, arrays)).toBeUndefined();
        const loaded = nd.load(path) as nd.NDArrayDict;
        expect(Object.keys(loaded).sort()).toEqual(["__proto__", "größe"]);
        expect(loaded.größe!.toArray()).toEqual([0, 1, 2]);
      }
      nd.saveNpy(join(dir, "x.npy"), nd.arange(2));
      expect((nd.load(join(dir, "x.npy")) as NDArray[])[0]!.toArray()).toEqual([0, 1]);
      expect(Object.keys(nd.load(nd.saveNpz(null, [nd.ones([1]), nd.ones([2])])))).toEqual(["arr_0", "arr_1"]);
      expect(Object.keys(nd.load(nd.saveNpz(null, {})))).toEqual([]);
      writeFileSync(join(dir, "cut.npz"), nd.saveNpz(null, [nd.ones([1])]).subarray(0, 99));
      expect(() => nd.load(join(dir, "cut.npz"))).toThrow(MXNetError);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test("what does not fit is refused", () => {
    const x = nd.ones([1]);
    expect(() => nd.saveNpy(null, [x] as never)).toThrow(/x must be an NDArray, got a Array/);
    expect(() => nd.saveNpz(null, x as never)).toThrow(/expected arrays by name, got an NDArray/);
    expect(() => nd.saveNpz(null, { x: 1 } as never)).toThrow(/array "x" must be an NDArray, got the number 1/);
    expect(() => nd.saveSafetensors(null, [x] as never)).toThrow(/got a list/);
    expect(() => nd.saveSafetensors(null, { x }, { n: 1 } as never)).toThrow(/n must be a text/);
    expect(() => nd.saveNpy(1 as never, x)).toThrow(/path must be a text or null/);
  });
});

/** What loading gives: an error of ours, and no array. */
function refused(bytes: Uint8Array, message: RegExp): void {
  const { live, heapBytes } = memory();
  let error: unknown;
  try {
    nd.load(bytes);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(MXNetError);
  expect((error as Error).message).toMatch(message);
  expect(memory()).toMatchObject({ live, heapBytes });
}

describe("hostile files give one clear error and no arrays", () => {
  test.each(["float32.npy", "version2.npy", "named.npz", "compressed.npz", "ours.safetensors"])(
    "%s, cut off anywhere",
    (name) => {
      const bytes = file(name);
      for (let length = 0; length < bytes.length; length += length < 400 ? 1 : 7) {
        refused(bytes.subarray(0, length), /^load: /);
      }
    },
  );

  const npy = (header: string, size = 0): Uint8Array => {
    const text = new TextEncoder().encode(header);
    const bytes = new Uint8Array(10 + text.length + size);
    bytes.set([0x93, 78, 85, 77, 80, 89, 1, 0, text.length & 255, text.length >> 8]);
    bytes.set(text, 10);
    return bytes;
  };
  const header = (descr: string, shape: string): string =>
    `{'descr': '${descr}', 'fortran_order': False, 'shape': ${shape}, }`;

  test(".npy", () => {
    refused(npy(header("<f4", "(2,)"), 4), /^load: invalid .npy file: a shape of \(2\) asks for 8 bytes, it has 4$/);
    refused(npy(header("<f4", "(4294967296, 4294967296)"), 4), /asks for NaN bytes/);
    refused(npy(header("<f4", "(65536, 65536)"), 4), /asks for NaN bytes/);
    refused(npy(header("<c8", "(2,)")), /elements of type <c8 cannot be read/);
    refused(npy(header("|O8", "(2,)")), /its header has no known type/);
    refused(npy(header("<f5", "(2,)")), /elements of type <f5/);
    refused(npy(header("<f4", "(-1,)")), /its header has no shape/);
    refused(npy("{}"), /its header has no known type/);
    refused(npy(header("<f4", "()"), 4).fill(9, 6, 7), /does not begin as one/);
  });

  test(".npz", () => {
    const bytes = nd.saveNpz(null, { x: nd.ones([1]) });
    const patched = (from: number, ...values: number[]): Uint8Array => {
      const copy = bytes.slice();
      copy.set(values, from < 0 ? copy.length + from : from);
      return copy;
    };
    refused(patched(60, 1), /the checksum of "x.npy" is wrong/);
    refused(patched(-22, 0), /its directory is missing/);
    refused(patched(-12, 9), /its directory is cut off/);
    refused(patched(-6, 0xff, 0xff), /its directory is cut off/);
    const entry = bytes.length - 22 - 51;
    refused(patched(entry + 42, 9), /"x.npy" is not where it should be/);
    refused(patched(entry + 20, 0xff, 0xff, 0xff, 0x7f), /"x.npy" is cut off/);
    refused(patched(entry + 20, 0xff, 0xff, 0xff, 0xff), /has 4 GiB or more/);
    refused(patched(entry + 10, 12), /compressed in a way that is not known \(12\)/);
  });

  test("a small file that would become a large one", () => {
    const bomb = deflateRawSync(new Uint8Array(30_000_000));
    const name = new TextEncoder().encode("x.npy");
    const local = new DataView(new ArrayBuffer(30));
    local.setUint32(0, 0x04034b50, true);
    local.setUint16(26, name.length, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(10, 8, true);
    entry.setUint32(16, crc32(new Uint8Array(100)), true);
    entry.setUint32(20, bomb.length, true);
    entry.setUint32(24, 100, true);
    entry.setUint16(28, name.length, true);
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(10, 1, true);
    end.setUint32(16, 30 + name.length + bomb.length, true);
    const parts = [local, name, bomb, entry, name, end].map((part) =>
      part instanceof DataView ? new Uint8Array(part.buffer) : part,
    );
    refused(new Uint8Array(Buffer.concat(parts)), /it holds more than 100 bytes/);
  });

  const safetensors = (json: unknown, size = 0): Uint8Array => {
    const text = new TextEncoder().encode(typeof json === "string" ? json : JSON.stringify(json));
    const bytes = new Uint8Array(8 + text.length + size);
    bytes[0] = text.length & 255;
    bytes[1] = text.length >> 8;
    bytes.set(text, 8);
    return bytes;
  };
  const tensor = (dtype: string, shape: unknown, ...offsets: number[]) => ({ dtype, shape, data_offsets: offsets });

  test("safetensors", () => {
    expect(nd.load(safetensors({ x: tensor("U8", [2], 0, 2) }, 2))).toHaveProperty("x");
    refused(safetensors("{x"), /its header is no JSON/);
    refused(
      safetensors({ x: tensor("U8", [3], 0, 2) }, 2),
      /tensor "x" of shape \(3\) should have 3 bytes at 0 to 2 of 2/,
    );
    refused(safetensors({ x: tensor("U8", [2], 1, 3) }, 2), /should have 2 bytes at 1 to 3 of 2/);
    refused(safetensors({ x: tensor("U8", [1], 1, 2) }, 2), /a gap or an overlap at 0/);
    refused(safetensors({ x: tensor("U8", [2], 0, 2), y: tensor("U8", [2], 1, 3) }, 3), /a gap or an overlap at 1/);
    refused(safetensors({ x: tensor("U8", [1], 0, 1) }, 2), /1 bytes behind the last tensor/);
    refused(safetensors({ x: tensor("F8_E4M3", [1], 0, 1) }, 1), /of type F8_E4M3, which cannot be read/);
    refused(safetensors({ x: tensor("U8", [1e9, 1e9], 0, 1) }, 1), /should have NaN bytes/);
    refused(safetensors({ x: tensor("U8", [-1, -1], 0, 1) }, 1), /should have NaN bytes/);
    refused(safetensors({ x: tensor("U8", "2", 0, 1) }, 1), /no shape or no place/);
    refused(safetensors({ x: null }), /of type undefined/);
    refused(safetensors({ __metadata__: { a: 1 } }), /its metadata is not of texts/);
    const long = safetensors({});
    long[3] = 1;
    refused(long, /a header of 16777218 bytes is cut off after 2/);
  });
});
