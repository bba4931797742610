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
export declare const ZIGZAG: readonly number[];
