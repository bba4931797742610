// In Node and Bun the modules lie beside this file, as the package was installed. In a bundle they do not, and the library unpacks
// its own.
import { builtin } from "./builtin.ts";
import { handReader } from "./handed.ts";

interface FileSystem {
  readFileSync(path: URL): Uint8Array<ArrayBuffer>;
}

// A variable, because bundlers take `new URL(…, import.meta.url)` for a wish to have the file copied.
const here = import.meta.url;

handReader(() => {
  const fs = builtin<FileSystem>("node:fs");
  try {
    const [core, relaxed] = ["mxgrad.wasm", "relaxed.wasm"].map((name) => fs?.readFileSync(new URL(name, here)));
    return core && relaxed && { core, relaxed };
  } catch {
    // Not there, or not to be read.
    return undefined;
  }
});
