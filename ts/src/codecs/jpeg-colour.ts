// Colours of JPEG files, in the fixed point of libjpeg and, for inks, of OpenCV.

/** What the components of a file stand for. */
export type ColourSpace = "grey" | "ycc" | "rgb" | "cmyk" | "ycck";

type Row = Uint8ClampedArray;

/** One row of samples of each component as grey or as red, green and blue, to `at` in the image. */
export function convertRow(
  space: ColourSpace,
  rows: readonly Row[],
  grey: boolean,
  out: Uint8ClampedArray,
  at: number,
): void {
  const [first, second, third, fourth] = rows as [Row, Row, Row, Row];
  // What is grey needs no colour.
  if (grey && (space === "grey" || space === "ycc")) {
    out.set(first, at);
    return;
  }
  if (space === "ycc") {
    for (let x = 0; x < first.length; x++, at += 3)
      fromYcc(first[x] as number, second[x] as number, third[x] as number, out, at);
    return;
  }
  const pixel = new Uint8ClampedArray(3);
  const channels = grey ? 1 : 3;
  for (let x = 0; x < first.length; x++) {
    const [a, b, c] = [first[x] as number, second?.[x] as number, third?.[x] as number];
    if (space === "ycck") fromYcc(a, b, c, pixel, 0);
    else pixel.set(space === "grey" ? [a, a, a] : [a, b, c]);
    if (fourth) ink(pixel, fourth[x] as number, space === "ycck");
    const to = at + channels * x;
    if (grey) out[to] = fourth ? greyOfInk(pixel) : greyOf(pixel);
    else out.set(pixel, to);
  }
}

function fromYcc(y: number, cb: number, cr: number, out: Uint8ClampedArray, at: number): void {
  const u = cb - 128;
  const v = cr - 128;
  out[at] = y + ((91881 * v + 32768) >> 16);
  out[at + 1] = y + ((-22554 * u - 46802 * v + 32768) >> 16);
  out[at + 2] = y + ((116130 * u + 32768) >> 16);
}

/** Inks, which files have inverted, on white; of YCCK the colour is the ink's complement. */
function ink(pixel: Uint8ClampedArray, black: number, complement: boolean): void {
  for (let i = 0; i < 3; i++) {
    const value = complement ? 255 - (pixel[i] as number) : (pixel[i] as number);
    pixel[i] = black - (((255 - value) * black) >> 8);
  }
}

const greyOf = ([r, g, b]: ArrayLike<number> & Iterable<number>): number =>
  (19595 * (r as number) + 38470 * (g as number) + 7471 * (b as number) + 32768) >> 16;

const greyOfInk = ([r, g, b]: ArrayLike<number> & Iterable<number>): number =>
  (4899 * (r as number) + 9617 * (g as number) + 1868 * (b as number) + 8192) >> 14;
