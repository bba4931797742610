/** What an operator is. `mxgrad/docs` tells it in words. */
export interface OpDescription {
    /** MXNet's canonical name. */
    readonly name: string;
    /** MXNet's other names. */
    readonly aliases: readonly string[];
    /** The tensors that it takes. `variadic` names the attribute that counts them. */
    readonly inputs: readonly {
        name: string;
        optional?: boolean;
        variadic?: string;
    }[];
    /** Its attributes, by MXNet's names. */
    readonly attrs: readonly {
        name: string;
        type: string;
        default?: string;
    }[];
    /** The names of its outputs. */
    readonly outputs: readonly string[];
    /** Whether it has a gradient, a gradient of zero, or none. */
    readonly gradient: "yes" | "zero" | "no";
}
/**
 * The canonical names of all operators.
 *
 * @example
 * ```ts
 * console.log(nd.listOps().includes("FullyConnected")); // true
 * ```
 */
export declare function listOps(): string[];
/**
 * What an operator is: inputs, attributes with types and defaults, outputs. `describeOp` of `mxgrad/docs` has the documentation, too.
 *
 * @param name - MXNet's name or an alias
 * @example
 * ```ts
 * console.log(nd.describeOp("clip").attrs.map(({ name }) => name).join(", ")); // a_min, a_max
 * ```
 */
export declare function describeOp(name: string): OpDescription;
