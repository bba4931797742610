// Reading and writing files where the runtime has a synchronous file system.
import { MXNetError } from "../error.ts";

interface FileSystem {
  readFileSync(path: string): Uint8Array;
  writeFileSync(path: string, bytes: Uint8Array): void;
}

interface Process {
  getBuiltinModule?(name: string): FileSystem | undefined;
}

/** The file system of Node, Deno or Bun. Asked for at run time, so that bundles for browsers hold no import of it. */
function fileSystem(action: string): FileSystem {
  const { process } = globalThis as { process?: Process };
  const fs = process?.getBuiltinModule?.("node:fs");
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
