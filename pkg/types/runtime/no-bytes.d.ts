/** There are no bytes to compile where the platform has compiled the module. */
export declare const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined;
