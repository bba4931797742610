/**
 * mxgrad: MXNet's automatic differentiation, initializers, operators and layers, for every JavaScript runtime.
 *
 * @packageDocumentation
 */
import * as autograd from "./autograd/index.ts";
import { MXNetError } from "./error.ts";
import * as gluon from "./gluon/index.ts";
import * as image from "./image/index.ts";
import * as init from "./init/index.ts";
import * as io from "./io/index.ts";
import * as nd from "./nd/index.ts";
import * as np from "./np/index.ts";
import * as operator from "./operator/index.ts";
import * as optimizer from "./optimizer/index.ts";
import * as random from "./random/index.ts";
import * as recordio from "./recordio/index.ts";
import { memory, setMemoryBudget } from "./runtime/cell.ts";
import * as runtime from "./runtime/features.ts";
import { setThreads } from "./runtime/threads.ts";
import { scope } from "./scope.ts";

export type { AttrValue, DType, GradReq, Index, Nested, Operand } from "./nd/index.ts";
export { NDArray } from "./nd/index.ts";
export {
  autograd,
  gluon,
  image,
  image as img,
  init,
  init as initializer,
  io,
  MXNetError,
  memory,
  nd,
  np,
  operator,
  optimizer,
  random,
  recordio,
  runtime,
  scope,
  setMemoryBudget,
  setThreads,
};

/** Everything under MXNet's names: `mx.nd`, `mx.autograd`, `mx.init`, … */
const mx: {
  readonly autograd: typeof autograd;
  readonly gluon: typeof gluon;
  readonly image: typeof image;
  readonly img: typeof image;
  readonly init: typeof init;
  readonly initializer: typeof init;
  readonly io: typeof io;
  readonly MXNetError: typeof MXNetError;
  readonly memory: typeof memory;
  readonly NDArray: typeof nd.NDArray;
  readonly nd: typeof nd;
  readonly np: typeof np;
  readonly operator: typeof operator;
  readonly optimizer: typeof optimizer;
  readonly random: typeof random;
  readonly recordio: typeof recordio;
  readonly runtime: typeof runtime;
  readonly scope: typeof scope;
  readonly setMemoryBudget: typeof setMemoryBudget;
  readonly setThreads: typeof setThreads;
} = {
  autograd,
  gluon,
  image,
  img: image,
  init,
  initializer: init,
  io,
  MXNetError,
  memory,
  NDArray: nd.NDArray,
  nd,
  np,
  operator,
  optimizer,
  random,
  recordio,
  runtime,
  scope,
  setMemoryBudget,
  setThreads,
};
export default mx;
