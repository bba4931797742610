// The WebAssembly instance, and the one door to it: `import * as wasm from "../runtime/wasm.ts"` compiles to direct calls
// (esbuild resolves the names); the namespace object `wasm` costs a getter a call. `#loader` is chosen by the build.
import { module } from "#loader";
import { instantiate } from "./glue.js";

instantiate(module);

export * from "./glue.js";
export * as wasm from "./glue.js";
