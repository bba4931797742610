export { default as module } from "./mxgrad.wasm?module";
export { moduleBytes } from "./no-bytes.ts";
/** There is no relaxed module here. */
export declare const relaxed: WebAssembly.Module | undefined;
