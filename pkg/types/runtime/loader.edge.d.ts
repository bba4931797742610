export { default as module } from "./mxgrad.wasm?module";
