import type { OpenFile } from "../nd/files.ts";
/** A file in memory, with these bytes at first. */
export declare class MemoryFile implements OpenFile {
    #private;
    size: number;
    constructor(bytes?: Uint8Array);
    read(at: number, length: number): Uint8Array;
    write(bytes: Uint8Array): void;
    close(): void;
}
