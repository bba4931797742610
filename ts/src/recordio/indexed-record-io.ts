import { MXNetError } from "../error.ts";
import { invalid } from "../files/bytes.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { writeFile } from "../nd/files.ts";
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
export class MXIndexedRecordIO<Key extends RecordKey = number> extends MXRecordIO {
  readonly idxPath: FileSource | null;
  /** The keys in the order of the index. */
  keys: Key[] = [];
  /** Where each record begins. */
  idx: Map<Key, number> = new Map();
  readonly #keyType: (text: string) => Key;

  /**
   * @param idxPath - the index: a path (in Node, Deno and Bun); or bytes to read, and null to write into memory
   * @param uri - the records, likewise
   * @param flag - `"r"` to read, `"w"` to write
   * @param keyType - `Number` or `String`
   */
  constructor(
    idxPath: FileSource | null,
    uri: FileSource | null,
    flag: "r" | "w",
    keyType: (text: string) => Key = Number as unknown as (text: string) => Key,
  ) {
    super(uri, flag);
    this.idxPath = idxPath;
    this.#keyType = keyType;
    if (!this.writable) this.#readIndex();
  }

  /** Opens the files anew; for writing they are emptied. */
  override open(): void {
    super.open();
    // The base class opens before there is an index.
    this.keys?.splice(0);
    this.idx?.clear();
    if (this.idxPath && !this.writable) this.#readIndex();
  }

  #readIndex(): void {
    const text = new TextDecoder().decode(bytesOf(this.idxPath as FileSource, "MXIndexedRecordIO"));
    const lines = text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    lines.forEach((line, i) => {
      const [name = "", place = ""] = line.trim().split("\t");
      const key = this.#keyType(name);
      const wrong = name === "" || Number.isNaN(key) || !/^\d{1,15}$/.test(place);
      if (wrong) invalid("MXIndexedRecordIO", "index file", `line ${i + 1} is ${JSON.stringify(line.slice(0, 40))}`);
      this.#note(key, Number(place));
    });
  }

  #note(key: Key, place: number): void {
    this.idx.set(key, place);
    this.keys.push(key);
  }

  /** Closes the files; an index that goes to a file is written now. */
  override close(): void {
    if (this.isOpen && this.writable && typeof this.idxPath === "string") {
      writeFile(this.idxPath, this.indexToBytes(), "MXIndexedRecordIO");
    }
    super.close();
  }

  /** The index as its file has it. */
  indexToBytes(): Uint8Array {
    return new TextEncoder().encode(this.keys.map((key) => `${key}\t${this.idx.get(key)}\n`).join(""));
  }

  /** Goes to the record of a key, for `read`. */
  seek(key: Key): void {
    const place = this.idx.get(key);
    if (place === undefined) throw new MXNetError(`seek: the index has no key ${JSON.stringify(key)}`);
    this.seekTo(place);
  }

  /** The record of a key. */
  readIdx(key: Key): Uint8Array | null {
    this.seek(key);
    return this.read();
  }

  /** Adds a record under a key. */
  writeIdx(key: Key, data: RecordData): void {
    const place = this.tell();
    this.write(data);
    this.#note(this.#keyType(String(key)), place);
  }
}
