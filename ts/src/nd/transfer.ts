// Arrays as messages: what `postMessage` can send to a worker and back without copying.
import { MXNetError } from "../error.ts";
import { notePressure, readBytes, relieve, writeArray } from "../runtime/cell.ts";
import * as wasm from "../runtime/wasm.ts";
import { checkShape } from "./create.ts";
import { type DType, dtypeCode, ITEM_SIZE } from "./dtype.ts";
import { describe, expectNDArray } from "./invoke.ts";
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
export function toTransferable(x: NDArray): TransferableArray {
  expectNDArray(x, "toTransferable", "x");
  const { shape, dtype } = x;
  return { shape, dtype, buffer: readBytes(x.handle).buffer as ArrayBuffer };
}

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
export function fromTransferable(message: TransferableArray): NDArray {
  if (typeof message !== "object" || message === null) {
    throw new TypeError(`fromTransferable: expected an object of shape, dtype and buffer, got ${describe(message)}`);
  }
  const { dtype, buffer } = message;
  const shape = checkShape(message.shape, "fromTransferable");
  const code = dtypeCode(dtype);
  // Buffers may come from another realm (an iframe, a test runner), where `instanceof` fails.
  if (Object.prototype.toString.call(buffer) !== "[object ArrayBuffer]") {
    throw new TypeError(`fromTransferable: buffer must be an ArrayBuffer, got ${describe(buffer)}`);
  }
  const length = shape.reduce((n, d) => n * d, ITEM_SIZE[dtype]);
  if (buffer.byteLength !== length) {
    const gone = buffer.byteLength === 0 ? "; a buffer that was transferred is empty" : "";
    throw new MXNetError(
      `fromTransferable: buffer has ${buffer.byteLength} bytes, expected ${length} for shape (${shape}) of ${dtype}${gone}`,
    );
  }
  relieve();
  const result = NDArray.fromHandle(writeArray(shape, code, new Uint8Array(buffer)));
  notePressure(wasm.memory_presses());
  return result;
}
