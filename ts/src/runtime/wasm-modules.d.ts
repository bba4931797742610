// The three ways in which the WebAssembly modules are imported; scripts/build-ts.mjs resolves them.
declare module "*.wasm?deflated" {
  /** Base64 of the module, deflated (RFC 1951). */
  const packed: string;
  export default packed;
}
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
