import { MXNetError } from "../error.ts";

/** A view on bytes for numbers of several bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Says that a file is not what it should be. */
export function invalid(action: string, what: string, why: string): never {
  throw new MXNetError(`${action}: invalid ${what}: ${why}`);
}
