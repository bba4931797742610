import type { Translation } from "../layer.ts";
/** The translation of an operator, if there is one. */
export declare const translationOf: (op: string) => Translation | undefined;
/**
 * The operators that `exportModel` can write, by MXNet's canonical names.
 *
 * @example
 * ```ts
 * console.log(mx.onnx.exportedOps().includes("Convolution")); // true
 * ```
 */
export declare const exportedOps: () => string[];
