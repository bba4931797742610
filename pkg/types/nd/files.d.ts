/** The bytes of a file. */
export declare function readFile(path: string, action: string): Uint8Array;
/** Writes a file, or replaces it. */
export declare function writeFile(path: string, bytes: Uint8Array, action: string): void;
/** A file of which parts are read, or to which parts are added. */
export interface OpenFile {
    /** How many bytes it has. */
    readonly size: number;
    /** The bytes at a place; there must be as many. */
    read(at: number, length: number): Uint8Array;
    /** Adds bytes at the end. */
    write(bytes: Uint8Array): void;
    close(): void;
}
/** Opens a file for reading (`r`), or empties it for writing (`w`). */
export declare function openFile(path: string, flag: "r" | "w", action: string): OpenFile;
