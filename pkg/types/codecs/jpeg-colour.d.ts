/** What the components of a file stand for. */
export type ColourSpace = "grey" | "ycc" | "rgb" | "cmyk" | "ycck";
type Row = Uint8ClampedArray;
/** One row of samples of each component as grey or as red, green and blue, to `at` in the image. */
export declare function convertRow(space: ColourSpace, rows: readonly Row[], grey: boolean, out: Uint8ClampedArray, at: number): void;
export {};
