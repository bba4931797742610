// Digits as pictures of characters.
import { SIDE } from "./data.ts";

/** Digits keep 4 pixels from the edges. */
const EDGE = 4;
const WIDTH = SIDE - 2 * EDGE;
const GAP = 3;
const SHADES = " ░▒▓█";

/** A picture with a line under it. */
export interface Picture {
  /** The pixels, from 0 to 1. */
  readonly pixels: ArrayLike<number>;
  readonly caption: string;
}

/** The rows of a picture: one character for two pixels above each other. */
function rows(pixels: ArrayLike<number>): string[] {
  const lines: string[] = [];
  for (let y = EDGE; y < SIDE - EDGE; y += 2) {
    let line = "";
    for (let x = EDGE; x < SIDE - EDGE; x++) {
      const ink = ((pixels[y * SIDE + x] ?? 0) + (pixels[(y + 1) * SIDE + x] ?? 0)) / 2;
      line += SHADES[Math.round(ink * (SHADES.length - 1))];
    }
    lines.push(line);
  }
  return lines;
}

/** How many pictures fit side by side. */
export function fitting(columns: number): number {
  return Math.max(1, Math.floor((columns + GAP) / (WIDTH + GAP)));
}

/** Pictures side by side. */
export function draw(pictures: readonly Picture[]): string {
  const columns = pictures.map(({ pixels, caption }) => [...rows(pixels), caption.padEnd(WIDTH)]);
  const height = columns[0]?.length ?? 0;
  const lines = Array.from({ length: height }, (_, y) =>
    columns
      .map((column) => column[y])
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
  return lines.join("\n");
}
