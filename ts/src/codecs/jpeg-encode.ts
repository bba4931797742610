// Baseline JPEG files, byte for byte as libjpeg writes them by default: colours at half the resolution, the standard's
// Huffman tables.
import { forwardTransform } from "./jpeg-fdct.ts";
import { ZIGZAG } from "./jpeg-frame.ts";
import type { Pixels } from "./pixels.ts";

/** The standard's quantization, in natural order, of brightness and of colour. */
const QUANTIZATION = [
  [
    ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29],
    ...[
      51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120,
    ],
    ...[101, 72, 92, 95, 98, 112, 100, 103, 99],
  ],
  [17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66],
];

/** The standard's Huffman tables: how many codes there are of each length, and their symbols. */
const DC = ["00010501010101010100000000000000", "00030101010101010101010000000000"] as const;
const AC_COUNTS = ["0002010303020403050504040000017d", "00020102040403040705040400010277"] as const;
/** The first symbols; the others follow in order, without those that there are. */
const AC_SYMBOLS = [
  "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282",
  "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f1",
] as const;

const bytesOfHex = (hex: string): number[] => Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

interface HuffmanCodes {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
  /** Code and length by symbol. */
  readonly codes: ReadonlyMap<number, readonly [code: number, length: number]>;
}

function huffmanCodes(counts: readonly number[], symbols: readonly number[]): HuffmanCodes {
  const codes = new Map<number, readonly [number, number]>();
  let code = 0;
  let at = 0;
  counts.forEach((count, i) => {
    for (let n = 0; n < count; n++) codes.set(symbols[at++] as number, [code++, i + 1]);
    code <<= 1;
  });
  return { counts, symbols, codes };
}

function acSymbols(first: string): number[] {
  const symbols = bytesOfHex(first);
  const known = new Set(symbols);
  // Runs of up to 15 zeros before numbers of 1 to 10 bits, the end of a block and 16 zeros.
  for (let run = 0; run < 16; run++) {
    for (let size = 1; size <= 10; size++) if (!known.has(16 * run + size)) symbols.push(16 * run + size);
  }
  return symbols;
}

interface Plane {
  /** How many blocks it has for each MCU across, and down. */
  readonly factor: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** Which tables it uses. */
  readonly table: 0 | 1;
  /** A sample; beyond the edges there are more of the same. */
  sample(x: number, y: number): number;
}

