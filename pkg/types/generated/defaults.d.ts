/** Defaults of operators' attributes. */
export declare const DEFAULTS: string;
