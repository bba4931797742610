import type { NDArray } from "../nd/ndarray.ts";
import { type ArrayData } from "./array-data.ts";
/** Whether a file is a .npy. */
export declare function isNpy(bytes: Uint8Array): boolean;
/** The array of a .npy file; of one in Fortran's order the axes come reversed. */
export declare function readNpy(bytes: Uint8Array, name: string): ArrayData & {
    readonly reversed: boolean;
};
/** An array as a .npy file, byte for byte as NumPy's. */
export declare function writeNpy(x: NDArray): Uint8Array;
