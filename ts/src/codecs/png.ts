// PNG files, decoded as OpenCV does: without transparency, 16 bits cut to 8, indices looked up.
import { invalid, viewOf } from "../files/bytes.ts";
import { crc32 } from "../files/crc32.ts";
import { inflate } from "../files/inflate.ts";
import type { DecodeOptions, Pixels } from "./pixels.ts";

const fail = (why: string): never => invalid("imdecode", "PNG file", why);

export const SIGNATURE: readonly number[] = [137, 80, 78, 71, 13, 10, 26, 10];
/** Samples a pixel by colour type: grey, none, colour, index, grey with alpha, none, colour with alpha. */
const SAMPLES = [1, 0, 3, 1, 2, 0, 4];
const DEPTHS = [[1, 2, 4, 8, 16], [], [8, 16], [1, 2, 4, 8], [8, 16], [], [8, 16]];
const INDEXED = 3;
/** The seven passes of interlaced files: first column and row, and the steps between. */
const PASSES: readonly (readonly [x: number, y: number, dx: number, dy: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** Whether a file is a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly interlaced: boolean;
}

/** The pixels of a PNG file. */
export function decodePng(bytes: Uint8Array, { channels: asked }: DecodeOptions): Pixels {
  let header: Header | undefined;
  let palette: Uint8Array | undefined;
  const parts: Uint8Array[] = [];
  const view = viewOf(bytes);
  for (let at = 8, ended = false; !ended; ) {
    if (at + 12 > bytes.length) fail("it is cut off");
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) fail("it is cut off");
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (view.getUint32(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length))) {
      fail(`the checksum of its ${kind} is wrong`);
    }
    at += 12 + length;
    if (!header && kind !== "IHDR") fail("its header is missing");
    if (kind === "IHDR") header = headerOf(data);
    else if (kind === "PLTE") palette = data;
    else if (kind === "IDAT") parts.push(data);
    else if (kind === "IEND") ended = true;
  }
  if (!header) return fail("its header is missing");
  const raw = unpack(joined(parts), header);
  const { width, height } = header;
  const grey = asked === 1 || (asked === null && header.type % 4 === 0);
  const channels = grey ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  const pixels = pixelReader(header, palette, grey);
  for (const { x: left, y: top, dx, dy, rows } of raw) {
    rows.forEach((row, i) => {
      const line = (top + i * dy) * width;
      for (let x = left, n = 0; x < width; x += dx, n++) pixels(row, n, data, channels * (line + x));
    });
  }
  return { width, height, channels, data };
}

function headerOf(data: Uint8Array): Header {
  if (data.length !== 13) fail("its header is wrong");
  const view = viewOf(data);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth = 0, type = 0, compression, filter, interlace = 0] = data.subarray(8);
  if (width === 0 || height === 0 || width > 0x7fffffff || height > 0x7fffffff)
    fail(`its size is ${width} x ${height}`);
  if (!DEPTHS[type]?.includes(depth)) fail(`colour type ${type} with ${depth} bits does not exist`);
  if (compression !== 0 || filter !== 0 || interlace > 1) fail("its kind of compression does not exist");
  return { width, height, depth, type, interlaced: interlace === 1 };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly rows: Uint8Array[];
}

/** The rows of all passes, decompressed and without filters. */
function unpack(packed: Uint8Array, header: Header): Pass[] {
  const { width, height, depth, type, interlaced } = header;
  const bits = depth * (SAMPLES[type] as number);
  const passes = (interlaced ? PASSES : [[0, 0, 1, 1] as const])
    .map(([x, y, dx, dy]) => ({ x, y, dx, dy, w: Math.ceil((width - x) / dx), h: Math.ceil((height - y) / dy) }))
    .filter(({ w, h }) => w > 0 && h > 0);
  const sizes = passes.map(({ w }) => 1 + Math.ceil((w * bits) / 8));
  const total = passes.reduce((n, { h }, i) => n + h * (sizes[i] as number), 0);
  if ((packed[0] ?? 0) % 16 !== 8 || (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 !== 0) {
    fail("its data is not compressed as it should be");
  }
  const { data } = inflate(packed, 2, total, "imdecode");
  if (data.length < total) fail(`its data has ${data.length} bytes, a size of ${width} x ${height} asks for ${total}`);
  const step = Math.ceil(bits / 8);
  let at = 0;
  return passes.map(({ x, y, dx, dy, h }, i) => {
    const size = sizes[i] as number;
    const rows: Uint8Array[] = [];
    for (let n = 0; n < h; n++, at += size) {
      const row = data.subarray(at + 1, at + size);
      unfilter(data[at] as number, row, rows[n - 1], step);
      rows.push(row);
    }
    return { x, y, dx, dy, rows };
  });
}

/** Adds to each byte what its filter takes from its neighbours, in place. */
function unfilter(kind: number, row: Uint8Array, above: Uint8Array | undefined, step: number): void {
  if (kind > 4) fail(`there is no filter ${kind}`);
  if (kind === 0) return;
  for (let i = 0; i < row.length; i++) {
    const left = i < step ? 0 : (row[i - step] as number);
    const up = above ? (above[i] as number) : 0;
    let guess = kind === 1 ? left : kind === 2 ? up : (left + up) >> 1;
    if (kind === 4) guess = paeth(left, up, i < step || !above ? 0 : (above[i - step] as number));
    row[i] = (row[i] as number) + guess;
  }
}

/** Of three neighbours the one nearest to left + up - corner. */
export function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(up + left - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** Writes pixel `n` of a row to a place of the image. */
function pixelReader(
  { depth, type }: Header,
  palette: Uint8Array | undefined,
  grey: boolean,
): (row: Uint8Array, n: number, out: Uint8Array, at: number) => void {
  const samples = SAMPLES[type] as number;
  const colours = type === INDEXED ? (palette ?? fail("its palette is missing")) : undefined;
  const scale = type === INDEXED ? 1 : 255 / (2 ** Math.min(depth, 8) - 1);
  const sample = (row: Uint8Array, i: number): number => {
    // Of 16 bits the upper 8.
    if (depth >= 8) return row[(i * depth) / 8] as number;
    const bit = i * depth;
    return (((row[bit >> 3] as number) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)) * scale;
  };
  return (row, n, out, at) => {
    const from = n * samples;
    const index = 3 * sample(row, from);
    if (colours && index + 2 >= colours.length) fail(`there is no colour ${index / 3} in its palette`);
    const coloured = samples > 2;
    const r = colours ? (colours[index] as number) : sample(row, from);
    const g = colours ? (colours[index + 1] as number) : coloured ? sample(row, from + 1) : r;
    const b = colours ? (colours[index + 2] as number) : coloured ? sample(row, from + 2) : r;
    if (grey && coloured && depth === 16) {
      // Of 16 bits the grey comes first, rounded, then its upper 8.
      const word = (i: number): number => ((row[2 * i] as number) << 8) | (row[2 * i + 1] as number);
      out[at] = (9797 * word(from) + 19234 * word(from + 1) + 3737 * word(from + 2) + 16384) >> 23;
    } else if (grey) {
      out[at] = r === g && g === b ? r : (9797 * r + 19234 * g + 3737 * b) >> 15;
    } else {
      out[at] = r;
      out[at + 1] = g;
      out[at + 2] = b;
    }
  };
}
