// dmlc's RecordIO: records one behind the other, each in one part or several.
//
//   u32 magic, u32 kind << 29 | length, bytes, zeros up to the next multiple of 4
//
// A record that has the magic number at a multiple of 4 is cut there, and the number left out: kind 1 begins such a record,
// 2 goes on, 3 ends it; 0 is a record in one part.
import { MXNetError } from "../error.ts";
import { invalid, viewOf } from "../files/bytes.ts";
import { MemoryFile } from "../files/memory-file.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { type OpenFile, openFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";
import { disposeSymbol } from "../runtime/symbols.ts";

const MAGIC = 0xced7230a;
const WHOLE = 0;
const BEGIN = 1;
const MIDDLE = 2;
const END = 3;
/** Lengths have 29 bits. */
const MOST = 1 << 29;

/** What is written as a record: bytes, or text as UTF-8. */
export type RecordData = Uint8Array | ArrayBuffer | string;

/** A record's bytes. */
export function recordBytes(data: RecordData, action: string): Uint8Array {
  return typeof data === "string" ? new TextEncoder().encode(data) : bytesOf(data, action);
}

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
export class MXRecordIO {
  readonly uri: FileSource | null;
  readonly flag: "r" | "w";
  #file: OpenFile | null = null;
  #at = 0;

  /**
   * @param uri - a path (in Node, Deno and Bun); or bytes to read, and null to write into memory
   * @param flag - `"r"` to read, `"w"` to write
   */
  constructor(uri: FileSource | null, flag: "r" | "w") {
    if (flag !== "r" && flag !== "w") throw new MXNetError(`${this.constructor.name}: Invalid flag ${String(flag)}`);
    this.uri = uri;
    this.flag = flag;
    this.open();
  }

  /** Whether it is open for writing. */
  get writable(): boolean {
    return this.flag === "w";
  }

  get isOpen(): boolean {
    return this.#file !== null;
  }

  /** Opens the file anew; for writing it is emptied. */
  open(): void {
    this.close();
    const { uri, writable } = this;
    this.#at = 0;
    if (typeof uri === "string") this.#file = openFile(uri, this.flag, this.constructor.name);
    else if (writable && uri !== null) {
      throw new TypeError(
        `${this.constructor.name}: expected a path, or null to write into memory, got ${describe(uri)}`,
      );
    } else this.#file = new MemoryFile(writable ? undefined : bytesOf(uri as FileSource, this.constructor.name));
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  /** @internal `using` closes the file. */
  [disposeSymbol](): void {
    this.close();
  }

  /** Goes back to the first record; when writing, the file is emptied. */
  reset(): void {
    this.open();
  }

  #opened(method: string, writing: boolean): OpenFile {
    const what = `${this.constructor.name}.${method}`;
    if (!this.#file) throw new MXNetError(`${what}: the file is closed`);
    if (writing !== this.writable)
      throw new MXNetError(`${what}: the file is open for ${writing ? "reading" : "writing"}`);
    return this.#file;
  }

  /** What was written into memory. */
  toBytes(): Uint8Array {
    const file = this.#opened("toBytes", true);
    if (!(file instanceof MemoryFile)) throw new MXNetError("MXRecordIO.toBytes: the records go to a file");
    return file.read(0, file.size);
  }

  /** Where the next record is written. */
  tell(): number {
    return this.#opened("tell", true).size;
  }

  /** Adds a record. */
  write(data: RecordData): void {
    const file = this.#opened("write", true);
    const bytes = recordBytes(data, "write");
    if (bytes.length >= MOST) throw new MXNetError(`write: a record has less than ${MOST} bytes, got ${bytes.length}`);
    const view = viewOf(bytes);
    let from = 0;
    for (let i = 0; i + 4 <= bytes.length; i += 4) {
      if (view.getUint32(i, true) !== MAGIC) continue;
      file.write(part(from === 0 ? BEGIN : MIDDLE, bytes.subarray(from, i)));
      from = i + 4;
    }
    file.write(part(from === 0 ? WHOLE : END, bytes.subarray(from)));
  }

  /** The next record, or null at the end. */
  read(): Uint8Array | null {
    const file = this.#opened("read", false);
    const start = this.#at;
    const fail = (why: string): never => invalid("read", "RecordIO file", `${why}, in the record at byte ${start}`);
    const parts: Uint8Array[] = [];
    for (;;) {
      const left = file.size - this.#at;
      if (left === 0 && parts.length === 0) return null;
      if (left < 8) fail("it is cut off");
      const header = viewOf(file.read(this.#at, 8));
      if (header.getUint32(0, true) !== MAGIC) fail("the magic number is missing");
      const kind = header.getUint32(4, true) >>> 29;
      const length = header.getUint32(4, true) & (MOST - 1);
      const padded = (length + 3) & ~3;
      if (kind > END || (parts.length === 0) === (kind === MIDDLE || kind === END))
        fail(`there is a part of kind ${kind}`);
      if (padded > left - 8) fail(`a part of ${length} bytes is cut off after ${left - 8}`);
      parts.push(file.read(this.#at + 8, length));
      this.#at += 8 + padded;
      if (kind === WHOLE || kind === END) return joined(parts);
    }
  }

  /** Goes to a record's place, for `read`. */
  protected seekTo(at: number): void {
    const file = this.#opened("seek", false);
    if (at > file.size) throw new MXNetError(`seek: the record should be at byte ${at}, but the file has ${file.size}`);
    this.#at = at;
  }
}

function part(kind: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + ((data.length + 3) & ~3));
  const view = viewOf(bytes);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, ((kind << 29) | data.length) >>> 0, true);
  bytes.set(data, 8);
  return bytes;
}

/** Parts with the magic number between them again. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const bytes = new Uint8Array(parts.reduce((n, { length }) => n + length + 4, -4));
  let at = 0;
  parts.forEach((data, i) => {
    if (i > 0) {
      viewOf(bytes).setUint32(at, MAGIC, true);
      at += 4;
    }
    bytes.set(data, at);
    at += data.length;
  });
  return bytes;
}
