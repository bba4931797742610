import type { ModuleBytes } from "./no-bytes.ts";
/** The compiled module. */
export declare const module: WebAssembly.Module;
/** The compiled module with relaxed instructions, where the engine has them. */
export declare const relaxed: WebAssembly.Module | undefined;
/** The bytes of the modules, from which `setThreads` compiles its own. */
export declare const moduleBytes: (() => ModuleBytes) | undefined;
