type Bytes = Uint8Array<ArrayBuffer>;
/** The bytes of the module, from which `setThreads` compiles its own. */
export declare const moduleBytes: (() => Bytes) | undefined;
/** The bytes of the relaxed module. */
export declare const relaxedBytes: (() => Bytes) | undefined;
/** The compiled module. */
export declare const module: WebAssembly.Module;
/** The compiled module with relaxed instructions, where the engine has them. */
export declare const relaxed: WebAssembly.Module | undefined;
export {};
