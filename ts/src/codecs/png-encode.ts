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
  const row = new Uint8Array(size);
  for (let y = 0; y < height; y++) {
    let least = Number.POSITIVE_INFINITY;
    for (let kind = 0; kind < 5; kind++) {
      const sum = filterRow(data, y, size, step, kind, row);
      if (sum >= least) continue;
      least = sum;
      out[y * (size + 1)] = kind;
      out.set(row, y * (size + 1) + 1);
    }
  }
  return out;
}

/** A row's differences to what a filter guesses, to `row`; and the sum of their sizes. */
function filterRow(data: Uint8Array, y: number, size: number, step: number, kind: number, row: Uint8Array): number {
  let sum = 0;
  for (let i = 0, at = y * size; i < size; i++, at++) {
    const left = i < step || kind === 0 || kind === 2 ? 0 : (data[at - step] as number);
    const up = y === 0 || kind < 2 ? 0 : (data[at - size] as number);
    let guess = left + up;
    if (kind === 3) guess >>= 1;
    else if (kind === 4) guess = paeth(left, up, i < step || y === 0 ? 0 : (data[at - size - step] as number));
    const rest = ((data[at] as number) - guess) & 255;
    row[i] = rest;
    sum += rest < 128 ? rest : 256 - rest;
  }
  return sum;
}
