import type { Workload } from "./contract.ts";

/** Whole steps: training, inference, and what a call costs. */
export const whole: readonly Workload[] = [
  {
    name: "MLP 784-128-64-10, batch 64, training step",
    work: { kind: "training", network: "mlp", batch: 64 },
    tolerance: 1e-4,
  },
  {
    name: "LeNet 20-50-500-10, batch 64, training step",
    work: { kind: "training", network: "lenet", batch: 64 },
    tolerance: 1e-4,
  },
  {
    name: "1,000 recorded adds of 10 elements + backward",
    work: { kind: "chain", adds: 1000, size: 10 },
    tolerance: 1e-6,
  },
  { name: "MobileNet v1, one image", work: { kind: "inference", network: "mobilenet" }, tolerance: 1e-4 },
  { name: "ResNet-18, one image", work: { kind: "inference", network: "resnet18" }, tolerance: 1e-4 },
  { name: "tanh(x · w), shapes never seen", work: { kind: "shapes", fresh: true }, tolerance: 1e-5, most: 40 },
  { name: "tanh(x · w), the same shapes again", work: { kind: "shapes", fresh: false }, tolerance: 1e-5, most: 40 },
];
