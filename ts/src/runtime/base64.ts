/** What newer engines offer and the type library does not know yet. */
interface FromBase64 {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}

/** The one method of Node's `Buffer` that is needed; other runtimes may lack it. */
interface BufferLike {
  from(text: string, encoding: "base64"): Uint8Array<ArrayBuffer>;
}

/**
 * Decodes base64 by the fastest means there is: `Uint8Array.fromBase64`, then Node's `Buffer`, then `atob`.
 *
 * @param text - base64 with padding, without line breaks
 * @param env - the global object to look in; tests pass others
 */
export function decodeBase64(text: string, env: typeof globalThis = globalThis): Uint8Array<ArrayBuffer> {
  const native = (env.Uint8Array as FromBase64).fromBase64;
  if (native) return native.call(env.Uint8Array, text);
  const buffer = (env as { Buffer?: BufferLike }).Buffer;
  if (buffer) return buffer.from(text, "base64");
  const binary = env.atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
