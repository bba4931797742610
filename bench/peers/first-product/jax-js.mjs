import { defaultDevice, init, numpy as np } from "@jax-js/jax";

export async function firstProduct(values, n) {
  await init("wasm");
  defaultDevice("wasm");
  const x = np.array(values, { shape: [n, n] });
  return np.matmul(x.ref, x).data();
}
