// Values of a module's parameters.
import { MXNetError } from "../error.ts";
import { InitDesc } from "../init/desc.ts";
import type { InitFunction } from "../init/mixed.ts";
import type { Params } from "../model/checkpoint.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import type { NDArrayDict } from "../nd/params.ts";
import { outsideScopes } from "../runtime/cell.ts";

/** How parameters without a given value are filled. */
interface Filling {
  readonly initializer: InitFunction | null;
  readonly allowMissing: boolean;
  /** The attributes of variables, by their names: they may say how they are initialized. */
  readonly attrs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Gives parameters the values that there are, and lets the initializer fill the others, in the order of their names. */
export function fillParams(
  targets: Params,
  names: readonly string[],
  given: Params | null,
  { initializer, allowMissing, attrs }: Filling,
): void {
  for (const name of [...names].sort(byCodePoint)) {
    const target = targets[name] as NDArray;
    const value = given?.[name];
    if (value) target.set(fitting(name, value, target));
    else if (given && !allowMissing) throw new MXNetError(`${name} is not presented`);
    else initializer?.(new InitDesc(name, attrs[name] ?? null), target);
  }
}

/** Copies of parameters, into those that there are already. */
export function copyParams(from: Params, names: readonly string[], copies: NDArrayDict | null): NDArrayDict {
  return outsideScopes(() =>
    Object.fromEntries(
      names.map((name) => {
        const value = from[name] as NDArray;
        return [name, copies?.[name]?.set(value) ?? value.copy()];
      }),
    ),
  );
}

/** Refuses values that lack a parameter. Labels that were not named as such are no matter for predictions. */
export function expectParams(values: Params, names: readonly string[]): void {
  const missing = names.filter((name) => !values[name] && !name.endsWith("label"));
  if (missing.length > 0) throw new MXNetError(`bind: there are no values of ${missing.join(", ")}`);
}

/** Python's order of texts. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value that a parameter can take. */
function fitting(name: string, value: NDArray, { shape, dtype }: NDArray): NDArray {
  if (!(value instanceof NDArray))
    throw new TypeError(`initParams: ${name} must be an NDArray, got ${describe(value)}`);
  if (String(value.shape) !== String(shape)) {
    throw new MXNetError(`initParams: ${name} has shape (${value.shape}), expected (${shape})`);
  }
  return value.dtype === dtype ? value : value.astype(dtype);
}
