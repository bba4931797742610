// Models in onnxruntime, which tests/packaging/tools has.
import { type DType, type NDArray, nd } from "mxgrad";
import { load, withoutTool } from "../packaging/matrix/case.ts";

/** Why models cannot run here, or null. */
export const missing: string | null = withoutTool("onnxruntime-web");

interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array<ArrayBuffer>;
  readonly type: string;
}

/** Runs a model on inputs by name; gives the outputs in order. */
export async function runModel(model: Uint8Array, inputs: Readonly<Record<string, NDArray>>): Promise<NDArray[]> {
  const { default: ort } = await load("onnxruntime-web");
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = "error";
  const session = await ort.InferenceSession.create(model);
  const fed = Object.entries(inputs)
    .filter(([name]) => session.inputNames.includes(name))
    .map(([name, x]) => {
      const { shape, dtype, buffer } = nd.toTransferable(x);
      // float16 travels as its bits.
      return [name, new ort.Tensor(dtype, dtype === "float16" ? new Uint16Array(buffer) : x.toTypedArray(), shape)];
    });
  const results = (await session.run(Object.fromEntries(fed))) as Record<string, Tensor>;
  const outputs = (session.outputNames as string[]).map((name) => {
    const { data, dims, type } = results[name] as Tensor;
    const buffer = data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
    return nd.fromTransferable({ shape: dims, dtype: type as DType, buffer });
  });
  await session.release();
  return outputs;
}
