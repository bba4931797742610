/** There are no bytes to compile where the platform has compiled the module. */
export const moduleBytes: (() => Uint8Array<ArrayBuffer>) | undefined = undefined;
