// The three ways in which the WebAssembly modules are imported; scripts/build-ts.mjs resolves them.
declare module "*.wasm?base64" {
  const base64: string;
  export default base64;
}
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
