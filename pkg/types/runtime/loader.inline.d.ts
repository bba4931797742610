/** The compiled module. */
export declare const module: WebAssembly.Module;
