// sym.Custom: operators that users define, in graphs.
import { MXNetError } from "../error.ts";
import { DTYPES, type DType, dtypeCode } from "../nd/dtype.ts";
import { NDArray } from "../nd/ndarray.ts";
import { Custom as callCustom } from "../operator/custom.ts";
import { createProp } from "../operator/registry.ts";
import { type AttrValue, attrText } from "../runtime/attrs.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { atomic, expectSymbol, isOptions, type SymbolOptions } from "./create.ts";
import { items, joined, unpaired } from "./handle.ts";
import { GraphSymbol } from "./symbol.ts";

let known = false;

/** Tells the core of custom operators; what reads or makes symbols does so first. */
export function knowCustom(): void {
  if (known) return;
  known = true;
  wasm.custom_register(answer);
}

const lists = (...all: (readonly string[])[]): string => all.map((list) => `\u{2}${joined(list)}`).join("");

/** What the core asks: see `custom_register`. */
function answer(question: string, attrs: string, about: string | number): string | number {
  const { op_type: opType, ...texts } = unpaired(items(attrs));
  if (question === "run") return run(opType as string, texts, about as number);
  const prop = createProp(opType, texts);
  const [inputs, states, outputs] = [prop.listArguments(), prop.listAuxiliaryStates(), prop.listOutputs()];
  if (question === "describe") return lists(inputs, states, outputs, prop.needTopGrad ? [] : ["loss"]);
  const words = items(about as string);
  const given = words.flatMap((shape, i) => (i % 2 === 0 ? [{ shape, code: words[i + 1] as string }] : []));
  const shapes = given.map(({ shape }) => (shape === "?" || shape === "" ? [] : shape.split(",").map(Number)));
  const types = given.map(({ code }) => DTYPES[Number(code)] ?? "float32");
  const [inShapes, outShapes, auxShapes = []] = prop.inferShape(shapes.slice(0, inputs.length));
  const [inTypes, outTypes, auxTypes = []] = prop.inferType(types.slice(0, inputs.length));
  const specs = (of: number[][], dtypes: DType[]): string[] =>
    of.flatMap((shape, i) => [shape.join(","), String(dtypeCode(dtypes[i] ?? "float32"))]);
  return lists(specs(inShapes, inTypes), specs(outShapes, outTypes), specs(auxShapes, auxTypes));
}

function run(opType: string, attrs: Record<string, string>, count: number): number {
  const inputs = Array.from(scratch().slice(0, count), (handle) => NDArray.fromHandle(handle));
  const result = callCustom(...inputs, { ...attrs, opType });
  const outputs = Array.isArray(result) ? result : [result];
  // All arrays move in first: that uses the scratch words, and memory may grow.
  const handles = outputs.map((output) => output.handle);
  scratch().set(handles);
  return outputs.length;
}

/** Options of `sym.Custom`: the operator's name, its attributes, and what every symbol takes. */
export type SymbolCustomOptions = SymbolOptions & { opType: string } & { readonly [attribute: string]: unknown };

/**
 * The symbol of an operator that was defined with `operator.CustomOp` and `operator.CustomOpProp`. Inputs come by position or
 * under their names in the options; what is left out becomes a variable.
 *
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
 * operator.register("doubling_of")(DoublingProp);
 * const y = sym.Custom(sym.Variable("x"), { opType: "doubling_of", name: "y" });
 * console.log(y.eval({ x: nd.array([1, 2]) })[0].toArray()); // [ 2, 4 ]
 * ```
 */
export function Custom(...args: [...(GraphSymbol | null | undefined)[], SymbolCustomOptions]): GraphSymbol {
  const options = args.at(-1);
  if (!isOptions(options) || typeof options.opType !== "string") {
    throw new TypeError("Custom: the last argument must be an object with opType");
  }
  knowCustom();
  const { opType, name, attr, ...rest } = options as SymbolCustomOptions;
  const attrs: Record<string, string> = { op_type: opType };
  const inputs: [string, GraphSymbol][] = [];
  const names = args.length > 1 ? createProp(opType, textsOf(rest)).listArguments() : [];
  args.slice(0, -1).forEach((x, i) => {
    if (x === null || x === undefined) return;
    expectSymbol(x, "Custom", names[i] ?? `input ${i}`);
    const input = names[i];
    if (input === undefined) throw new MXNetError(`Custom (${opType}): there are ${names.length} inputs`);
    inputs.push([input, x]);
  });
  for (const [key, value] of Object.entries(rest)) if (value instanceof GraphSymbol) inputs.push([key, value]);
  return atomic("Custom", "custom", inputs, { ...attrs, ...textsOf(rest) }, { name, attr });
}

function textsOf(rest: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined && !(value instanceof GraphSymbol));
  return Object.fromEntries(entries.map(([key, value]) => [key, attrText(value as AttrValue)]));
}
