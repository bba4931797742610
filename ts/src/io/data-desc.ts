import { MXNetError } from "../error.ts";
import { checkShape } from "../nd/create.ts";
import { type DType, dtypeCode } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";

/**
 * Name, shape, element type and layout of an input or a label. As MXNet's named tuple it also comes apart into name and
 * shape: `const [name, shape] = desc`.
 *
 * @example
 * ```ts
 * const desc = new io.DataDesc("data", [32, 3, 224, 224]);
 * console.log(String(desc)); // DataDesc[data,(32, 3, 224, 224),float32,NCHW]
 * ```
 */
export class DataDesc {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  /** What each axis is: `N` marks the one of the batch. */
  readonly layout: string | null;

  constructor(name: string, shape: readonly number[], dtype: DType = "float32", layout: string | null = "NCHW") {
    if (typeof name !== "string") throw new TypeError(`DataDesc: the name must be a text, got ${describe(name)}`);
    this.name = name;
    this.shape = Object.freeze(checkShape(shape, `DataDesc ${name}`));
    dtypeCode(dtype);
    this.dtype = dtype;
    this.layout = layout;
  }

  /** The axis of the batch in a layout: 0 without one, -1 where it has no N. */
  static getBatchAxis(layout: string | null): number {
    return layout === null ? 0 : layout.indexOf("N");
  }

  /** Descriptions of shapes by name, with types by name. */
  static getList(
    shapes: readonly (readonly [name: string, shape: readonly number[]])[],
    types: readonly (readonly [name: string, dtype: DType])[] | null = null,
  ): DataDesc[] {
    const byName = new Map(types ?? []);
    return shapes.map(([name, shape]) => {
      if (types && !byName.has(name)) throw new MXNetError(`DataDesc.getList: there is no type of ${name}`);
      return new DataDesc(name, shape, byName.get(name) ?? "float32");
    });
  }

  *[Symbol.iterator](): Generator<string | readonly number[], void, undefined> {
    yield this.name;
    yield this.shape;
  }

  toString(): string {
    const sizes = this.shape.length === 1 ? `${this.shape[0]},` : this.shape.join(", ");
    return `DataDesc[${this.name},(${sizes}),${this.dtype},${this.layout ?? "None"}]`;
  }
}
