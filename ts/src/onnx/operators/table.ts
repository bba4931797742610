// All translations, by the operators' canonical names.
import type { Translation, Translations } from "../layer.ts";
import { ACTIVATION } from "./activation.ts";
import { CONVOLUTIONS } from "./convolution.ts";
import { PRODUCTS } from "./dense.ts";
import { elementwise } from "./elementwise.ts";
import { INDEXING } from "./indexing.ts";
import { NORMALIZATIONS } from "./normalization.ts";
import { REDUCTIONS } from "./reduction.ts";
import { SHAPES } from "./shape.ts";

let table: Translations | undefined;

function translations(): Translations {
  table ??= {
    ...elementwise(),
    ...ACTIVATION,
    ...CONVOLUTIONS,
    ...PRODUCTS,
    ...NORMALIZATIONS,
    ...SHAPES,
    ...REDUCTIONS,
    ...INDEXING,
  };
  return table;
}

/** The translation of an operator, if there is one. */
export const translationOf = (op: string): Translation | undefined =>
  Object.hasOwn(translations(), op) ? translations()[op] : undefined;

/**
 * The operators that `exportModel` can write, by MXNet's canonical names.
 *
 * @example
 * ```ts
 * console.log(mx.onnx.exportedOps().includes("Convolution")); // true
 * ```
 */
export const exportedOps = (): string[] => Object.keys(translations());
