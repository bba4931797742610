import { type Translations } from "../layer.ts";
/** All functions of elements. */
export declare function elementwise(): Translations;
