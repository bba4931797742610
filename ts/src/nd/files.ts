// Reading and writing files where the runtime has a synchronous file system.
import { MXNetError } from "../error.ts";
import { builtin } from "../runtime/builtin.ts";

interface FileSystem {
  readFileSync(path: string): Uint8Array;
  writeFileSync(path: string, bytes: Uint8Array): void;
  openSync(path: string, flag: string): number;
  fstatSync(file: number): { readonly size: number };
  readSync(file: number, into: Uint8Array, offset: number, length: number, position: number): number;
  writeSync(file: number, bytes: Uint8Array): number;
  closeSync(file: number): void;
}

/** The file system of Node, Deno or Bun. */
function fileSystem(action: string): FileSystem {
  const fs = builtin<FileSystem>("node:fs");
  if (!fs?.readFileSync) {
    throw new MXNetError(`${action}: this runtime has no file system; pass bytes (a Uint8Array) instead of a path`);
  }
  return fs;
}

/** The bytes of a file. */
export function readFile(path: string, action: string): Uint8Array {
  const fs = fileSystem(action);
  try {
    return fs.readFileSync(path);
  } catch (error) {
    throw new MXNetError(`${action}: cannot read ${path}: ${(error as Error).message}`);
  }
}

/** Writes a file, or replaces it. */
export function writeFile(path: string, bytes: Uint8Array, action: string): void {
  const fs = fileSystem(action);
  try {
    fs.writeFileSync(path, bytes);
  } catch (error) {
    throw new MXNetError(`${action}: cannot write ${path}: ${(error as Error).message}`);
  }
}

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
export function openFile(path: string, flag: "r" | "w", action: string): OpenFile {
  const fs = fileSystem(action);
  const attempt = <T>(what: string, run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw new MXNetError(`${action}: cannot ${what} ${path}: ${(error as Error).message}`);
    }
  };
  const file = attempt("open", () => fs.openSync(path, flag));
  let size = attempt("read", () => fs.fstatSync(file).size);
  return {
    get size() {
      return size;
    },
    read: (at, length) =>
      attempt("read", () => {
        const bytes = new Uint8Array(length);
        for (let got = 0; got < length; ) {
          const count = fs.readSync(file, bytes, got, length - got, at + got);
          if (count === 0) throw new Error("it became shorter meanwhile");
          got += count;
        }
        return bytes;
      }),
    write: (bytes) =>
      attempt("write", () => {
        for (let put = 0; put < bytes.length; ) put += fs.writeSync(file, bytes.subarray(put));
        size += bytes.length;
      }),
    close: () => fs.closeSync(file),
  };
}
