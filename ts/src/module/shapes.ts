// What modules are told about their inputs.
import { MXNetError } from "../error.ts";
import { DataDesc } from "../io/data-desc.ts";
import type { DType } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";

/** An input: a `DataDesc`, its name and shape, or those by name. */
export type ShapeLike =
  | DataDesc
  | readonly [name: string, shape: readonly number[], dtype?: DType, layout?: string | null]
  | {
      readonly name: string;
      readonly shape: readonly number[];
      readonly dtype?: DType;
      readonly layout?: string | null;
    };

/** Descriptions of inputs. */
export function descsOf(shapes: readonly ShapeLike[], what: string): DataDesc[] {
  if (!Array.isArray(shapes)) throw new TypeError(`${what} must be a list of DataDesc, got ${describe(shapes)}`);
  return shapes.map((desc: ShapeLike) => {
    if (desc instanceof DataDesc) return desc;
    if (Array.isArray(desc)) return new DataDesc(...(desc as [string, number[]]));
    const { name, shape, dtype, layout } = desc as Exclude<ShapeLike, readonly unknown[]>;
    return new DataDesc(name, shape, dtype, layout);
  });
}

/** Names as Python prints a list of them. */
function quoted(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(", ")}]`;
}

/** What is wrong if descriptions are not those of the names, in any order; else null. */
export function mismatch(names: readonly string[], descs: readonly DataDesc[], kind: string): string | null {
  const found = descs.map(({ name }) => name);
  if (String([...names].sort()) === String([...found].sort())) return null;
  const shapes = descs.map(String).join(", ");
  return `Data provided by ${kind}_shapes don't match names specified by ${kind}_names ([${shapes}] vs. ${quoted(names)})`;
}

/** What is wrong if a name is no argument of the symbol; else null. */
export function unknownInput(names: readonly string[], args: readonly string[], kind: string): string | null {
  const missing = names.find((name) => !args.includes(name));
  if (missing === undefined) return null;
  const candidates = args.filter((arg) => !/_(weight|bias|gamma|beta)$/.test(arg));
  return `You created Module with Module(..., ${kind}_names=${quoted(names)}) but input with name '${missing}' is not found in symbol.list_arguments(). Did you mean one of:\n\t${candidates.join("\n\t")}`;
}

/** The size of the batch, which all inputs must have. */
export function batchSizeOf(descs: readonly DataDesc[]): number {
  let size: number | undefined;
  for (const { name, shape, layout } of descs) {
    const axis = DataDesc.getBatchAxis(layout);
    if (axis === -1) continue;
    const own = shape[axis];
    size ??= own;
    if (own !== size) {
      throw new MXNetError(
        `all data must have the same batch size: batch_size = ${size}, but ${name} has shape (${shape.join(", ")})`,
      );
    }
  }
  if (size === undefined) throw new MXNetError("bind: no input has an axis of the batch");
  return size;
}

/** Whether descriptions have the same names and shapes. */
export function sameDescs(a: readonly DataDesc[] | null, b: readonly DataDesc[] | null): boolean {
  return (a ?? []).map(String).join() === (b ?? []).map(String).join();
}
