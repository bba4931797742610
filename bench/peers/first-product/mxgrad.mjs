import { nd } from "mxgrad";

export function firstProduct(values, n) {
  const x = nd.array(values, { shape: [n, n] });
  return nd.dot(x, x).toTypedArray();
}
