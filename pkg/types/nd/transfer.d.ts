import { type DType } from "./dtype.ts";
import { NDArray } from "./ndarray.ts";
/** An array as a plain object, for `postMessage`, `structuredClone` or a database. */
export interface TransferableArray {
    readonly shape: readonly number[];
    readonly dtype: DType;
    /** The elements in row major order, in the machine's byte order; float16 as its bits. */
    readonly buffer: ArrayBuffer;
}
/**
 * An array as a plain object that can be sent to another thread. The bytes are a copy in a buffer of their own: list it
 * as transferable, and it moves instead of being copied again. Graph and gradient stay behind.
 *
 * @param x - the array
 * @example
 * ```ts
 * const { port1, port2 } = new MessageChannel();
 * const message = nd.toTransferable(nd.array([[1, 2], [3, 4]]));
 * port1.postMessage(message, [message.buffer]);
 * port1.close();
 * port2.close();
 * ```
 */
export declare function toTransferable(x: NDArray): TransferableArray;
/**
 * The array that `toTransferable` made a message of. The buffer is copied and stays the sender's.
 *
 * @param message - shape, dtype and the bytes
 * @throws MXNetError if the shape is none, or the buffer has another size than it asks for (also when it was transferred)
 * @example
 * ```ts
 * const message = nd.toTransferable(nd.array([1, 2, 3]));
 * console.log(nd.fromTransferable(structuredClone(message)).toArray()); // [ 1, 2, 3 ]
 * ```
 */
export declare function fromTransferable(message: TransferableArray): NDArray;
