/**
 * mxgrad: MXNet's automatic differentiation, initializers, operators and layers, for every JavaScript runtime.
 *
 * @packageDocumentation
 */
import * as autograd from "./autograd/index.ts";
import { MXNetError } from "./error.ts";
import * as gluon from "./gluon/index.ts";
import * as init from "./init/index.ts";
import * as nd from "./nd/index.ts";
import * as np from "./np/index.ts";
import * as operator from "./operator/index.ts";
import * as optimizer from "./optimizer/index.ts";
import * as random from "./random/index.ts";
import { memory, setMemoryBudget } from "./runtime/cell.ts";
import * as runtime from "./runtime/features.ts";
import { setThreads } from "./runtime/threads.ts";
import { scope } from "./scope.ts";
import * as attribute from "./symbol/attribute.ts";
import { sym } from "./symbol/index.ts";
import * as name from "./symbol/name.ts";

export type { AttrValue, DType, GradReq, Index, Nested, Operand, StorageType } from "./nd/index.ts";
export { NDArray } from "./nd/index.ts";
export {
  attribute,
  autograd,
  gluon,
  init,
  init as initializer,
  MXNetError,
  memory,
  name,
  nd,
  np,
  operator,
  optimizer,
  random,
  runtime,
  scope,
  setMemoryBudget,
  setThreads,
  sym,
  sym as symbol,
};

/** Everything under MXNet's names: `mx.nd`, `mx.autograd`, `mx.init`, … */
const mx: {
  readonly attribute: typeof attribute;
  readonly autograd: typeof autograd;
  readonly gluon: typeof gluon;
  readonly init: typeof init;
  readonly initializer: typeof init;
  readonly MXNetError: typeof MXNetError;
  readonly memory: typeof memory;
  readonly NDArray: typeof nd.NDArray;
  readonly name: typeof name;
  readonly nd: typeof nd;
  readonly np: typeof np;
  readonly operator: typeof operator;
  readonly optimizer: typeof optimizer;
  readonly random: typeof random;
  readonly runtime: typeof runtime;
  readonly scope: typeof scope;
  readonly setMemoryBudget: typeof setMemoryBudget;
  readonly setThreads: typeof setThreads;
  readonly sym: typeof sym;
  readonly symbol: typeof sym;
} = {
  attribute,
  autograd,
  gluon,
  init,
  initializer: init,
  MXNetError,
  memory,
  name,
  NDArray: nd.NDArray,
  nd,
  np,
  operator,
  optimizer,
  random,
  runtime,
  scope,
  setMemoryBudget,
  setThreads,
  sym,
  symbol: sym,
};
export default mx;
