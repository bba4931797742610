// The default: the modules travel inside the JavaScript file, so nothing need be fetched, awaited or looked up on a disk. They are
// packed, because servers compress base64 badly, and a small module unpacks them: a script that runs once would take longer,
// and so would some runtimes' own means, which must be loaded first. See crates/packing.
import { packed, sizes, unpacker } from "modules.packed";
import { decodeBase64 } from "./base64.ts";
import { handedReader } from "./handed.ts";
import type { ModuleBytes } from "./no-bytes.ts";

interface Unpacker {
  readonly memory: WebAssembly.Memory;
  run(packed: number, length: number, size: number): number;
}

const PAGE = 65536;

function unpack(): ModuleBytes {
  const source = decodeBase64(packed);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(decodeBase64(unpacker)));
  const { memory, run } = exports as unknown as Unpacker;
  const size = sizes.core + sizes.relaxed;
  const from = memory.grow(Math.ceil((source.length + size) / PAGE) + 1) * PAGE;
  new Uint8Array(memory.buffer).set(source, from);
  const at = run(from, source.length, size);
  return {
    core: new Uint8Array(memory.buffer, at, sizes.core),
    relaxed: new Uint8Array(memory.buffer, at + sizes.core, sizes.relaxed),
  };
}

const read = handedReader();

/** The bytes: from files, if there is a reader and they are this version's, which is quicker than unpacking. */
function bytesOf(): ModuleBytes {
  const found = read?.();
  return found?.core.length === sizes.core && found.relaxed.length === sizes.relaxed ? found : unpack();
}

function compile(): { core: WebAssembly.Module; relaxed: WebAssembly.Module | undefined } {
  const bytes = bytesOf();
  const core = new WebAssembly.Module(bytes.core);
  try {
    return { core, relaxed: new WebAssembly.Module(bytes.relaxed) };
  } catch {
    // The engine does not know relaxed instructions.
    return { core, relaxed: undefined };
  }
}

const modules = compile();

/** The compiled module. */
export const module: WebAssembly.Module = modules.core;

/** The compiled module with relaxed instructions, where the engine has them. */
export const relaxed: WebAssembly.Module | undefined = modules.relaxed;

/** The bytes of the modules, from which `setThreads` compiles its own. */
export const moduleBytes: (() => ModuleBytes) | undefined = bytesOf;
