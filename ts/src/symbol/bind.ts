// Binding symbols to arrays.
import { MXNetError } from "../error.ts";
import { zeros } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import { describe, expectNDArray } from "../nd/invoke.ts";
import { type GradReq, NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { Executor, type ReshapeOptions } from "./executor.ts";
import { infer, isFull } from "./infer.ts";
import type { GraphSymbol, Shapes, Types } from "./symbol.ts";

export type { Executor } from "./executor.ts";

/** Arrays in order, or by name. */
export type Arrays = readonly (NDArray | null)[] | Readonly<Record<string, NDArray | null>>;

/** One `gradReq` for all arguments, one for each, or some by name (none for the others). */
export type GradReqs = GradReq | readonly GradReq[] | Readonly<Record<string, GradReq>>;

/** What `bind` takes, by name. */
export interface BindOptions {
  /** The arguments' arrays. */
  args: Arrays;
  /** Arrays for their gradients. */
  argsGrad?: Arrays | null | undefined;
  /** What backward does with each. */
  gradReq?: GradReqs | undefined;
  /** The auxiliary states' arrays. */
  auxStates?: Arrays | null | undefined;
}

/** What `simpleBind` takes. */
export interface SimpleBindOptions {
  /** What backward does with the gradients; `write` by default. */
  gradReq?: GradReqs | undefined;
  /** Types of arguments by name; float32 where nothing says otherwise. */
  typeDict?: Types | undefined;
  /** Shapes of arguments by name; the others follow. */
  shapes?: Shapes | undefined;
}

/** Everything that an executor stands on. */
export interface Bindings {
  readonly symbol: GraphSymbol;
  readonly argNames: readonly string[];
  readonly auxNames: readonly string[];
  readonly args: readonly NDArray[];
  readonly grads: readonly (NDArray | null)[];
  /** A digit for each argument: 0 null, 1 write, 2 add. */
  readonly reqs: string;
  readonly aux: readonly NDArray[];
}

const CODES: readonly string[] = ["null", "write", "add"];

function reqCodes(names: readonly string[], reqs: GradReqs): string {
  const code = (req: unknown): number => {
    const found = CODES.indexOf(req as string);
    if (found < 0) {
      throw new MXNetError(
        `grad_req=${String(req)} is not a valid input; only 'null', 'write', and 'add' are supported`,
      );
    }
    return found;
  };
  if (typeof reqs === "string") return names.map(() => code(reqs)).join("");
  if (!Array.isArray(reqs)) {
    const named = reqs as Readonly<Record<string, GradReq>>;
    return names.map((name) => code(Object.hasOwn(named, name) ? named[name] : "null")).join("");
  }
  if (reqs.length !== names.length) {
    throw new MXNetError(`bind: got ${reqs.length} gradReqs, expected ${names.length}`);
  }
  return reqs.map(code).join("");
}

/** Arrays in order, from a list or by name. */
function inOrder(given: Arrays, names: readonly string[], what: string, allowMissing: boolean): (NDArray | null)[] {
  let list: readonly (NDArray | null | undefined)[];
  if (Array.isArray(given)) {
    if (given.length !== names.length) throw new MXNetError(`Length of ${what} does not match the number of arguments`);
    list = given;
  } else if (typeof given === "object" && given !== null && !(given instanceof NDArray)) {
    const named = given as Readonly<Record<string, NDArray | null>>;
    list = names.map((name) => {
      if (Object.hasOwn(named, name)) return named[name];
      if (allowMissing) return null;
      throw new MXNetError(`key \`${name}\` is missing in \`${what}\``);
    });
  } else {
    throw new TypeError(`bind: ${what} must be a list of NDArrays or an object of them, got ${describe(given)}`);
  }
  return list.map((x, i) => {
    if ((x === null || x === undefined) && allowMissing) return null;
    expectNDArray(x, "bind", `${what}: ${names[i]}`);
    return x;
  });
}

/** `Symbol.bind` */
export function bind(
  symbol: GraphSymbol,
  _ctx: unknown,
  args: Arrays | BindOptions,
  argsGrad: Arrays | null = null,
  gradReq: GradReqs = "write",
  auxStates: Arrays | null = null,
): Executor {
  if (isBindOptions(args)) return bind(symbol, _ctx, args.args, args.argsGrad, args.gradReq, args.auxStates);
  const [argNames, auxNames] = [symbol.listArguments(), symbol.listAuxiliaryStates()];
  const arrays = inOrder(args, argNames, "args", false) as NDArray[];
  const grads = argsGrad ? inOrder(argsGrad, argNames, "args_grad", true) : argNames.map(() => null);
  const aux = inOrder(auxStates ?? [], auxNames, "aux_states", false) as NDArray[];
  const reqs = reqCodes(argNames, gradReq);
  return new Executor({ symbol, argNames, auxNames, args: arrays, grads, reqs: active(reqs, grads), aux });
}

/** Where there is no array for a gradient, none is computed. */
const active = (reqs: string, grads: readonly (NDArray | null)[]): string =>
  grads.map((grad, i) => (grad ? reqs[i] : "0")).join("");

function isBindOptions(x: Arrays | BindOptions): x is BindOptions {
  return typeof x === "object" && x !== null && "args" in x && !((x as BindOptions).args instanceof NDArray);
}

/** `Symbol.simpleBind` */
export function simpleBind(symbol: GraphSymbol, given: readonly unknown[]): Executor {
  const options = (given.length > 1 ? given[1] : isContext(given[0]) ? {} : given[0]) as SimpleBindOptions | undefined;
  const { gradReq = "write", typeDict = {}, shapes = {} } = options ?? {};
  const [argNames, auxNames] = [symbol.listArguments(), symbol.listAuxiliaryStates()];
  const reqs = reqCodes(argNames, gradReq);
  const asked = () => Object.entries(shapes).map(([name, shape]) => `${name}: (${shape?.join(", ")})\n`);
  let inferred: ReturnType<typeof infer>;
  try {
    inferred = infer(symbol, shapes, typeDict);
  } catch (error) {
    if (!(error instanceof MXNetError)) throw error;
    throw new MXNetError(`simple_bind error. Arguments:\n${asked().join("")}${error.message}`);
  }
  const [args, , aux] = inferred;
  const unknown = [...args, ...aux].flatMap(({ shape }, i) =>
    isFull(shape) ? [] : [`${[...argNames, ...auxNames][i]}: ${shape === null ? "None" : `(${shape})`}, `],
  );
  if (unknown.length > 0) {
    throw new MXNetError(
      `simple_bind error. Arguments:\n${asked().join("")}InferShape pass cannot decide shapes for the following arguments (0s mean unknown dimensions). Please consider providing them as inputs:\n${unknown.join("")}`,
    );
  }
  const make = ({ shape, dtype }: { shape: number[] | null; dtype: DType | null }): NDArray =>
    zeros(shape as number[], { dtype: dtype ?? "float32" });
  return outsideScopes(() => {
    const grads = args.map((arg, i) => (reqs[i] === "0" ? null : make(arg)));
    return new Executor({ symbol, argNames, auxNames, args: args.map(make), grads, reqs, aux: aux.map(make) });
  });
}

const isContext = (x: unknown): boolean =>
  x === null || x === undefined || (typeof x === "object" && "deviceType" in x) || typeof x === "string";

/** The bindings of `Executor.reshape`. */
export function reshaped(
  old: Bindings,
  shapes: Readonly<Record<string, readonly number[]>>,
  { partialShaping = false, allowUpSizing = false }: ReshapeOptions,
): Bindings {
  const [args, , aux] = infer(
    old.symbol,
    shapes,
    Object.fromEntries(old.argNames.map((n, i) => [n, old.args[i]?.dtype])),
  );
  const change = (array: NDArray, name: string, shape: number[] | null): NDArray => {
    if (!isFull(shape)) throw new MXNetError("Insufficient argument shapes provided.");
    if (String(shape) === String(array.shape)) return array;
    if (!partialShaping && !Object.hasOwn(shapes, name)) {
      throw new MXNetError(
        `Shape of unspecified array arg:${name} changed. This can cause the new executor to not share parameters with the old one. Please check for error in the network. If this is intended, set partialShaping=true to suppress this warning.`,
      );
    }
    if (!allowUpSizing && shape.reduce((n, d) => n * d, 1) > array.size) {
      throw new MXNetError(
        `New shape of arg: ${name} is larger than original. First making a big executor and then down sizing it is more efficient than the reverse. If you really want to up size, set allowUpSizing=true to enable allocation of new arrays.`,
      );
    }
    return outsideScopes(() => zeros(shape, { dtype: array.dtype }));
  };
  const newArgs = old.args.map((array, i) => change(array, old.argNames[i] as string, args[i]?.shape ?? null));
  const grads = old.grads.map((grad, i) => {
    const array = newArgs[i] as NDArray;
    if (!grad || array === old.args[i]) return grad;
    return outsideScopes(() => zeros(array.shape, { dtype: grad.dtype }));
  });
  const newAux = old.aux.map((array, i) => change(array, old.auxNames[i] as string, aux[i]?.shape ?? null));
  return { ...old, args: newArgs, grads, aux: newAux };
}
