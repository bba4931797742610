/** What a worker is sent: the module and the memory. */
export interface Orders {
    readonly module: WebAssembly.Module;
    /** The relaxed kernels, when the core has them in its table of functions. */
    readonly relaxed: WebAssembly.Module | undefined;
    readonly memory: WebAssembly.Memory;
    /** Where its stack ends (it grows downwards). */
    readonly stack: number;
    /** Where its thread locals begin. */
    readonly locals: number;
}
/** The script. */
export declare const WORKER_SCRIPT: string;
