// The default: the modules travel inside the JavaScript file, so nothing is fetched, awaited or looked up on a disk.
import base64 from "mxgrad.wasm?base64";
import relaxedBase64 from "relaxed.wasm?base64";
import { decodeBase64 } from "./base64.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of the module, from which `setThreads` compiles its own. */
export const moduleBytes: (() => Bytes) | undefined = () => decodeBase64(base64);

/** The bytes of the relaxed module. */
export const relaxedBytes: (() => Bytes) | undefined = () => decodeBase64(relaxedBase64);

/** The compiled module. */
export const module: WebAssembly.Module = new WebAssembly.Module(decodeBase64(base64));

/** The compiled module with relaxed instructions, where the engine has them. */
export const relaxed: WebAssembly.Module | undefined = ifKnown(decodeBase64(relaxedBase64));

function ifKnown(bytes: Bytes): WebAssembly.Module | undefined {
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}
