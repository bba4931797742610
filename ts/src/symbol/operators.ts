// The operators as functions of symbols, made from the registry when they are first asked for.
import { describeOp, listOps } from "../nd/registry.ts";
import { camel } from "./camel.ts";
import { makeSymbol } from "./create.ts";

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** The name spaces of operators below `sym`. */
const SPACES: readonly string[] = ["contrib", "linalg", "image"];

/** An operator's name in JavaScript: snake_case becomes camelCase, PascalCase stays. */
export const functionName = (name: string): string => (/^[A-Z]/.test(name) ? name : camel(name));

/** Adds the functions of all operators to name spaces, where there is nothing of the name yet. */
export function addOperators(root: object, spaces: Readonly<Record<string, object>>): void {
  const add = (target: object, name: string, op: string): void => {
    const key = functionName(name);
    if (Object.hasOwn(target, key)) return;
    const hint = name.toLowerCase();
    const made = { [key]: (...args: unknown[]) => makeSymbol(describeOp(op), hint, args) };
    Object.defineProperty(target, key, { value: made[key], configurable: true, writable: true });
  };
  for (const op of listOps()) {
    for (const name of [op, ...describeOp(op).aliases]) {
      const space = SPACES.find((prefix) => name.startsWith(`_${prefix}_`));
      if (space) add(spaces[space] as Functions, name.slice(space.length + 2), op);
      else if (!name.startsWith("_")) add(root, name, op);
    }
  }
}
