/** There are no bytes to compile where the platform has compiled the modules. */
export const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined = undefined;

/** As `moduleBytes`. */
export const relaxedBytes: (() => Uint8Array<ArrayBuffer>) | undefined = undefined;
