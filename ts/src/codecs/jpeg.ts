// JPEG: baseline and progressive files of 8 bits, with Huffman codes. Decoded to the same pixels as by libjpeg, which
// MXNet uses through OpenCV. (Decoders on npm repeat the colours of subsampled files instead of smoothing them, and are up
// to 93 of 255 levels off.)
import { invalid, viewOf } from "../files/bytes.ts";
import { type ColourSpace, convertRow } from "./jpeg-colour.ts";
import { type Component, type Frame, ZIGZAG } from "./jpeg-frame.ts";
import { samplesOf } from "./jpeg-idct.ts";
import { type HuffmanTable, huffmanTable, readScan, type ScanComponent } from "./jpeg-scan.ts";
import { upsampledRow } from "./jpeg-upsample.ts";
import type { DecodeOptions, Pixels } from "./pixels.ts";

const fail = (why: string): never => invalid("imdecode", "JPEG file", why);

/** Whether a file is a JPEG. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** What the segments before a scan say. */
interface Tables {
  readonly quantization: (Uint16Array | undefined)[];
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
  restart: number;
  /** Adobe's word on the colours; -1 without it. */
  adobe: number;
  jfif: boolean;
}

/** The pixels of a JPEG file. */
export function decodeJpeg(bytes: Uint8Array, { channels }: DecodeOptions): Pixels {
  const tables: Tables = { quantization: [], dc: [], ac: [], restart: 0, adobe: -1, jfif: false };
  let frame: Frame | undefined;
  /** Quantization tables as they were when a component was first scanned. */
  const quantization = new Map<Component, Uint16Array>();
  for (let at = 2; ; ) {
    while (at < bytes.length && bytes[at] !== 0xff) at++;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    // Without its last scans a progressive file has less than all of the image.
    if (marker === undefined && frame?.progressive) fail("it is cut off");
    if (marker === undefined || marker === 0xd9) break;
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (length < 2 || at + length > bytes.length) fail("it is cut off");
    const segment = bytes.subarray(at + 2, at + length);
    at += length;
    if (marker === 0xda) {
      if (!frame) return fail("a scan comes before the frame");
      at = scan(bytes, at, segment, frame, tables, quantization);
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (frame) fail("it has two frames");
      if (marker > 0xc2) fail(`its kind of coding (SOF${marker - 0xc0}) is not supported`);
      frame = frameOf(segment, marker === 0xc2, bytes.length);
    } else table(marker, segment, tables);
  }
  if (!frame || quantization.size < frame.components.length) return fail("it is cut off");
  const space = spaceOf(frame, tables);
  return assemble(frame, space, quantization, channels === 1 || (channels === null && space === "grey"));
}

function table(marker: number, segment: Uint8Array, tables: Tables): void {
  const view = viewOf(segment);
  const need = (count: number): void => {
    if (count > segment.length) fail("a table is cut off");
  };
  if (marker === 0xdb) {
    for (let at = 0; at < segment.length; ) {
      const head = segment[at++] as number;
      const wide = head >> 4 !== 0;
      need(at + (wide ? 128 : 64));
      const values = new Uint16Array(64);
      for (const place of ZIGZAG) {
        values[place] = wide ? view.getUint16(at) : (segment[at] as number);
        at += wide ? 2 : 1;
      }
      tables.quantization[head & 15] = values;
    }
  } else if (marker === 0xc4) {
    for (let at = 0; at < segment.length; ) {
      const head = segment[at] as number;
      const counts = segment.subarray(at + 1, at + 17);
      const total = counts.reduce((n, count) => n + count, 0);
      at += 17;
      need(at + total);
      const codes =
        huffmanTable(counts, segment.subarray(at, at + total)) ?? fail("a Huffman table has too many codes");
      tables[head >> 4 === 0 ? "dc" : "ac"][head & 15] = codes;
      at += total;
    }
  } else if (marker === 0xdd) {
    need(2);
    tables.restart = view.getUint16(0);
  } else if (marker === 0xe0) {
    tables.jfif ||= String.fromCharCode(...segment.subarray(0, 4)) === "JFIF";
  } else if (marker === 0xee && String.fromCharCode(...segment.subarray(0, 5)) === "Adobe") {
    tables.adobe = segment[11] ?? -1;
  }
}

