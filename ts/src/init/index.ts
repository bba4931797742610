// mx.init: how parameters start.
import { Bilinear, Constant, One, Zero } from "./constants.ts";
import { MSRAPrelu, Normal, Orthogonal, Uniform, Xavier } from "./draws.ts";
import { FusedRNN, LSTMBias } from "./recurrent.ts";
import { alias, register } from "./registry.ts";

export { Bilinear, Constant, type ConstantValue, One, Zero } from "./constants.ts";
export { InitDesc } from "./desc.ts";
export {
  MSRAPrelu,
  type MSRAPreluOptions,
  Normal,
  Orthogonal,
  type OrthogonalOptions,
  Uniform,
  Xavier,
  type XavierOptions,
} from "./draws.ts";
export { Initializer, type Name, type PrintFunc } from "./initializer.ts";
export { Float, float, type Json, type Real } from "./json.ts";
export { type InitFunction, Load, type LoadOptions, type LoadSource, Mixed, type NamedArrays } from "./mixed.ts";
export { FusedRNN, type FusedRNNOptions, LSTMBias, type RNNMode } from "./recurrent.ts";
export { alias, create, type InitializerClass, type InitializerLike, register } from "./registry.ts";

// Names are given, because minifiers change those of classes.
const builtIn = {
  bilinear: Bilinear,
  constant: Constant,
  fusedrnn: FusedRNN,
  lstmbias: LSTMBias,
  msraprelu: MSRAPrelu,
  normal: Normal,
  one: One,
  orthogonal: Orthogonal,
  uniform: Uniform,
  xavier: Xavier,
  zero: Zero,
};
for (const [name, klass] of Object.entries(builtIn)) register(klass, name);
alias("ones")(One);
alias("zeros")(Zero);
