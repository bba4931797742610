import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import fc from "fast-check";
import { autograd, type DType, MXNetError, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

const DTYPES: DType[] = ["float32", "float64", "float16", "uint8", "int32", "int8", "int64"];

/** What arrives at the other end of a channel, and what stays here. */
function send(message: nd.TransferableArray): nd.TransferableArray {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(message, [message.buffer]);
  const received = receiveMessageOnPort(port2)?.message as nd.TransferableArray;
  port1.close();
  return received;
}

describe("toTransferable and fromTransferable", () => {
  test.each(DTYPES)("%s passes through a channel without a copy", (dtype) => {
    const x = nd.array([[1, -2.5, 3], [100, 0, 7]], { dtype }); // biome-ignore format: a matrix
    const message = nd.toTransferable(x);
    const received = send(message);
    expect(message.buffer.byteLength).toBe(0);
    expect(received.shape).toEqual([2, 3]);
    expect(received.dtype).toBe(dtype);
    const y = nd.fromTransferable(received);
    expect(y.dtype).toBe(dtype);
    expect(y.shape).toEqual([2, 3]);
    expect(y.toTypedArray()).toEqual(x.toTypedArray());
    // The array owns its memory: what happens to the buffer afterwards does not show.
    new Uint8Array(received.buffer).fill(0);
    expect(y.toTypedArray()).toEqual(x.toTypedArray());
  });

  test("bits survive: NaN, infinities, -0, the least int64", () => {
    const x = nd.array([Number.NaN, Infinity, -Infinity, -0]);
    expect(nd.fromTransferable(nd.toTransferable(x)).toTypedArray()).toEqual(x.toTypedArray());
    const y = nd.array(new BigInt64Array([-(2n ** 63n), 2n ** 63n - 1n]));
    expect(nd.fromTransferable(nd.toTransferable(y)).toTypedArray()).toEqual(y.toTypedArray());
  });

  test("views, variables and results send their own elements only", () => {
    const x = nd.arange(12).reshape([3, 4]);
    expect(nd.toTransferable(x.at(1)).buffer.byteLength).toBe(16);
    expect(nd.fromTransferable(nd.toTransferable(x.at(1))).toArray()).toEqual([4, 5, 6, 7]);
    expect(nd.fromTransferable(nd.toTransferable(x.T)).toArray()).toEqual(x.T.toArray());
    x.attachGrad();
    const y = autograd.record(() => x.mul(2));
    const copy = nd.fromTransferable(nd.toTransferable(y));
    expect(() => autograd.getSymbol(copy)).toThrow(MXNetError);
    y.backward();
    expect(nd.fromTransferable(nd.toTransferable(x.grad!)).at(0).toArray()).toEqual([2, 2, 2, 2]);
  });

  test("any shape comes back", () => {
    const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(shapes, fc.constantFrom(...DTYPES), (shape, dtype) => {
        const x = nd.ones(shape, { dtype });
        const y = nd.fromTransferable(structuredClone(nd.toTransferable(x)));
        expect([y.shape, y.dtype, y.toTypedArray()]).toEqual([shape, dtype, x.toTypedArray()]);
      }),
    );
  });

  test("what does not fit is refused", () => {
    const good = nd.toTransferable(nd.ones([2, 3]));
    const refused = (message: unknown, error: Error): void =>
      expect(() => nd.fromTransferable(message as nd.TransferableArray)).toThrow(error);
    expect(() => nd.toTransferable([1] as never)).toThrow(
      new TypeError("toTransferable: x must be an NDArray, got a Array"),
    );
    refused(null, new TypeError("fromTransferable: expected an object of shape, dtype and buffer, got null"));
    refused(7, new TypeError("fromTransferable: expected an object of shape, dtype and buffer, got the number 7"));
    refused(
      { ...good, shape: "2" },
      new TypeError('fromTransferable: the shape must be a list of sizes, got the text "2"'),
    );
    refused(
      { ...good, shape: [2, -3] },
      new MXNetError("fromTransferable: shape is (2,-3), expected at least one non-negative integer"),
    );
    refused(
      { ...good, dtype: "float8" },
      new TypeError('unknown dtype "float8"; the dtypes are: float32, float64, float16, uint8, int32, int8, int64'),
    );
    refused(
      { ...good, buffer: new Uint8Array(24) },
      new TypeError("fromTransferable: buffer must be an ArrayBuffer, got a Uint8Array"),
    );
    refused(
      { ...good, shape: [7] },
      new MXNetError("fromTransferable: buffer has 24 bytes, expected 28 for shape (7) of float32"),
    );
    structuredClone(good, { transfer: [good.buffer] });
    refused(
      good,
      new MXNetError(
        "fromTransferable: buffer has 0 bytes, expected 24 for shape (2,3) of float32; a buffer that was transferred is empty",
      ),
    );
    const disposed = nd.ones([2]);
    disposed.dispose();
    expect(() => nd.toTransferable(disposed)).toThrow(MXNetError);
  });
});
