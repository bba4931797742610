import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { type DType, MXNetError, memory, type NDArray, nd, type StorageType } from "mxgrad";
import { describe, expect, test } from "vitest";

const folder = new URL("../golden/params/", import.meta.url);
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`${name}.params`, folder)));

interface Entry {
  readonly name: string | null;
  readonly dtype: DType;
  readonly shape: number[];
  readonly data: number[];
  readonly stype?: StorageType;
}

const contents = JSON.parse(readFileSync(new URL("contents.json", folder), "utf8")) as Record<string, Entry[]>;

describe("load reads what MXNet wrote", () => {
  test.each(Object.entries(contents))("%s.params", (name, entries) => {
    const loaded = nd.load(file(name));
    expect(Array.isArray(loaded)).toBe(entries.length === 0 || entries[0]!.name === null);
    if (!Array.isArray(loaded)) expect(Object.keys(loaded)).toEqual(entries.map((e) => e.name));
    Object.values(loaded).forEach((x, i) => {
      const wanted = entries[i]!;
      expect(x.dtype).toBe(wanted.dtype);
      expect(x.stype).toBe(wanted.stype ?? "default");
      // A scalar of NumPy mode has one dimension here.
      expect(x.shape).toEqual(wanted.shape.length === 0 ? [1] : wanted.shape);
      expect(Array.from(x.toTypedArray(), Number)).toEqual(wanted.data);
    });
    expect(Object.keys(loaded)).toHaveLength(entries.length);
  });
});

