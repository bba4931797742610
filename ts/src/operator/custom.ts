// Calls of custom operators: `nd.Custom`.
import { type Function as AutogradFunction, Function as FunctionBase } from "../autograd/function.ts";
import { MXNetError } from "../error.ts";
import { zeros } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import { expectNDArray } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { attrText } from "../runtime/attrs.ts";
import * as wasm from "../runtime/wasm.ts";
import { assignedTo, type CustomOp, type CustomOpProp, type Req } from "./custom-op.ts";
import { createProp } from "./registry.ts";

/** Attributes of a custom operator, which it gets as texts; `opType` names it. */
export interface CustomOptions {
  /** The name that it was registered under. */
  opType: string;
  [attribute: string]: string | number | boolean | null | readonly number[];
}

const write = (count: number): Req[] => Array<Req>(count).fill("write");

/** One call of an operator, in the way of `autograd.Function`. */
class CustomCall extends FunctionBase {
  readonly #op: CustomOp;
  readonly #aux: NDArray[];
  readonly #makeOutputs: () => NDArray[];
  #inData: NDArray[] = [];
  #outData: NDArray[] = [];

  constructor(op: CustomOp, aux: NDArray[], makeOutputs: () => NDArray[]) {
    super();
    this.#op = op;
    this.#aux = aux;
    this.#makeOutputs = makeOutputs;
  }

  override forward(...inData: NDArray[]): NDArray[] {
    const outData = this.#makeOutputs();
    this.#op.forward(wasm.is_training(), write(outData.length), inData, outData, this.#aux);
    this.#inData = inData;
    this.#outData = outData;
    return outData;
  }

  override backward(...outGrad: NDArray[]): NDArray[] {
    const inGrad = this.#inData.map((x) => zeros(x.shape, { dtype: x.dtype }));
    this.#op.backward(write(inGrad.length), outGrad, this.#inData, this.#outData, inGrad, this.#aux);
    return inGrad.map(assignedTo);
  }
}

/**
 * Calls an operator that was defined with `operator.CustomOp` and `operator.CustomOpProp`.
 *
 * @param args - its inputs, its auxiliary states, and the options: `opType` names it, the others are its attributes
 * @returns its output, or a list of them when there are several
 * @throws MXNetError for names that nobody registered, for another number of inputs, and for shapes that do not fit
 * @example
 * ```ts
 * class Doubling extends operator.CustomOp {
 *   override forward(_isTrain: boolean, req: operator.Req[], [x]: NDArray[], [y]: NDArray[]) {
 *     this.assign(y!, req[0]!, x!.mul(2));
 *   }
 * }
 * class DoublingProp extends operator.CustomOpProp {
 *   override createOperator() {
 *     return new Doubling();
 *   }
 * }
 * operator.register("doubling")(DoublingProp);
 * console.log((nd.Custom(nd.array([1, 2]), { opType: "doubling" }) as NDArray).toArray()); // [ 2, 4 ]
 * ```
 */
export function Custom(...args: [...NDArray[], CustomOptions]): NDArray | NDArray[] {
  const { opType, ...given } = optionsOf(args);
  const arrays = args.slice(0, -1);
  for (const [i, x] of arrays.entries()) expectNDArray(x, `Custom (${opType})`, `input ${i}`);
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (value !== undefined) texts[name] = attrText(value);
  const outputs = run(opType, createProp(opType, texts), arrays as NDArray[]);
  return outputs.length === 1 ? (outputs[0] as NDArray) : outputs;
}

function optionsOf(args: readonly unknown[]): CustomOptions {
  const options = args.at(-1);
  if (typeof options === "object" && options !== null && !(options instanceof NDArray)) return options as CustomOptions;
  throw new TypeError("Custom: the last argument must be an object with opType");
}

function run(name: string, prop: CustomOpProp, arrays: readonly NDArray[]): NDArray[] {
  const [inputs, states] = [prop.listArguments(), prop.listAuxiliaryStates()];
  const outputs = prop.listOutputs();
  if (arrays.length !== inputs.length + states.length) {
    throw new MXNetError(
      `Custom (${name}): got ${arrays.length} inputs, expected ${[...inputs, ...states].join(", ") || "none"}`,
    );
  }
  const [inData, aux] = [arrays.slice(0, inputs.length), arrays.slice(inputs.length)];
  const [shapes, types] = [inData.map((x) => x.shape), inData.map((x) => x.dtype)];
  const [inShapes, outShapes, auxShapes] = prop.inferShape(shapes.map((shape) => [...shape]));
  const [inTypes, outTypes] = prop.inferType([...types]);
  expectAll(name, "shape", inputs, shapes, inShapes);
  expectAll(name, "dtype", inputs, types, inTypes);
  const auxSaid = auxShapes ?? [];
  if (auxSaid.length > 0) {
    const found = aux.map((x) => x.shape);
    expectAll(name, "shape", states, found, auxSaid);
  }
  for (const [what, list] of [["shapes", outShapes] as const, ["types", outTypes] as const]) {
    if (!Array.isArray(list) || list.length !== outputs.length) {
      const got = Array.isArray(list) ? list.length : String(list);
      throw new MXNetError(`Custom (${name}): got ${what} of ${got} outputs, expected ${outputs.length}`);
    }
  }
  const op = prop.createOperator(inData[0]?.context ?? null, shapes, types);
  const makeOutputs = () => outShapes.map((shape, i) => zeros(shape, { dtype: outTypes[i] as DType }));
  const call = new CustomCall(op, aux, makeOutputs) as AutogradFunction & ((...x: NDArray[]) => unknown);
  return call(...inData) as NDArray[];
}

function expectAll(name: string, what: string, names: string[], got: unknown[], said: unknown[]): void {
  names.forEach((input, i) => {
    if (String(said[i]) !== String(got[i])) {
      throw new MXNetError(`Custom (${name}): ${input} has ${what} (${got[i]}), expected (${said[i]})`);
    }
  });
}
