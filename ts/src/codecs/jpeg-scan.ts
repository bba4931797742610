// The compressed part of JPEG files: Huffman codes of coefficients, in one pass or in several of growing precision.
import { type Component, type Frame, ZIGZAG } from "./jpeg-frame.ts";

/** By the next 16 bits: a code's length and, in the low eight bits, its symbol; 0 where there is no code. */
export type HuffmanTable = Uint16Array;

/** The table of codes; `counts` says how many there are of each length. Null if they are too many. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null {
  const table = new Uint16Array(1 << 16);
  let code = 0;
  let at = 0;
  for (let length = 1; length <= 16; length++) {
    for (let i = 0; i < (counts[length - 1] as number); i++) {
      const end = code + (1 << (16 - length));
      if (end > table.length) return null;
      table.fill((length << 8) | (symbols[at++] as number), code, end);
      code = end;
    }
  }
  return table;
}

/** A component's part in a scan. */
export interface ScanComponent {
  readonly component: Component;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
}

/** Which coefficients a scan has, and which bits of them. */
export interface ScanRange {
  readonly first: number;
  readonly last: number;
  /** The bit that was the lowest one before; 0 in the first scan. */
  readonly high: number;
  /** The lowest bit. */
  readonly low: number;
}

/** Reads a scan that begins at `at` into the coefficients; gives where it ends. */
export function readScan(
  bytes: Uint8Array,
  at: number,
  frame: Frame,
  parts: readonly ScanComponent[],
  range: ScanRange,
  restart: number,
  fail: (why: string) => never,
): number {
  const { first, last, high, low } = range;
  let held = 0;
  let holds = 0;
  let run = 0;
  const predictions = new Int32Array(parts.length);

  /** Adds bytes; behind the end, or at a marker, there are zeros that must not be used. */
  let beyond = 0;
  const fill = (): void => {
    while (holds <= 16) {
      let byte = 0;
      const marker = bytes[at] === 0xff && bytes[at + 1] !== 0;
      if (marker || at >= bytes.length) beyond += 8;
      else {
        byte = bytes[at] as number;
        at += byte === 0xff ? 2 : 1;
      }
      held = (held << 8) | byte;
      holds += 8;
    }
  };
  const drop = (count: number): void => {
    holds -= count;
    if (holds < beyond) fail("its data is cut off");
  };
  const take = (count: number): number => {
    if (count === 0) return 0;
    if (holds < count) fill();
    const value = (held >>> (holds - count)) & ((1 << count) - 1);
    drop(count);
    return value;
  };
  const symbol = (table: HuffmanTable | undefined): number => {
    if (!table) return fail("a scan names a Huffman table that is not there");
    if (holds < 16) fill();
    const entry = table[(held >>> (holds - 16)) & 0xffff] as number;
    if (entry === 0) fail("its data has a code that is none");
    drop(entry >> 8);
    return entry & 255;
  };
  /** A signed number of so many bits. */
  const signed = (count: number): number => {
    const value = take(count);
    return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  };

  const dcDifference = (i: number): number => {
    const count = symbol(parts[i]?.dc);
    if (count > 16) fail("its data has a code that is none");
    predictions[i] = (predictions[i] as number) + signed(count);
    return predictions[i] as number;
  };
  const baseline = (data: Int16Array, block: number, i: number): void => {
    data[block] = dcDifference(i);
    for (let k = 1; k < 64; k++) {
      const code = symbol(parts[i]?.ac);
      const count = code & 15;
      if (count === 0) {
        if (code !== 0xf0) return;
        k += 15;
        continue;
      }
      k += code >> 4;
      if (k > 63) fail("a block has too many coefficients");
      data[block + (ZIGZAG[k] as number)] = signed(count);
    }
  };
  const dcFirst = (data: Int16Array, block: number, i: number): void => {
    data[block] = dcDifference(i) << low;
  };
  const dcRefine = (data: Int16Array, block: number): void => {
    if (take(1)) data[block] = (data[block] as number) | (1 << low);
  };
  const acFirst = (data: Int16Array, block: number, i: number): void => {
    if (run > 0) {
      run--;
      return;
    }
    for (let k = first; k <= last; k++) {
      const code = symbol(parts[i]?.ac);
      const count = code & 15;
      const skip = code >> 4;
      if (count === 0) {
        if (skip < 15) {
          run = (1 << skip) + take(skip) - 1;
          return;
        }
        k += 15;
        continue;
      }
      k += skip;
      if (k > 63) fail("a block has too many coefficients");
      data[block + (ZIGZAG[k] as number)] = signed(count) << low;
    }
  };
  const acRefine = (data: Int16Array, block: number, i: number): void => {
    const bit = 1 << low;
    const correct = (at: number): void => {
      const value = data[at] as number;
      if (take(1) && (value & bit) === 0) data[at] = value + (value >= 0 ? bit : -bit);
    };
    let k = first;
    while (run === 0 && k <= last) {
      const code = symbol(parts[i]?.ac);
      let skip = code >> 4;
      let value = 0;
      if ((code & 15) !== 0) value = take(1) ? bit : -bit;
      else if (skip < 15) {
        run = (1 << skip) + take(skip);
        break;
      }
      for (; k <= last; k++) {
        const place = block + (ZIGZAG[k] as number);
        if (data[place] !== 0) correct(place);
        else if (skip-- === 0) {
          data[place] = value;
          break;
        }
      }
      k++;
    }
    if (run === 0) return;
    for (; k <= last; k++) {
      const place = block + (ZIGZAG[k] as number);
      if (data[place] !== 0) correct(place);
    }
    run--;
  };

  const decode = !frame.progressive
    ? baseline
    : first > 0
      ? high > 0
        ? acRefine
        : acFirst
      : high > 0
        ? dcRefine
        : dcFirst;
  const block = (i: number, row: number, column: number): void => {
    const { coefficients, blocksAcross } = (parts[i] as ScanComponent).component;
    decode(coefficients, 64 * (row * blocksAcross + column), i);
  };
  const mcu = (row: number, column: number): void => {
    parts.forEach(({ component: { h, v } }, i) => {
      for (let y = 0; y < v; y++) for (let x = 0; x < h; x++) block(i, row * v + y, column * h + x);
    });
  };
  // A component alone comes in blocks, and without those that only fill an MCU.
  const alone = parts.length === 1 ? (parts[0] as ScanComponent).component : null;
  const across = alone ? Math.ceil(alone.width / 8) : frame.mcusAcross;
  const down = alone ? Math.ceil(alone.height / 8) : frame.mcusDown;
  for (let n = 0; n < across * down; n++) {
    if (restart > 0 && n > 0 && n % restart === 0) {
      held = 0;
      holds = 0;
      beyond = 0;
      run = 0;
      predictions.fill(0);
      while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
      if (bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xf8) !== 0xd0) fail("a restart marker is missing");
      at += 2;
    }
    if (alone) block(0, Math.floor(n / across), n % across);
    else mcu(Math.floor(n / across), n % across);
  }
  return at;
}
