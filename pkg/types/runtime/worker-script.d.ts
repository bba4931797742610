/** What a worker is sent: the module and the memory. */
export interface Orders {
    readonly module: WebAssembly.Module;
    readonly memory: WebAssembly.Memory;
    /** Where its stack ends (it grows downwards). */
    readonly stack: number;
    /** Where its thread locals begin. */
    readonly locals: number;
}
/** The script. */
export declare const WORKER_SCRIPT: string;
