export * from "./glue.js";
export * as wasm from "./glue.js";
