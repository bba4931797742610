// The three ways in which the WebAssembly modules are imported; scripts/build-ts.mjs resolves them.
declare module "modules.packed" {
  /** Base64 of both modules, packed. */
  export const packed: string;
  /** Their sizes in bytes. */
  export const sizes: { readonly core: number; readonly relaxed: number };
  /** Base64 of the module that unpacks them. */
  export const unpacker: string;
}
declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
