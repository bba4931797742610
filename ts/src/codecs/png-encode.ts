import { viewOf } from "../files/bytes.ts";
import { crc32 } from "../files/crc32.ts";
import { zlibCompress } from "../files/deflate.ts";
import type { Pixels } from "./pixels.ts";
import { paeth, SIGNATURE } from "./png.ts";

/** An image as a PNG file of 8 bits. */
export function encodePng({ width, height, channels, data }: Pixels): Uint8Array {
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  header.set([8, channels === 1 ? 0 : 2], 8);
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", zlibCompress(filtered(data, width * channels, height, channels))),
    chunk("IEND", new Uint8Array(0)),
  ];
  const file = new Uint8Array(SIGNATURE.length + chunks.reduce((n, { length }) => n + length, 0));
  file.set(SIGNATURE);
  let at = SIGNATURE.length;
  for (const part of chunks) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = viewOf(bytes);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = kind.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Each row behind the number of the filter that leaves the smallest differences. */
function filtered(data: Uint8Array, size: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array((size + 1) * height);
  const tries = Array.from({ length: 5 }, () => new Uint8Array(size));
  for (let y = 0; y < height; y++) {
    const sums = [0, 0, 0, 0, 0];
    for (let i = 0; i < size; i++) {
      const at = y * size + i;
      const value = data[at] as number;
      const left = i < step ? 0 : (data[at - step] as number);
      const up = y === 0 ? 0 : (data[at - size] as number);
      const corner = i < step || y === 0 ? 0 : (data[at - size - step] as number);
      [0, left, up, (left + up) >> 1, paeth(left, up, corner)].forEach((guess, kind) => {
        const rest = (value - guess) & 255;
        (tries[kind] as Uint8Array)[i] = rest;
        sums[kind] = (sums[kind] as number) + Math.min(rest, 256 - rest);
      });
    }
    const best = sums.indexOf(Math.min(...sums));
    out[y * (size + 1)] = best;
    out.set(tries[best] as Uint8Array, y * (size + 1) + 1);
  }
  return out;
}
