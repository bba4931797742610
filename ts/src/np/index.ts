// mx.np: what MXNet's data iterators and samplers use of NumPy.
export * as random from "./random.ts";