describe("save writes what MXNet writes", () => {
  test.each(["named", "list", "empty", "sparse"])("%s.params, byte for byte", (name) => {
    expect(nd.save(null, nd.load(file(name)))).toEqual(file(name));
  });

  test("the file format's example", () => {
    const bytes = nd.save(null, { a: nd.arange(4).reshape([2, 2]) });
    expect(bytes).toHaveLength(97);
    expect(Buffer.from(bytes).toString("hex", 24, 32)).toBe("c9fa93f900000000");
  });

  test("an array alone, Maps, and paths", () => {
    const x = nd.arange(3);
    expect(nd.save(null, x)).toEqual(nd.save(null, [x]));
    expect(nd.save(null, new Map([["a", x]]))).toEqual(nd.save(null, { a: x }));
    const folder = mkdtempSync(join(tmpdir(), "mxgrad-"));
    try {
      const path = join(folder, "x.params");
      expect(nd.save(path, [x])).toBeUndefined();
      expect((nd.load(path) as NDArray[])[0]!.toArray()).toEqual([0, 1, 2]);
      expect(() => nd.load(join(folder, "none"))).toThrow(/^load: cannot read .*none: ENOENT/);
      expect(() => nd.save(join(folder, "none", "x"), [x])).toThrow(/^save: cannot write .*: ENOENT/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("other values are refused", () => {
    const message = "save only accept dict str->NDArray or list of NDArray, got the number 1";
    for (const data of [1, [1], { a: 1 }]) expect(() => nd.save(null, data as never)).toThrow(new TypeError(message));
    expect(() => nd.save(1 as never, [])).toThrow(TypeError);
    expect(() => nd.load(1 as never)).toThrow(TypeError);
  });

  test("names that objects know already", () => {
    const names = ["__proto__", "toString"];
    expect(Object.keys(nd.load(nd.save(null, new Map(names.map((name) => [name, nd.ones([1])])))))).toEqual(names);
  });

  test("any list of arrays comes back", () => {
    const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 4 }), fc.string({ unit: "grapheme", maxLength: 9 }), (shapes, name) => {
        const arrays = Object.fromEntries(
          shapes.map((s, i) => [`${name}${i}`, nd.arange(s.reduce((n, d) => n * d)).reshape(s)]),
        );
        const bytes = nd.save(null, arrays);
        const loaded = nd.load(bytes);
        expect(Object.values(loaded).map((x) => x.shape)).toEqual(shapes);
        expect(nd.save(null, loaded)).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
  });
});

describe("hostile files give one clear error and no arrays", () => {
  const refused = (bytes: Uint8Array, message: RegExp): void => {
    const before = memory();
    let error: unknown;
    try {
      nd.load(bytes);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(MXNetError);
    expect((error as Error).message).toMatch(message);
    expect(memory().live).toBe(before.live);
    expect(memory().heapBytes).toBe(before.heapBytes);
  };
  const patched = (name: string, at: number, ...values: number[]): Uint8Array => {
    const bytes = file(name).slice();
    bytes.set(values, at);
    return bytes;
  };
  const huge = Array<number>(7).fill(0xff);

  test.each(["named", "sparse"])("%s cut off anywhere", (name) => {
    const bytes = file(name);
    for (let length = 0; length < bytes.length; length++) {
      refused(bytes.subarray(0, length), /^load: Invalid NDArray file format: it (is truncated|promises)/);
    }
  });

  test("not such a file at all", () => refused(new TextEncoder().encode('{\n  "nodes": []'), /MXNet's magic number/));
  test("too many arrays", () => refused(patched("list", 16, ...huge), /promises \d+ arrays/));
  test("too many names", () => refused(patched("empty", 24, 9), /promises 9 names/));
  test("a storage type that there is not", () => refused(patched("list", 28, 9), /array 0 has storage type 9/));
  test("too many dimensions", () => refused(patched("list", 32, 200), /array 0 has 200 dimensions/));
  test("negative dimensions", () => refused(patched("list", 32, 255, 255, 255, 255), /array 0 has -1 dimensions/));
  test("absurd sizes", () => refused(patched("list", 36, ...huge), /impossible shape/));
  test("sizes beyond the file", () => refused(patched("list", 36, 0, 0, 0, 1), /array 0 needs 67108864 bytes/));
  test("an unknown dtype", () => refused(patched("list", 52, 9), /array 0 has the dtype number 9; the dtypes are/));

  // A row-sparse array: storage (1,2), shape (2,2), one list of places.
  const rows = nd.save(null, [
    nd
      .array([
        [0, 0],
        [0, 1],
      ])
      .tostype("row_sparse"),
  ]);
  const matrix = nd.save(null, [
    nd
      .array([
        [0, 1],
        [2, 0],
      ])
      .tostype("csr"),
  ]);
  const changed = (bytes: Uint8Array, at: number, ...values: number[]): Uint8Array => {
    const copy = bytes.slice();
    copy.set(values, at);
    return copy;
  };
  test("rows out of range", () => refused(changed(rows, rows.length - 16, 2), /array 0: index 2 is out of bounds/));
  test("negative rows", () =>
    refused(changed(rows, rows.length - 16, ...Array<number>(8).fill(255)), /array 0: index -1 is out of bounds/));
  test("as many rows as the file does not have", () =>
    refused(changed(rows, 36, 0, 0, 0, 1), /array 0 stores \(16777216,2\) with 1 places/));
  test("rows of another length", () => refused(changed(rows, 44, 3), /array 0 stores \(1,3\)/));
  test("columns out of range", () => refused(changed(matrix, matrix.length - 16, 9), /index 9 is out of bounds/));
  test("indptr that decreases", () => refused(changed(matrix, matrix.length - 40, 3), /indptr decreases/));
  test("indptr beyond the elements", () => refused(changed(matrix, matrix.length - 32, 9), /indptr goes from 0 to 9/));
  test("indptr that does not begin at 0", () => refused(changed(matrix, matrix.length - 48, 1), /indptr goes from 1/));
  test("csr of other than two dimensions", () => refused(changed(matrix, 28, 1, 0, 0, 0), /^load: Invalid/));

  test("room for more elements than there are, as MXNet's own sums have it", () => {
    const x = nd.load(changed(matrix, matrix.length - 32, 1)) as NDArray[];
    expect(x[0]!.toArray()).toEqual([
      [0, 1],
      [0, 0],
    ]);
  });

  test("names that are not UTF-8", () => {
    const bytes = nd.save(null, { a: nd.ones([1]) });
    bytes[bytes.length - 1] = 0xff;
    refused(bytes, /name 0 is not UTF-8/);
  });

  test.each(["named", "list", "sparse", "mixed", "v0", "v1", "v3"])(
    "random changes of %s never do anything else",
    (name) => {
      const original = file(name);
      const before = memory().heapBytes;
      const change = fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 }));
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
          const bytes = original.slice();
          for (const [at, value] of changes) bytes[at] = value;
          try {
            for (const x of Object.values(nd.load(bytes))) x.dispose();
            expect(memory().heapBytes).toBe(before);
          } catch (error) {
            expect(error).toBeInstanceOf(MXNetError);
          }
        }),
        { numRuns: 300, seed: 7 },
      );
    },
  );
});
