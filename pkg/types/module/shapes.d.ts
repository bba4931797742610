import { DataDesc } from "../io/data-desc.ts";
import type { DType } from "../nd/dtype.ts";
/** An input: a `DataDesc`, its name and shape, or those by name. */
export type ShapeLike = DataDesc | readonly [name: string, shape: readonly number[], dtype?: DType, layout?: string | null] | {
    readonly name: string;
    readonly shape: readonly number[];
    readonly dtype?: DType;
    readonly layout?: string | null;
};
/** Descriptions of inputs. */
export declare function descsOf(shapes: readonly ShapeLike[], what: string): DataDesc[];
/** What is wrong if descriptions are not those of the names, in any order; else null. */
export declare function mismatch(names: readonly string[], descs: readonly DataDesc[], kind: string): string | null;
/** What is wrong if a name is no argument of the symbol; else null. */
export declare function unknownInput(names: readonly string[], args: readonly string[], kind: string): string | null;
/** The size of the batch, which all inputs must have. */
export declare function batchSizeOf(descs: readonly DataDesc[]): number;
/** Whether descriptions have the same names and shapes. */
export declare function sameDescs(a: readonly DataDesc[] | null, b: readonly DataDesc[] | null): boolean;
