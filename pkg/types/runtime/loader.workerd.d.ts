export { default as module } from "./mxgrad.wasm";
export { moduleBytes, relaxedBytes } from "./no-bytes.ts";
export { default as relaxed } from "./relaxed.wasm";
