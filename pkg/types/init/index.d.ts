export { Bilinear, Constant, type ConstantValue, One, Zero } from "./constants.ts";
export { InitDesc } from "./desc.ts";
export { MSRAPrelu, type MSRAPreluOptions, Normal, Orthogonal, type OrthogonalOptions, Uniform, Xavier, type XavierOptions, } from "./draws.ts";
export { Initializer, type Name, type PrintFunc } from "./initializer.ts";
export { Float, float, type Json, type Real } from "./json.ts";
export { type InitFunction, Load, type LoadOptions, type LoadSource, Mixed, type NamedArrays } from "./mixed.ts";
export { FusedRNN, type FusedRNNOptions, LSTMBias, type RNNMode } from "./recurrent.ts";
export { alias, create, type InitializerClass, type InitializerLike, register } from "./registry.ts";
