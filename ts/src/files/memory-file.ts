import type { OpenFile } from "../nd/files.ts";

/** A file in memory, with these bytes at first. */
export class MemoryFile implements OpenFile {
  #bytes: Uint8Array;
  size: number;

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  read(at: number, length: number): Uint8Array {
    return this.#bytes.slice(at, at + length);
  }

  write(bytes: Uint8Array): void {
    if (this.size + bytes.length > this.#bytes.length) {
      const bigger = new Uint8Array(2 * this.size + bytes.length);
      bigger.set(this.#bytes.subarray(0, this.size));
      this.#bytes = bigger;
    }
    this.#bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  close(): void {}
}
