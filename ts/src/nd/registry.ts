// What operators there are, as the module tells it.

import { MXNetError } from "../error.ts";
import { DEFAULTS } from "../generated/defaults.ts";
import * as wasm from "../runtime/wasm.ts";

/** What an operator is. `mxgrad/docs` tells it in words. */
export interface OpDescription {
  /** MXNet's canonical name. */
  readonly name: string;
  /** MXNet's other names. */
  readonly aliases: readonly string[];
  /** The tensors that it takes. `variadic` names the attribute that counts them. */
  readonly inputs: readonly { name: string; optional?: boolean; variadic?: string }[];
  /** Its attributes, by MXNet's names. */
  readonly attrs: readonly { name: string; type: string; default?: string }[];
  /** The names of its outputs. */
  readonly outputs: readonly string[];
  /** Whether it has a gradient, a gradient of zero, or none. */
  readonly gradient: "yes" | "zero" | "no";
}

let all: Map<string, OpDescription> | undefined;

function load(): Map<string, OpDescription> {
  if (!all) {
    all = new Map();
    const defaults = DEFAULTS.split("\n").values();
    for (const line of wasm.describe_registry().split("\n")) {
      if (!line) continue;
      const op = readOperator(line, defaults);
      for (const name of [op.name, ...op.aliases]) all.set(name, op);
    }
  }
  return all;
}

const GRADIENTS = { y: "yes", z: "zero", n: "no" } as const;
const TYPES: Readonly<Record<string, string>> = {
  b: "boolean",
  n: "number",
  l: "number | readonly (number | null)[]",
  f: "number | readonly number[]",
  d: "DType",
  t: "string",
};

const words = (list: string): string[] => (list ? list.split(" ") : []);

/** Reads a line of the core's `registry::describe`, and a line of defaults if it has attributes with any. */
function readOperator(line: string, defaults: Iterator<string>): OpDescription {
  const [name = "", aliases = "", inputs = "", outputs = "", gradient, ...attrs] = line.split("\t");
  let given: Iterator<string> | undefined;
  return {
    name,
    aliases: words(aliases),
    inputs: words(inputs).map((input) =>
      input[0] === "*"
        ? { name: "args", variadic: input.slice(1) }
        : { name: input.replace("?", ""), optional: input.endsWith("?") },
    ),
    outputs: words(outputs),
    gradient: GRADIENTS[gradient as keyof typeof GRADIENTS],
    attrs: attrs.map((attr) => {
      const [, key = "", required, optional, letter] = /^(\S+) (!?)(\??)(.+)$/.exec(attr) as string[];
      const choices = letter?.[0] === "|" ? letter.slice(1).split("|") : undefined;
      const base = choices ? choices.map((word) => `"${word}"`).join(" | ") : TYPES[letter ?? ""];
      const described = { name: key, type: `${base}${optional ? " | null" : ""}` };
      if (required) return described;
      given ??= (defaults.next().value as string).split("\t").values();
      return { ...described, default: given.next().value as string };
    }),
  };
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
 * What an operator is: inputs, attributes with types and defaults, outputs. `describeOp` of `mxgrad/docs` has the documentation, too.
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
