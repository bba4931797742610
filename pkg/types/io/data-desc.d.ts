import { type DType } from "../nd/dtype.ts";
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
export declare class DataDesc {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype: DType;
    /** What each axis is: `N` marks the one of the batch. */
    readonly layout: string | null;
    constructor(name: string, shape: readonly number[], dtype?: DType, layout?: string | null);
    /** The axis of the batch in a layout: 0 without one, -1 where it has no N. */
    static getBatchAxis(layout: string | null): number;
    /** Descriptions of shapes by name, with types by name. */
    static getList(shapes: readonly (readonly [name: string, shape: readonly number[]])[], types?: readonly (readonly [name: string, dtype: DType])[] | null): DataDesc[];
    [Symbol.iterator](): Generator<string | readonly number[], void, undefined>;
    toString(): string;
}
