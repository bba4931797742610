/** The bytes of the modules. */
export interface ModuleBytes {
    readonly core: Uint8Array<ArrayBuffer>;
    readonly relaxed: Uint8Array<ArrayBuffer>;
}
/** There are no bytes to compile where the platform has compiled the modules. */
export declare const moduleBytes: (() => ModuleBytes) | undefined;
