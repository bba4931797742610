import type { Digest, Workload } from "./contract.ts";

const SAMPLES = 16;

/** A result in a few numbers: its mean and elements, evenly spread; of random numbers, what their distribution shows. */
export function digest({ random }: Pick<Workload, "random">, values: ArrayLike<number>): Digest {
  const { length } = values;
  let [sum, squares, scale, finite] = [0, 0, 0, true];
  for (let i = 0; i < length; i++) {
    const v = values[i] as number;
    sum += v;
    squares += v * v;
    scale = Math.max(scale, Math.abs(v));
    finite &&= Number.isFinite(v);
  }
  if (length === 0 || !finite) throw new Error(`${length} values, some of which are not finite`);
  const mean = sum / length;
  if (random) return { length, scale: 1, values: [mean, Math.sqrt(squares / length - mean * mean)] };
  const count = Math.min(SAMPLES, length);
  const samples = Array.from({ length: count }, (_, k) => values[Math.floor((k * length) / count)] as number);
  return { length, scale, values: [mean, ...samples] };
}

/** How far a result is from another, relative to the largest value. */
export function distance(a: Digest, b: Digest): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(...a.values.map((v, i) => Math.abs(v - (b.values[i] as number)))) / Math.max(a.scale, 1e-30);
}
