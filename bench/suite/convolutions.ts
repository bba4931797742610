import type { Convolution, Workload } from "./contract.ts";

function convolution(name: string, shape: Omit<Convolution, "kind">, gradient = false): Workload {
  const { batch, channels, size, filters, kernel, stride, pad, groups } = shape;
  const side = Math.floor((size + 2 * pad - kernel) / stride) + 1;
  const forward = 2 * batch * filters * side * side * (channels / groups) * kernel * kernel;
  return {
    name,
    work: { kind: gradient ? "convolutionGradient" : "convolution", ...shape },
    flops: gradient ? 3 * forward : forward,
    tolerance: 1e-5,
  };
}

/** Convolutions. */
export const convolutions: readonly Workload[] = [
  convolution("conv 7x7 stride 2, 3→64 @224", {
    batch: 1,
    channels: 3,
    size: 224,
    filters: 64,
    kernel: 7,
    stride: 2,
    pad: 3,
    groups: 1,
  }),
  convolution("conv 3x3, 64→64 @56", {
    batch: 1,
    channels: 64,
    size: 56,
    filters: 64,
    kernel: 3,
    stride: 1,
    pad: 1,
    groups: 1,
  }),
  convolution("depthwise conv 3x3, 128 @56", {
    batch: 1,
    channels: 128,
    size: 56,
    filters: 128,
    kernel: 3,
    stride: 1,
    pad: 1,
    groups: 128,
  }),
  convolution(
    "conv forward + backward 3x3, 16→32 @14, batch 32",
    { batch: 32, channels: 16, size: 14, filters: 32, kernel: 3, stride: 1, pad: 1, groups: 1 },
    true,
  ),
];
