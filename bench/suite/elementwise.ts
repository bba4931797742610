import type { Workload } from "./contract.ts";

const MILLION = [1000, 1000] as const;

/** Loops over elements, and random streams. */
export const elementwise: readonly Workload[] = [
  { name: "exp(x) + x, 1e6", work: { kind: "expAdd", shape: MILLION }, tolerance: 1e-5 },
  { name: "tanh, 1e6", work: { kind: "tanh", shape: MILLION }, tolerance: 1e-5 },
  { name: "broadcast add, 1000x1000 + 1000", work: { kind: "broadcastAdd", shape: MILLION }, tolerance: 1e-6 },
  { name: "sum, 1e6", work: { kind: "sum", shape: MILLION }, tolerance: 1e-3 },
  { name: "softmax, 128x1000", work: { kind: "softmax", shape: [128, 1000] }, tolerance: 1e-5 },
  { name: "uniform, 1e6", work: { kind: "uniform", shape: MILLION }, tolerance: 5e-3, random: true },
  { name: "normal, 1e6", work: { kind: "normal", shape: MILLION }, tolerance: 5e-3, random: true },
];
