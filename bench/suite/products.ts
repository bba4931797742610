import type { Workload } from "./contract.ts";

const gemm = (n: number, threads = 1): Workload => ({
  name: `gemm ${n}${threads > 1 ? `, ${threads} threads` : ""}`,
  work: { kind: "product", m: n, k: n, n },
  flops: 2 * n ** 3,
  threads,
  tolerance: 1e-5,
});

/** Products of matrices. */
export const products: readonly Workload[] = [
  ...[64, 128, 256, 512, 1024].map((n) => gemm(n)),
  gemm(512, 2),
  gemm(1024, 2),
  {
    name: "gemv 1x1024 · 1024x1024",
    work: { kind: "product", m: 1, k: 1024, n: 1024 },
    flops: 2 * 1024 ** 2,
    tolerance: 1e-5,
  },
];
