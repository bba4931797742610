// Inference of shapes and types.
import { MXNetError } from "../error.ts";
import { DTYPES, type DType, dtypeCode } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import * as wasm from "../runtime/wasm.ts";
import { items, joined } from "./handle.ts";
import type { GraphSymbol } from "./symbol.ts";

/** What is known of a value: sizes of 0 are unknown. */
export interface Inferred {
  readonly shape: number[] | null;
  readonly dtype: DType | null;
}

/** Arguments, outputs and auxiliary states. */
export type Three<T> = [args: T, outputs: T, auxiliary: T];

/** Whether all sizes are known. */
export const isFull = (shape: readonly number[] | null): shape is number[] => shape !== null && !shape.includes(0);

/** Infers from what is known of arguments by name. */
export function infer(
  symbol: GraphSymbol,
  shapes: Readonly<Record<string, readonly number[] | null | undefined>>,
  types: Readonly<Record<string, string | null | undefined>>,
): Three<Inferred[]> {
  const names = new Set([...Object.keys(shapes), ...Object.keys(types)]);
  const known = [...names].flatMap((name) => {
    const [shape, dtype] = [shapes[name], types[name]];
    if (shape && !(Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size >= 0))) {
      throw new TypeError(`the shape of ${name} must be a list of sizes, got ${describe(shape)}`);
    }
    // No sizes at all are, for MXNet, nothing known.
    return [name, shape?.length ? shape.join(",") : "?", dtype ? String(dtypeCode(dtype)) : "?"];
  });
  const lists = wasm.symbol_infer(symbol.handle, joined(known)).split("\u{2}").slice(1);
  return lists.map((list) => {
    const words = items(list);
    const result: Inferred[] = [];
    for (let i = 0; i < words.length; i += 2) {
      const [shape, code] = [words[i] as string, words[i + 1] as string];
      result.push({
        shape: shape === "?" ? null : shape === "" ? [] : shape.split(",").map(Number),
        dtype: code === "?" ? null : (DTYPES[Number(code)] as DType),
      });
    }
    return result;
  }) as Three<Inferred[]>;
}

/** What `inferShape` and `inferType` take: by name in one object, or by position. */
export function byName<T>(symbol: GraphSymbol, args: readonly unknown[], what: string): Record<string, T> {
  const [first] = args;
  if (args.length === 1 && typeof first === "object" && first !== null && !Array.isArray(first)) {
    return first as Record<string, T>;
  }
  const names = symbol.listArguments();
  if (args.length > names.length) {
    throw new MXNetError(`${what}: got ${args.length} values, there are ${names.length} arguments`);
  }
  return Object.fromEntries(
    args.flatMap((value, i) => (value === null || value === undefined ? [] : [[names[i], value]])),
  );
}
