import { type Translations } from "../layer.ts";
export declare const products: () => Translations;