/** An image as a JPEG file. */
export function encodeJpeg(pixels: Pixels, quality: number): Uint8Array {
  const planes = pixels.channels === 1 ? [greyPlane(pixels)] : colourPlanes(pixels);
  const count = planes.length === 1 ? 1 : 2;
  const scale = quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
  const quantization = QUANTIZATION.slice(0, count).map((base) =>
    Array.from({ length: 64 }, (_, i) => Math.min(Math.max(Math.floor(((base[i] ?? 99) * scale + 50) / 100), 1), 255)),
  );
  const dc = DC.slice(0, count).map((counts) =>
    huffmanCodes(
      bytesOfHex(counts),
      Array.from({ length: 12 }, (_, i) => i),
    ),
  );
  const ac = AC_COUNTS.slice(0, count).map((counts, i) =>
    huffmanCodes(bytesOfHex(counts), acSymbols(AC_SYMBOLS[i] as string)),
  );
  const out: number[] = [0xff, 0xd8];
  const segment = (marker: number, ...data: number[]): void => {
    out.push(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255);
    for (const byte of data) out.push(byte);
  };
  segment(0xe0, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
  quantization.forEach((values, i) => {
    segment(0xdb, i, ...ZIGZAG.map((place) => values[place] as number));
  });
  const { width, height } = pixels;
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const components = planes.flatMap(({ factor, table }, i) => [i + 1, 17 * factor, table]);
  segment(0xc0, 8, ...size, planes.length, ...components);
  for (let i = 0; i < count; i++) {
    [dc, ac].forEach((tables, kind) => {
      const { counts, symbols } = tables[i] as HuffmanCodes;
      segment(0xc4, 16 * kind + i, ...counts, ...symbols);
    });
  }
  segment(0xda, planes.length, ...planes.flatMap(({ table }, i) => [i + 1, 17 * table]), 0, 63, 0);
  writeBlocks(out, planes, pixels, quantization, dc, ac);
  out.push(0xff, 0xd9);
  return Uint8Array.from(out);
}

function writeBlocks(
  out: number[],
  planes: readonly Plane[],
  { width, height }: Pixels,
  quantization: readonly number[][],
  dc: readonly HuffmanCodes[],
  ac: readonly HuffmanCodes[],
): void {
  let held = 0;
  let holds = 0;
  const put = (value: number, count: number): void => {
    for (let i = count - 1; i >= 0; i--) {
      held = (held << 1) | ((value >> i) & 1);
      if (++holds < 8) continue;
      out.push(held);
      if (held === 0xff) out.push(0);
      held = 0;
      holds = 0;
    }
  };
  /** A symbol that says how many bits follow, and these. */
  const number = (codes: HuffmanCodes, run: number, value: number): void => {
    const size = 32 - Math.clz32(Math.abs(value));
    put(...(codes.codes.get(16 * run + size) as readonly [number, number]));
    put(value < 0 ? value - 1 : value, size);
  };
  const block = new Int32Array(64);
  const previous = planes.map(() => 0);
  const write = (i: number, column: number, row: number): void => {
    const { blocksAcross, blocksDown, table, sample } = planes[i] as Plane;
    const [dcCodes, acCodes] = [dc[table] as HuffmanCodes, ac[table] as HuffmanCodes];
    // Blocks that only fill an MCU repeat the brightness of the one before.
    if (column >= blocksAcross || row >= blocksDown) {
      number(dcCodes, 0, 0);
      put(...(acCodes.codes.get(0) as readonly [number, number]));
      return;
    }
    for (let k = 0; k < 64; k++) block[k] = sample(8 * column + (k & 7), 8 * row + (k >> 3)) - 128;
    forwardTransform(block);
    const coefficient = (k: number): number => {
      const divisor = 8 * (quantization[table]?.[k] as number);
      const size = Math.floor((Math.abs(block[k] as number) + (divisor >> 1)) / divisor);
      return (block[k] as number) < 0 ? -size : size;
    };
    const brightness = coefficient(0);
    number(dcCodes, 0, brightness - (previous[i] as number));
    previous[i] = brightness;
    let run = 0;
    for (let k = 1; k < 64; k++) {
      const value = coefficient(ZIGZAG[k] as number);
      if (value === 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) put(...(acCodes.codes.get(0xf0) as readonly [number, number]));
      number(acCodes, run, value);
      run = 0;
    }
    if (run > 0) put(...(acCodes.codes.get(0) as readonly [number, number]));
  };
  const most = (planes[0] as Plane).factor;
  for (let down = 0; down < Math.ceil(height / (8 * most)); down++) {
    for (let across = 0; across < Math.ceil(width / (8 * most)); across++) {
      planes.forEach(({ factor }, i) => {
        for (let y = 0; y < factor; y++) {
          for (let x = 0; x < factor; x++) write(i, factor * across + x, factor * down + y);
        }
      });
    }
  }
  if (holds > 0) put(0x7f, 8 - holds);
}

function greyPlane({ width, height, data }: Pixels): Plane {
  return {
    factor: 1,
    blocksAcross: Math.ceil(width / 8),
    blocksDown: Math.ceil(height / 8),
    table: 0,
    sample: (x, y) => data[Math.min(y, height - 1) * width + Math.min(x, width - 1)] as number,
  };
}

/** Brightness, and two colours of half the width and height, in libjpeg's fixed point. */
function colourPlanes({ width, height, data }: Pixels): Plane[] {
  const [y, cb, cr] = [0, 1, 2].map(() => new Uint8Array(width * height)) as [Uint8Array, Uint8Array, Uint8Array];
  for (let i = 0; i < width * height; i++) {
    const r = data[3 * i] as number;
    const g = data[3 * i + 1] as number;
    const b = data[3 * i + 2] as number;
    y[i] = (19595 * r + 38470 * g + 7471 * b + 32768) >> 16;
    cb[i] = (-11059 * r - 21709 * g + 32768 * b + 8421375) >> 16;
    cr[i] = (32768 * r - 27439 * g - 5329 * b + 8421375) >> 16;
  }
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const halved = (values: Uint8Array): Plane => ({
    factor: 1,
    blocksAcross: Math.ceil(halfWidth / 8),
    blocksDown: Math.ceil(halfHeight / 8),
    table: 1,
    sample: (x, row) => {
      const top = 2 * Math.min(row, halfHeight - 1);
      const [line, next] = [top * width, Math.min(top + 1, height - 1) * width];
      const left = Math.min(2 * x, width - 1);
      const right = Math.min(2 * x + 1, width - 1);
      const above = (values[line + left] as number) + (values[line + right] as number);
      // The bias of the rounding alternates.
      return (above + (values[next + left] as number) + (values[next + right] as number) + 1 + (x & 1)) >> 2;
    },
  });
  return [{ ...greyPlane({ width, height, channels: 1, data: y }), factor: 2 }, halved(cb), halved(cr)];
}
