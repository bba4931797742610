// What operators there are.

import { MXNetError } from "../error.ts";
import { registry } from "../generated/registry.ts";

/** An operator in words. */
export interface OpDescription {
  /** MXNet's canonical name. */
  readonly name: string;
  /** MXNet's other names. */
  readonly aliases: readonly string[];
  /** What it computes. */
  readonly doc: string;
  /** The tensors that it takes. `variadic` names the attribute that counts them. */
  readonly inputs: readonly { name: string; doc: string; optional?: boolean; variadic?: string }[];
  /** Its attributes, by MXNet's names. */
  readonly attrs: readonly { name: string; type: string; doc: string; default?: string }[];
  /** The names of its outputs. */
  readonly outputs: readonly string[];
  /** Whether it has a gradient, a gradient of zero, or none. */
  readonly gradient: "yes" | "zero" | "no";
}

let all: Map<string, OpDescription> | undefined;

function load(): Map<string, OpDescription> {
  if (!all) {
    all = new Map();
    for (const op of registry()) for (const name of [op.name, ...op.aliases]) all.set(name, op);
  }
  return all;
}

/**
 * The canonical names of all operators.
 *
 * @example
 * ```ts
 * console.log(nd.listOps().includes("FullyConnected")); // true
 * ```
 */
export function listOps(): string[] {
  return [...new Set([...load().values()].map((op) => op.name))];
}

/**
 * What an operator is: inputs, attributes with types and defaults, documentation.
 *
 * @param name - MXNet's name or an alias
 * @example
 * ```ts
 * console.log(nd.describeOp("clip").attrs.map(({ name }) => name).join(", ")); // a_min, a_max
 * ```
 */
export function describeOp(name: string): OpDescription {
  const op = load().get(name);
  if (!op) throw new MXNetError(`Operator ${name} is not registered`);
  return op;
}
