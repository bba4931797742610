/** The element types of an array, by MXNet's names. */
export type DType = "float32" | "float64" | "float16" | "int8" | "uint8" | "int32" | "int64";
