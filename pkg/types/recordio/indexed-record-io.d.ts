import { type FileSource } from "../files/source.ts";
import { MXRecordIO, type RecordData } from "./record-io.ts";
/** A record's name in the index. */
export type RecordKey = number | string;
/**
 * Reads or writes the records of a file in any order, with the help of an index file that has key and place of each.
 *
 * @example
 * ```ts
 * const writer = new recordio.MXIndexedRecordIO(null, null, "w");
 * for (const [i, text] of ["zero", "one", "two"].entries()) writer.writeIdx(i, text);
 * const reader = new recordio.MXIndexedRecordIO(writer.indexToBytes(), writer.toBytes(), "r");
 * console.log(reader.keys, new TextDecoder().decode(reader.readIdx(1)!)); // [ 0, 1, 2 ] one
 * ```
 */
export declare class MXIndexedRecordIO<Key extends RecordKey = number> extends MXRecordIO {
    #private;
    readonly idxPath: FileSource | null;
    /** The keys in the order of the index. */
    keys: Key[];
    /** Where each record begins. */
    idx: Map<Key, number>;
    /**
     * @param idxPath - the index: a path (in Node, Deno and Bun); or bytes to read, and null to write into memory
     * @param uri - the records, likewise
     * @param flag - `"r"` to read, `"w"` to write
     * @param keyType - `Number` or `String`
     */
    constructor(idxPath: FileSource | null, uri: FileSource | null, flag: "r" | "w", keyType?: (text: string) => Key);
    /** Opens the files anew; for writing they are emptied. */
    open(): void;
    /** Closes the files; an index that goes to a file is written now. */
    close(): void;
    /** The index as its file has it. */
    indexToBytes(): Uint8Array;
    /** Goes to the record of a key, for `read`. */
    seek(key: Key): void;
    /** The record of a key. */
    readIdx(key: Key): Uint8Array | null;
    /** Adds a record under a key. */
    writeIdx(key: Key, data: RecordData): void;
}
