/** One colour component of a JPEG file. */
export interface Component {
  readonly id: number;
  /** How many samples it has for each block of the coarsest component. */
  readonly h: number;
  readonly v: number;
  readonly quantization: number;
  /** Its size in samples. */
  readonly width: number;
  readonly height: number;
  /** Blocks of 8 by 8 in memory, whole MCUs. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** The coefficients of the blocks, 64 each, in natural order. */
  readonly coefficients: Int16Array;
}

/** What the frame header says. */
export interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly maxH: number;
  readonly maxV: number;
  readonly mcusAcross: number;
  readonly mcusDown: number;
  readonly components: readonly Component[];
}

/** Where each coefficient of a file stands in its block. */
export const ZIGZAG: readonly number[] = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
