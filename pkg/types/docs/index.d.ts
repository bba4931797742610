import type { OpDescription } from "../nd/registry.ts";
type Documented<T> = T & {
    /** What it is. */
    readonly doc: string;
};
/** An operator as `nd.describeOp` tells it, in words. */
export interface OpDocumentation extends OpDescription {
    /** What it computes. */
    readonly doc: string;
    /** The tensors that it takes. `variadic` names the attribute that counts them. */
    readonly inputs: readonly Documented<OpDescription["inputs"][number]>[];
    /** Its attributes, by MXNet's names. */
    readonly attrs: readonly Documented<OpDescription["attrs"][number]>[];
}
/**
 * An operator with what it computes, and what its inputs and attributes mean.
 *
 * @param name - MXNet's name or an alias
 * @throws MXNetError when there is none of the name
 * @example
 * ```ts
 * console.log(docs.describeOp("sign").doc); // The sign: -1, 0 or 1.
 * ```
 */
export declare function describeOp(name: string): OpDocumentation;
export {};
