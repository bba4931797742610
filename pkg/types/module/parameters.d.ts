import type { InitFunction } from "../init/mixed.ts";
import type { Params } from "../model/checkpoint.ts";
import type { NDArrayDict } from "../nd/params.ts";
/** How parameters without a given value are filled. */
interface Filling {
    readonly initializer: InitFunction | null;
    readonly allowMissing: boolean;
    /** The attributes of variables, by their names: they may say how they are initialized. */
    readonly attrs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** Gives parameters the values that there are, and lets the initializer fill the others, in the order of their names. */
export declare function fillParams(targets: Params, names: readonly string[], given: Params | null, { initializer, allowMissing, attrs }: Filling): void;
/** Copies of parameters, into those that there are already. */
export declare function copyParams(from: Params, names: readonly string[], copies: NDArrayDict | null): NDArrayDict;
/** Refuses values that lack a parameter. Labels that were not named as such are no matter for predictions. */
export declare function expectParams(values: Params, names: readonly string[]): void;
export {};
