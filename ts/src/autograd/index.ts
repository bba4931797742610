// mx.autograd
export {
  type Arrays,
  type BackwardOptions,
  backward,
  type GradOptions,
  getSymbol,
  grad,
  type HeadGrads,
  markVariables,
} from "./backward.ts";
export { type CheckOptions, checkGradients, detectAnomaly } from "./check.ts";
export { Function, type FunctionConstructor_, type InputGrads, type Outputs } from "./function.ts";
export {
  isRecording,
  isTraining,
  pause,
  predictMode,
  record,
  type Scope,
  setRecording,
  setTraining,
  trainMode,
} from "./scopes.ts";
