/** A file in a zip file. */
export interface ZipEntry {
    readonly name: string;
    readonly data: Uint8Array;
}
/** Whether a file is a zip file. */
export declare function isZip(bytes: Uint8Array): boolean;
/** The files in a zip file. */
export declare function unzip(bytes: Uint8Array, action: string): ZipEntry[];
/** Files as a zip file. */
export declare function zip(entries: readonly ZipEntry[]): Uint8Array;
