/**
 * mxgrad: MXNet's automatic differentiation, initializers, operators and layers, for every JavaScript runtime.
 *
 * @packageDocumentation
 */
import * as attribute from "./attribute/index.ts";
import * as autograd from "./autograd/index.ts";
import * as callback from "./callback/index.ts";
import { MXNetError } from "./error.ts";
import * as gluon from "./gluon/index.ts";
import * as image from "./image/index.ts";
import * as init from "./init/index.ts";
import * as io from "./io/index.ts";
import * as lrScheduler from "./lr-scheduler/index.ts";
import * as metric from "./metric/index.ts";
import * as model from "./model/index.ts";
import * as module from "./module/index.ts";
import * as monitor from "./monitor/index.ts";
import * as name from "./name/index.ts";
import * as nd from "./nd/index.ts";
import * as np from "./np/index.ts";
import * as onnx from "./onnx/index.ts";
import * as operator from "./operator/index.ts";
import * as optimizer from "./optimizer/index.ts";
import * as random from "./random/index.ts";
import * as recordio from "./recordio/index.ts";
import { memory, setMemoryBudget } from "./runtime/cell.ts";
import * as runtime from "./runtime/features.ts";
import { setThreads } from "./runtime/threads.ts";
import { scope } from "./scope.ts";
import { sym } from "./symbol/index.ts";
import * as viz from "./viz/index.ts";
export type { AttrValue, DType, GradReq, Index, Nested, Operand, StorageType } from "./nd/index.ts";
export { NDArray } from "./nd/index.ts";
export { attribute, autograd, callback, gluon, image, image as img, init, init as initializer, io, lrScheduler, MXNetError, memory, metric, model, module, module as mod, monitor, monitor as mon, name, nd, np, onnx, operator, optimizer, random, recordio, runtime, scope, setMemoryBudget, setThreads, sym, sym as symbol, viz, };
/** Everything under MXNet's names: `mx.nd`, `mx.autograd`, `mx.init`, … */
declare const mx: {
    readonly attribute: typeof attribute;
    readonly autograd: typeof autograd;
    readonly callback: typeof callback;
    readonly gluon: typeof gluon;
    readonly image: typeof image;
    readonly img: typeof image;
    readonly init: typeof init;
    readonly initializer: typeof init;
    readonly lrScheduler: typeof lrScheduler;
    readonly io: typeof io;
    readonly MXNetError: typeof MXNetError;
    readonly memory: typeof memory;
    readonly metric: typeof metric;
    readonly mod: typeof module;
    readonly model: typeof model;
    readonly module: typeof module;
    readonly mon: typeof monitor;
    readonly monitor: typeof monitor;
    readonly NDArray: typeof nd.NDArray;
    readonly name: typeof name;
    readonly nd: typeof nd;
    readonly np: typeof np;
    readonly onnx: typeof onnx;
    readonly operator: typeof operator;
    readonly optimizer: typeof optimizer;
    readonly random: typeof random;
    readonly recordio: typeof recordio;
    readonly runtime: typeof runtime;
    readonly scope: typeof scope;
    readonly setMemoryBudget: typeof setMemoryBudget;
    readonly setThreads: typeof setThreads;
    readonly sym: typeof sym;
    readonly symbol: typeof sym;
    readonly viz: typeof viz;
};
export default mx;
