import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";

export async function firstProduct(values, n, files) {
  if (files) setWasmPaths(files);
  setThreadsCount(1);
  await tf.setBackend("wasm");
  const x = tf.tensor2d(values, [n, n]);
  return tf.matMul(x, x).data();
}
