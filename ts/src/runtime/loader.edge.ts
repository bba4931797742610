// Edge functions ("edge-light") forbid compiling at run time: the platform hands over the compiled module.
export { default as module } from "./mxgrad.wasm?module";
export { moduleBytes } from "./no-bytes.ts";
