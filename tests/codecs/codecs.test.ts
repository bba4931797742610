import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import * as codecs from "mxgrad/codecs";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../ts/src/files/crc32.ts";

const folder = new URL("../golden/images/", import.meta.url);
const file = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const decoded = JSON.parse(readFileSync(new URL("decoded.json", folder), "utf8")) as Record<string, [number[], string]>;

describe("files are decoded to the same pixels as by MXNet", () => {
  test.each(Object.entries(decoded))("%s", (key, [shape, hash]) => {
    const [name, flag] = key.split(" ") as [string, string];
    const { width, height, channels, data } = codecs.decode(file(name), { channels: flag === "1" ? 3 : 1 });
    expect([height, width, channels]).toEqual(shape);
    expect(createHash("sha256").update(data).digest("hex")).toBe(hash);
  });
});

test("files say themselves whether they are grey", () => {
  for (const [name, channels] of [
    ["grey.jpg", 1],
    ["420.jpg", 3],
    ["grey.png", 1],
    ["grey-alpha.png", 1],
    ["palette.png", 3],
  ] as const) {
    expect(codecs.decode(file(name)).channels, name).toBe(channels);
  }
});

describe("PNG files are written", () => {
  test("and read again", () => {
    const pixel = fc.oneof(fc.constant(0), fc.constant(255), fc.nat(255));
    const sizes = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 3));
    fc.assert(
      fc.property(sizes, fc.array(pixel, { minLength: 243, maxLength: 243 }), ([width, height, channels], values) => {
        const image = {
          width,
          height,
          channels: channels as 1 | 3,
          data: Uint8Array.from(values.slice(0, width * height * channels)),
        };
        expect(codecs.decode(codecs.encode(image, "png"))).toEqual(image);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("smaller than their pixels", () => {
    const slope = Uint8Array.from({ length: 10_000 }, (_, i) => (i % 100) + Math.floor(i / 200));
    expect(codecs.encode({ width: 100, height: 100, channels: 1, data: slope }, "png").length).toBeLessThan(1000);
    const plain = { width: 100, height: 100, channels: 3 as const, data: new Uint8Array(30_000).fill(9) };
    expect(codecs.encode(plain, "png").length).toBeLessThan(1000);
  });
});

describe("JPEG files are written as libjpeg writes them, byte for byte", () => {
  const encoded = JSON.parse(readFileSync(new URL("encoded.json", folder), "utf8")) as Record<string, string>;
  test.each(Object.entries(encoded))("%s", (key, hash) => {
    const [name, quality] = key.split(" ") as [string, string];
    const bytes = codecs.encode(codecs.decode(file(name)), "jpeg", Number(quality));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  });

  test("up to their limits", () => {
    const line = { width: 65535, height: 1, channels: 1 as const, data: new Uint8Array(65535).fill(99) };
    expect(codecs.decode(codecs.encode(line, "jpeg")).data).toEqual(line.data);
    const longer = { ...line, width: 65536, data: new Uint8Array(65536) };
    expect(() => codecs.encode(longer, "jpeg")).toThrow(/at most 65535 pixels a side, the image has 65536 x 1/);
  });
});

describe("damaged files are refused", () => {
  const names = ["420.jpg", "progressive420.jpg", "restart.jpg", "cmyk.jpg", "rgb.png", "rgb-interlaced.png"];

  test.each(names)("%s, cut off anywhere", (name) => {
    const whole = file(name);
    const end = name.endsWith("jpg") ? whole.length - 8 : whole.length;
    for (let length = 0; length < end; length += 1 + (length >> 6)) {
      expect(() => codecs.decode(whole.subarray(0, length)), `${length} bytes`).toThrow(/^imdecode: invalid /);
    }
  });

  test.each(names)("%s, with other bytes: an error, or an image", (name) => {
    const whole = file(name);
    let state = 1;
    const draw = (most: number): number => {
      state = Math.imul(state, 1103515245) + 12345;
      return ((state >>> 8) & 0xffff) % most;
    };
    for (let i = 0; i < 300; i++) {
      const bytes = whole.slice();
      for (let n = 0; n <= draw(3); n++) bytes[draw(draw(2) ? bytes.length : 200)] = draw(256);
      try {
        codecs.decode(bytes);
      } catch (error) {
        expect((error as Error).name).toBe("MXNetError");
        expect((error as Error).message).toMatch(
          /^imdecode: invalid (JPEG|PNG|image) file|^imdecode: invalid compressed/,
        );
      }
    }
  });

  const segment = (name: string, marker: number): [Uint8Array, number] => {
    const bytes = file(name);
    for (let at = 2; at < bytes.length; at++)
      if (bytes[at] === 0xff && bytes[at + 1] === marker) return [bytes, at + 4];
    throw new Error("there is no such segment");
  };
  const jpeg = (name: string, marker: number, at: number, ...values: number[]): Uint8Array => {
    const [bytes, start] = segment(name, marker);
    bytes.set(values, start + at);
    return bytes;
  };

  test("JPEG files that ask for too much, or for what there is not", () => {
    const refused = (bytes: Uint8Array, message: RegExp) => expect(() => codecs.decode(bytes)).toThrow(message);
    refused(jpeg("420.jpg", 0xc0, 1, 0xff, 0xff, 0xff, 0xff), /its size is 65535 x 65535, but it has only \d+ bytes/);
    refused(jpeg("420.jpg", 0xc0, 1, 0, 0), /its size is 45 x 0/);
    refused(jpeg("420.jpg", 0xc0, 0, 12), /it has 12 bits a sample/);
    refused(jpeg("420.jpg", 0xc0, 5, 2), /it has 2 components/);
    refused(jpeg("420.jpg", 0xc0, 7, 0x32, 0, 2, 0x21), /sampling factors are not supported/);
    refused(jpeg("420.jpg", 0xc0, 7, 0x02), /sampling factors are impossible/);
    refused(jpeg("420.jpg", 0xc0, 8, 7), /a quantization table is missing/);
    refused(jpeg("420.jpg", 0xc0, -3, 0xc9), /coding \(SOF9\) is not supported/);
    refused(jpeg("420.jpg", 0xda, 1, 9), /unknown component 9/);
    refused(jpeg("420.jpg", 0xda, 2, 0x77), /a Huffman table that is not there/);
    refused(jpeg("420.jpg", 0xc4, 1, 3, 0, 0), /a Huffman table has too many codes/);
    refused(jpeg("progressive420.jpg", 0xda, 7, 70), /a scan's header is wrong/);
  });

  const chunk = (kind: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const numbers = Buffer.alloc(8);
    numbers.writeUInt32BE(data.length);
    numbers.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
  };
  const png = (header: number[], data: Uint8Array, more: Buffer[] = []): Uint8Array =>
    new Uint8Array(
      Buffer.concat([
        file("rgb.png").subarray(0, 8),
        chunk("IHDR", Uint8Array.from(header)),
        ...more,
        chunk("IDAT", data),
        chunk("IEND", new Uint8Array(0)),
      ]),
    );
  const size = (width: number, height: number): number[] =>
    [width, height].flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);

  test("PNG files that ask for too much, or for what there is not", () => {
    const refused = (bytes: Uint8Array, message: RegExp) => expect(() => codecs.decode(bytes)).toThrow(message);
    const one = deflateSync(Uint8Array.of(0, 7));
    expect(codecs.decode(png([...size(1, 1), 8, 0, 0, 0, 0], one)).data).toEqual(Uint8Array.of(7));
    refused(png([...size(0x7fffffff, 0x7fffffff), 16, 6, 0, 0, 0], one), /asks for \d+|holds more/);
    refused(png([...size(30000, 30000), 8, 2, 0, 0, 0], one), /its data has 2 bytes, a size of 30000 x 30000 asks for/);
    refused(png([...size(0, 1), 8, 0, 0, 0, 0], one), /its size is 0 x 1/);
    refused(png([...size(1, 1), 3, 0, 0, 0, 0], one), /colour type 0 with 3 bits does not exist/);
    refused(png([...size(1, 1), 8, 9, 0, 0, 0], one), /colour type 9/);
    refused(png([...size(1, 1), 8, 0, 0, 0, 2], one), /kind of compression/);
    refused(png([...size(1, 1), 8, 3, 0, 0, 0], one), /its palette is missing/);
    refused(png([...size(1, 1), 8, 3, 0, 0, 0], one, [chunk("PLTE", new Uint8Array(6))]), /no colour 7 in its palette/);
    refused(png([...size(1, 1), 8, 0, 0, 0, 0], deflateSync(Uint8Array.of(5, 7))), /there is no filter 5/);
    refused(png([...size(1, 1), 8, 0, 0, 0, 0], Uint8Array.of(1, 2, 3)), /not compressed as it should be/);
    refused(png([...size(1, 1), 8, 0, 0, 0, 0], deflateSync(new Uint8Array(3))), /holds more than 2 bytes/);
    const bytes = file("rgb.png");
    bytes[50]! ^= 1;
    refused(bytes, /the checksum of its IDAT is wrong/);
  });

  test("files of other kinds", () => {
    expect(() => codecs.decode(new TextEncoder().encode("GIF89a"))).toThrow(
      "imdecode: invalid image file: it is neither PNG nor JPEG, its 6 bytes begin with 47 49 46 38",
    );
    expect(() => codecs.decode(new Uint8Array(0))).toThrow(/its 0 bytes/);
  });
});
