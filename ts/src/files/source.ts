// What readers of files take: a path, where there is a file system, or the bytes.
import { readFile } from "../nd/files.ts";
import { describe } from "../nd/invoke.ts";

/** A file: its path (in Node, Deno and Bun) or its bytes. */
export type FileSource = string | Uint8Array | ArrayBuffer | ArrayBufferView;

/** The bytes of a file, without a copy where they are given. */
export function bytesOf(source: FileSource, action: string): Uint8Array {
  if (typeof source === "string") return readFile(source, action);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  // Buffers may come from another realm, where `instanceof` fails.
  if (Object.prototype.toString.call(source) === "[object ArrayBuffer]") return new Uint8Array(source);
  throw new TypeError(`${action}: expected a path or bytes, got ${describe(source)}`);
}
