import type { Workload } from "./contract.ts";
import { convolutions } from "./convolutions.ts";
import { elementwise } from "./elementwise.ts";
import { products } from "./products.ts";
import { whole } from "./whole.ts";

/** All workloads, in the order of the report. */
export const workloads: readonly Workload[] = [...products, ...elementwise, ...convolutions, ...whole];

/** Those whose names contain one of these words; all without words. */
export function pick(words: readonly string[]): readonly Workload[] {
  const wanted = words.map((word) => word.toLowerCase());
  const has = ({ name }: Workload) => wanted.some((word) => name.toLowerCase().includes(word));
  return wanted.length === 0 ? workloads : workloads.filter(has);
}