function frameOf(segment: Uint8Array, progressive: boolean, fileSize: number): Frame {
  const count = segment[5] ?? 0;
  if (segment.length < 6 + 3 * count) fail("it is cut off");
  const view = viewOf(segment);
  if (segment[0] !== 8) fail(`it has ${segment[0]} bits a sample, only 8 are supported`);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  if (width === 0 || height === 0) fail(`its size is ${width} x ${height}`);
  if (![1, 3, 4].includes(count)) fail(`it has ${count} components`);
  const given = Array.from({ length: count }, (_, i) => segment.subarray(6 + 3 * i, 9 + 3 * i));
  const factors = given.map(([, sampling = 0]) => [sampling >> 4, sampling & 15] as const);
  if (factors.some(([h, v]) => h < 1 || h > 4 || v < 1 || v > 4)) fail("its sampling factors are impossible");
  const maxH = Math.max(...factors.map(([h]) => h));
  const maxV = Math.max(...factors.map(([, v]) => v));
  if (factors.some(([h, v]) => maxH % h !== 0 || maxV % v !== 0)) fail("its sampling factors are not supported");
  const mcusAcross = Math.ceil(width / (8 * maxH));
  const mcusDown = Math.ceil(height / (8 * maxV));
  // Every block of a scan takes one bit at least.
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  if (blocks > 8 * fileSize) fail(`its size is ${width} x ${height}, but it has only ${fileSize} bytes`);
  const components = given.map(([id = 0, , quantization = 0], i): Component => {
    const [h, v] = factors[i] as readonly [number, number];
    const [blocksAcross, blocksDown] = [mcusAcross * h, mcusDown * v];
    const coefficients = new Int16Array(64 * blocksAcross * blocksDown);
    const [own, high] = [Math.ceil((width * h) / maxH), Math.ceil((height * v) / maxV)];
    return { id, h, v, quantization, width: own, height: high, blocksAcross, blocksDown, coefficients };
  });
  return { progressive, width, height, maxH, maxV, mcusAcross, mcusDown, components };
}

function scan(
  bytes: Uint8Array,
  at: number,
  segment: Uint8Array,
  frame: Frame,
  tables: Tables,
  quantization: Map<Component, Uint16Array>,
): number {
  const count = segment[0] ?? 0;
  if (count < 1 || count > 4 || segment.length < 4 + 2 * count) fail("a scan's header is wrong");
  const parts = Array.from({ length: count }, (_, i): ScanComponent => {
    const [id, codes = 0] = segment.subarray(1 + 2 * i, 3 + 2 * i);
    const component = frame.components.find((c) => c.id === id) ?? fail(`a scan has an unknown component ${id}`);
    if (!quantization.has(component)) {
      const values = tables.quantization[component.quantization] ?? fail("a quantization table is missing");
      quantization.set(component, values);
    }
    return { component, dc: tables.dc[codes >> 4], ac: tables.ac[codes & 15] };
  });
  const [first = 0, last = 0, bits = 0] = segment.subarray(1 + 2 * count);
  const range = { first, last, high: bits >> 4, low: bits & 15 };
  const possible = first === 0 ? last === 0 : first <= last && last < 64 && count === 1;
  if (frame.progressive && (!possible || range.low > 13)) fail("a scan's header is wrong");
  return readScan(bytes, at, frame, parts, range, tables.restart, fail);
}

function spaceOf({ components }: Frame, { adobe, jfif }: Tables): ColourSpace {
  if (components.length === 1) return "grey";
  if (components.length === 4) return adobe === 2 ? "ycck" : "cmyk";
  if (jfif) return "ycc";
  if (adobe >= 0) return adobe === 0 ? "rgb" : "ycc";
  return String.fromCharCode(...components.map(({ id }) => id)) === "RGB" ? "rgb" : "ycc";
}

function assemble(frame: Frame, space: ColourSpace, quantization: Map<Component, Uint16Array>, grey: boolean): Pixels {
  const { width, height, components } = frame;
  const channels = grey ? 1 : 3;
  // Grey needs nothing but brightness.
  const used = grey && space === "ycc" ? components.slice(0, 1) : components;
  const planes = used.map((component) => samplesOf(component, quantization.get(component) as Uint16Array));
  const rows = used.map(() => new Uint8ClampedArray(width));
  const data = new Uint8ClampedArray(width * height * channels);
  for (let y = 0; y < height; y++) {
    used.forEach((component, i) => {
      upsampledRow(component, planes[i] as Uint8ClampedArray, frame, y, rows[i] as Uint8ClampedArray);
    });
    convertRow(space, rows, grey, data, y * width * channels);
  }
  return { width, height, channels, data: new Uint8Array(data.buffer) };
}
