import { type Translations } from "../layer.ts";
export declare const normalizations: () => Translations;
