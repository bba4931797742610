/** The bytes of the module, from which `setThreads` compiles its own. */
export declare const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined;
/** The compiled module. */
export declare const module: WebAssembly.Module;
