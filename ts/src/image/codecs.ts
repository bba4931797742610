// Who reads and writes image files. The package has its decoders apart (`mxgrad/codecs`): they are a good part of what an
// edge function downloads, and most programs get their pixels elsewhere.
import type { Codecs } from "../codecs/pixels.ts";
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";

let current: Codecs | null = null;

/**
 * Says what image files are read and written with.
 *
 * @param codecs - `import * as codecs from "mxgrad/codecs"`, or functions of your own of this kind; null for none
 * @example
 * ```ts
 * image.setCodecs(codecs);
 * const file = image.imencode(nd.zeros([4, 6, 3], { dtype: "uint8" }));
 * console.log(image.imdecode(file).shape); // [ 4, 6, 3 ]
 * ```
 */
export function setCodecs(codecs: Codecs | null): void {
  if (codecs !== null && typeof codecs?.decode !== "function") {
    throw new TypeError(`setCodecs: expected an object with decode, got ${describe(codecs)}`);
  }
  current = codecs;
}

/** Whether there are decoders. */
export function hasCodecs(): boolean {
  return current !== null;
}

/** The decoders, or an error that says where they are. */
export function codecsFor(action: string): Codecs {
  if (current) return current;
  throw new MXNetError(
    `${action}: nothing reads image files yet; import * as codecs from "mxgrad/codecs", then mx.image.setCodecs(codecs)`,
  );
}
