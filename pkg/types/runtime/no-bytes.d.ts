/** There are no bytes to compile where the platform has compiled the modules. */
export declare const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined;
/** As `moduleBytes`. */
export declare const relaxedBytes: (() => Uint8Array<ArrayBuffer>) | undefined;
