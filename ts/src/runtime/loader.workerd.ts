// Workers (workerd) forbid compiling at run time: the platform hands over the compiled modules.
export { default as module } from "./mxgrad.wasm";
export { moduleBytes } from "./no-bytes.ts";
export { default as relaxed } from "./relaxed.wasm";
