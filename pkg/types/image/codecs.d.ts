import type { Codecs } from "../codecs/pixels.ts";
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
export declare function setCodecs(codecs: Codecs | null): void;
/** Whether there are decoders. */
export declare function hasCodecs(): boolean;
/** The decoders, or an error that says where they are. */
export declare function codecsFor(action: string): Codecs;
