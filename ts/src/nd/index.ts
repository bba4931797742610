// mx.nd
import * as image from "../generated/image.ts";
import * as linalg from "../generated/linalg.ts";
import * as contrib from "./contrib.ts";
import * as random from "./random.ts";
import * as sparse from "./sparse/index.ts";

export * from "../generated/ops.ts";
export { Custom, type CustomOptions } from "../operator/custom.ts";
export type { AttrValue } from "../runtime/attrs.ts";
export * from "./binary.ts";
export {
  type ArrayOptions,
  arange,
  array,
  type CreateOptions,
  empty,
  eye,
  full,
  linspace,
  ones,
  zeros,
} from "./create.ts";
export type { AnyTypedArray, DType, TypedArray } from "./dtype.ts";
export { safetensorsMetadata, saveNpy, saveNpz, saveSafetensors } from "./formats.ts";
export type { Index } from "./indexing.ts";
export { invoke, type OutOption } from "./invoke.ts";
export {
  type AttachGradOptions,
  type Context,
  type GradReq,
  NDArray,
  type Nested,
  type Operand,
  type StorageType,
} from "./ndarray.ts";
export { load, type NDArrayDict, type Saveable, save } from "./params.ts";
export { describeOp, listOps, type OpDescription } from "./registry.ts";
export { castStorage } from "./sparse/create.ts";
export { fromTransferable, type TransferableArray, toTransferable } from "./transfer.ts";
export { contrib, image, linalg, random, sparse };
