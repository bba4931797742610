// Reading files and URLs.
import { MXNetError } from "../error.ts";
import { readFile } from "../nd/files.ts";
import { builtin } from "../runtime/builtin.ts";

/** The bytes of a file, or of what a URL leads to. Where there is no file system, a path is a URL relative to the page. */
export async function readAnywhere(path: string, action: string): Promise<Uint8Array> {
  const isUrl = /^[a-z][a-z\d+.-]+:/i.test(path) && !path.startsWith("file:");
  if (!isUrl && builtin("node:fs")) {
    return readFile(path.startsWith("file:") ? decodeURIComponent(new URL(path).pathname) : path, action);
  }
  let response: Response;
  try {
    response = await fetch(path);
  } catch (error) {
    throw new MXNetError(`${action}: cannot read ${path}: ${(error as Error).message}`);
  }
  if (!response.ok) throw new MXNetError(`${action}: cannot read ${path}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
