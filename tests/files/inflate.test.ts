import { constants, deflateRawSync, gzipSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../ts/src/files/crc32.ts";
import { zlibCompress } from "../../ts/src/files/deflate.ts";
import { gunzip, inflate } from "../../ts/src/files/inflate.ts";

const text = new TextEncoder().encode("to be or not to be, that is the question. ".repeat(50));
/** Text with something new in each block, so that blocks have codes of their own. */
const varied = Uint8Array.from({ length: 200_000 }, (_, i) => (Math.imul(i, 2654435761) >>> (24 + (i >> 15))) & 255);

describe("inflate gives back what zlib compressed", () => {
  const strategies = ["Z_DEFAULT_STRATEGY", "Z_FIXED", "Z_HUFFMAN_ONLY", "Z_RLE", "Z_FILTERED"] as const;
  test.each(strategies)("%s", (strategy) => {
    for (const level of [0, 1, 6, 9]) {
      for (const data of [new Uint8Array(0), new Uint8Array([7]), text, varied, new Uint8Array(300_000)]) {
        const packed = deflateRawSync(data, { level, strategy: constants[strategy] });
        const { data: got, end } = inflate(new Uint8Array(packed));
        expect(Buffer.compare(got, data)).toBe(0);
        expect(end).toBe(packed.length);
      }
    }
  });

  test("any bytes, from any place, and says where they end", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(5), (data, before) => {
        const packed = deflateRawSync(data);
        const file = new Uint8Array(before + packed.length + 3);
        file.set(packed, before);
        const { data: got, end } = inflate(file, before);
        expect(Buffer.compare(got, data)).toBe(0);
        expect(end).toBe(before + packed.length);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("what is damaged is refused", () => {
  const packed = new Uint8Array(deflateRawSync(text));

  test("cut off anywhere", () => {
    for (let length = 0; length < packed.length; length++) {
      expect(() => inflate(packed.subarray(0, length))).toThrow(/^inflate: invalid compressed data: it is cut off$/);
    }
  });

  test("bits that are wrong", () => {
    expect(() => inflate(Uint8Array.of(7))).toThrow(/no such kind of block/);
    expect(() => inflate(Uint8Array.of(1, 1, 0, 0, 0, 0))).toThrow(/length of a stored block is wrong/);
    // A fixed block whose first match has nothing before it.
    expect(() => inflate(Uint8Array.of(0b0000_0011, 0b0000_0010, 0, 0))).toThrow(/before its start/);
    expect(() => inflate(Uint8Array.of(5, 0, 146, 4))).toThrow(/its codes are oversubscribed/);
  });

  test("more than there may be", () => {
    expect(inflate(packed, 0, text.length).data).toHaveLength(text.length);
    expect(() => inflate(packed, 0, text.length - 1)).toThrow(`it holds more than ${text.length - 1} bytes`);
  });

  test("any change of one byte", () => {
    for (let at = 0; at < packed.length; at++) {
      const bytes = packed.slice();
      bytes[at]! ^= 0x55;
      try {
        inflate(bytes);
      } catch (error) {
        expect((error as Error).name).toBe("MXNetError");
      }
    }
  });
});

describe("gunzip", () => {
  test("several members, names and comments", () => {
    const members = [gzipSync(text), gzipSync(varied)];
    expect(Buffer.compare(gunzip(new Uint8Array(Buffer.concat(members)), "x"), Buffer.concat([text, varied]))).toBe(0);
    const plain = gzipSync("abc");
    const named = Buffer.concat([plain.subarray(0, 3), Buffer.from([4 | 8 | 16 | 2]), plain.subarray(4, 10)]);
    const file = Buffer.concat([named, Buffer.from("\x02\0zzname\0comment\0\x01\x02", "latin1"), plain.subarray(10)]);
    expect(Buffer.from(gunzip(new Uint8Array(file), "x")).toString()).toBe("abc");
  });

  test("checksums", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
    const file = new Uint8Array(gzipSync("abc"));
    file[file.length - 8]! ^= 1;
    expect(() => gunzip(file, "load")).toThrow("load: invalid .gz file: its checksum is wrong");
    expect(() => gunzip(new Uint8Array(30), "load")).toThrow("load: invalid .gz file: it does not begin as one");
  });
});

describe("zlibCompress", () => {
  test("is read by zlib, and makes text smaller", () => {
    for (const data of [new Uint8Array(0), new Uint8Array([7]), text, varied, new Uint8Array(300_000)]) {
      expect(Buffer.compare(inflateSync(zlibCompress(data)), data)).toBe(0);
    }
    expect(zlibCompress(text).length).toBeLessThan(text.length / 10);
  });

  test("any bytes come back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1, 143, 144, 255), { maxLength: 600 }), (list) => {
        const data = Uint8Array.from(list);
        expect(Buffer.compare(inflateSync(zlibCompress(data)), data)).toBe(0);
        expect(Buffer.compare(inflate(zlibCompress(data), 2).data, data)).toBe(0);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
