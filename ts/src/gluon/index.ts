// mx.gluon
import * as loss from "./loss/index.ts";
import * as nn from "./nn/index.ts";

export { Block, type BlockOptions, type ForwardHook, type ForwardPreHook, type HookHandle } from "./block.ts";
export { type Exported, type Functions, HybridBlock, type ParameterValues } from "./hybrid-block.ts";
export type { NameScope } from "./naming.ts";
export {
  Constant,
  DeferredInitializationError,
  type InitializeOptions,
  type LoadOptions,
  Parameter,
  type ParameterOptions,
} from "./parameter.ts";
export { type InitializeAllOptions, type ParameterAttributes, ParameterDict } from "./parameter-dict.ts";
export { type ImportOptions, SymbolBlock, type SymbolBlockFiles } from "./symbol-block.ts";
export { type Trainable, Trainer, type TrainerOptions } from "./trainer.ts";
export { loss, nn };
