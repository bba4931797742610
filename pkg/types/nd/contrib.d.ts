export * from "../generated/contrib.ts";
export { cond, foreach, type NestedArrays, whileLoop } from "./control-flow.ts";
