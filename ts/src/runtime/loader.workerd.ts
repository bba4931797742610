// Workers (workerd) forbid compiling at run time: the platform hands over the compiled module.
export { default as module } from "./mxgrad.wasm";
export { moduleBytes } from "./no-bytes.ts";
