import type { NDArray } from "../nd/ndarray.ts";
import { type ArrayData } from "./array-data.ts";
/** Texts by name that go with the tensors. */
export type Metadata = {
    readonly [name: string]: string;
};
/** Whether a file is of safetensors: there is nothing but the header's length to tell it by, and how the header begins. */
export declare function isSafetensors(bytes: Uint8Array): boolean;
/** The tensors of a file, and its metadata. */
export declare function readSafetensors(bytes: Uint8Array, action: string): {
    list: ArrayData[];
    metadata: Metadata;
};
/** Arrays as a file, byte for byte as the reference implementation writes it. */
export declare function writeSafetensors(pairs: readonly (readonly [string, NDArray])[], metadata: Metadata | null): Uint8Array;
