// Edge functions ("edge-light") forbid compiling at run time: the platform hands over the compiled module. One that its engine
// does not know would keep the function from being deployed, so the relaxed one is left out.
export { default as module } from "./mxgrad.wasm?module";
export { moduleBytes } from "./no-bytes.ts";

/** There is no relaxed module here. */
export const relaxed: WebAssembly.Module | undefined = undefined;
