export { default as module } from "./mxgrad.wasm?module";
export { moduleBytes } from "./no-bytes.ts";
