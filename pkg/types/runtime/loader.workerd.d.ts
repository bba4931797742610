export { default as module } from "./mxgrad.wasm";
export { moduleBytes } from "./no-bytes.ts";
export { default as relaxed } from "./relaxed.wasm";
