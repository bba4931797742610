import { type FileSource } from "../files/source.ts";
/** What is written as a record: bytes, or text as UTF-8. */
export type RecordData = Uint8Array | ArrayBuffer | string;
/** A record's bytes. */
export declare function recordBytes(data: RecordData, action: string): Uint8Array;
/**
 * Reads or writes the records of a file one after another, byte for byte as MXNet does.
 *
 * @example
 * ```ts
 * const writer = new recordio.MXRecordIO(null, "w");
 * for (const text of ["one", "two"]) writer.write(text);
 * const reader = new recordio.MXRecordIO(writer.toBytes(), "r");
 * for (let record = reader.read(); record; record = reader.read()) console.log(new TextDecoder().decode(record));
 * // one
 * // two
 * ```
 */
export declare class MXRecordIO {
    #private;
    readonly uri: FileSource | null;
    readonly flag: "r" | "w";
    /**
     * @param uri - a path (in Node, Deno and Bun); or bytes to read, and null to write into memory
     * @param flag - `"r"` to read, `"w"` to write
     */
    constructor(uri: FileSource | null, flag: "r" | "w");
    /** Whether it is open for writing. */
    get writable(): boolean;
    get isOpen(): boolean;
    /** Opens the file anew; for writing it is emptied. */
    open(): void;
    close(): void;
    /** Goes back to the first record; when writing, the file is emptied. */
    reset(): void;
    /** What was written into memory. */
    toBytes(): Uint8Array;
    /** Where the next record is written. */
    tell(): number;
    /** Adds a record. */
    write(data: RecordData): void;
    /** The next record, or null at the end. */
    read(): Uint8Array | null;
    /** Goes to a record's place, for `read`. */
    protected seekTo(at: number): void;
}
