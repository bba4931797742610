// All translations, by the operators' canonical names. Tables are functions, so that bundlers can leave them out.
import type { Translation, Translations } from "../layer.ts";
import { activations } from "./activation.ts";
import { convolutions } from "./convolution.ts";
import { products } from "./dense.ts";
import { elementwise } from "./elementwise.ts";
import { indexing } from "./indexing.ts";
import { normalizations } from "./normalization.ts";
import { recurrent } from "./recurrent.ts";
import { reductions } from "./reduction.ts";
import { shapes } from "./shape.ts";

let table: Translations | undefined;

function translations(): Translations {
  table ??= {
    ...elementwise(),
    ...activations(),
    ...convolutions(),
    ...products(),
    ...normalizations(),
    ...shapes(),
    ...reductions(),
    ...recurrent(),
    ...indexing(),
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
