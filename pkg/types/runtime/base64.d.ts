/**
 * Decodes base64 by the fastest means there is: `Uint8Array.fromBase64`, then Node's `Buffer`, then `atob`.
 *
 * @param text - base64 with padding, without line breaks
 * @param env - the global object to look in; tests pass others
 */
export declare function decodeBase64(text: string, env?: typeof globalThis): Uint8Array<ArrayBuffer>;
