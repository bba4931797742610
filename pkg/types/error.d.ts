/**
 * What the library throws when it is misused: the message names the operator, the argument, and the shapes or values
 * it got. Arguments of a wrong JavaScript type give a `TypeError` instead. After any error the library works on.
 *
 * @example
 * ```ts
 * try {
 *   nd.dot(nd.ones([2, 3]), nd.ones([2, 3]));
 * } catch (error) {
 *   console.log(error instanceof MXNetError, (error as Error).message);
 * }
 * ```
 */
export declare class MXNetError extends Error {
    name: string;
}
