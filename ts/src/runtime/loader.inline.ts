// The default: the module travels inside the JavaScript file, so nothing is fetched, awaited or looked up on a disk.
import base64 from "mxgrad.wasm?base64";
import { decodeBase64 } from "./base64.ts";

/** The bytes of the module, from which `setThreads` compiles its own. */
export const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined = () => decodeBase64(base64);

/** The compiled module. */
export const module: WebAssembly.Module = new WebAssembly.Module(decodeBase64(base64));
