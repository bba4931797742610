import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64 } from "../../ts/src/runtime/base64.ts";

/** A `Uint8Array` as in engines that have `fromBase64` (`native`), or as in those that do not. */
function uint8Array(native: ((text: string) => Uint8Array) | undefined): unknown {
  return Object.assign(class {}, { fromBase64: native });
}

const never = (): never => {
  throw new Error("a slower way was taken");
};
const viaBuffer = (text: string) => Uint8Array.from(Buffer.from(text, "base64"));

const ENVIRONMENTS: Record<string, unknown> = {
  "Uint8Array.fromBase64": { Uint8Array: uint8Array(viaBuffer), Buffer: { from: never }, atob: never },
  Buffer: { Uint8Array: uint8Array(undefined), Buffer, atob: never },
  atob: { Uint8Array: uint8Array(undefined), atob },
};

test.each(Object.entries(ENVIRONMENTS))("%s decodes every byte sequence", (_, env) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeBase64(Buffer.from(bytes).toString("base64"), env as typeof globalThis);
      expect([...decoded]).toEqual([...bytes]);
    }),
  );
});
