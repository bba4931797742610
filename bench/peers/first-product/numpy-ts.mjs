import { array, matmul } from "numpy-ts";

export function firstProduct(values, n) {
  const x = array(values).reshape(n, n);
  return matmul(x, x).data;
}
