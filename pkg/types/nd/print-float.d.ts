type FloatName = "float16" | "float32" | "float64";
/** The formatter for the elements that will be printed. float16 values are given as the numbers they stand for. */
export declare function floatFormatter(values: readonly number[], dtype: FloatName): (x: number) => string;
export {};
