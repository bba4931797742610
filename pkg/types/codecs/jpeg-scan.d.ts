import { type Component, type Frame } from "./jpeg-frame.ts";
/** By the next 16 bits: a code's length and, in the low eight bits, its symbol; 0 where there is no code. */
export type HuffmanTable = Uint16Array;
/** The table of codes; `counts` says how many there are of each length. Null if they are too many. */
export declare function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | null;
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
export declare function readScan(bytes: Uint8Array, at: number, frame: Frame, parts: readonly ScanComponent[], range: ScanRange, restart: number, fail: (why: string) => never): number;
