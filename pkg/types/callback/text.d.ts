/** `%.2f` and the like. */
export declare function fixed(x: number, digits?: number): string;
/** The whole number next to x, the even one of two. */
export declare function roundHalfEven(x: number): number;
