// The default: the modules travel inside the JavaScript file, so nothing is fetched, awaited or looked up on a disk. They are
// deflated, because servers compress base64 badly.
import packed from "mxgrad.wasm?deflated";
import relaxedPacked from "relaxed.wasm?deflated";
import { inflate } from "../files/inflate.ts";
import { decodeBase64 } from "./base64.ts";
import { builtin } from "./workers.ts";

type Bytes = Uint8Array<ArrayBuffer>;

interface Zlib {
  inflateRawSync?(bytes: Bytes): Bytes;
}

function unpack(text: string): Bytes {
  const bytes = decodeBase64(text);
  // Node's is faster than ours, which is there for pages.
  return builtin<Zlib>("node:zlib")?.inflateRawSync?.(bytes) ?? (inflate(bytes).data as Bytes);
}

/** The bytes of the module, from which `setThreads` compiles its own. */
export const moduleBytes: (() => Bytes) | undefined = () => unpack(packed);

/** The bytes of the relaxed module. */
export const relaxedBytes: (() => Bytes) | undefined = () => unpack(relaxedPacked);

/** The compiled module. */
export const module: WebAssembly.Module = new WebAssembly.Module(unpack(packed));

/** The compiled module with relaxed instructions, where the engine has them. */
export const relaxed: WebAssembly.Module | undefined = ifKnown(unpack(relaxedPacked));

function ifKnown(bytes: Bytes): WebAssembly.Module | undefined {
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}
