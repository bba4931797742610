// Attributes of MXNet's operators, out of their texts.
import { describeOp } from "../nd/registry.ts";

/** The attributes of a node; where the node has none, the operator's defaults. */
export class Attributes {
  readonly #given: Readonly<Record<string, string>>;
  readonly #op: string;

  constructor(op: string, given: Readonly<Record<string, string>>) {
    this.#op = op;
    this.#given = given;
  }

  /** The text; null for None and for what has no default. */
  text(name: string): string | null {
    const given = Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
    const text = given ?? describeOp(this.#op).attrs.find((attr) => attr.name === name)?.default ?? "None";
    return text === "None" ? null : text;
  }

  number(name: string): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const infinite = /^([+-]?)inf/i.exec(text);
    return infinite ? (infinite[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : Number(text);
  }

  bool(name: string): boolean {
    return /^(true|1)$/i.test(this.text(name) ?? "");
  }

  /** The list with its gaps; a number alone is a list of one, None an empty one. */
  optionals(name: string): (number | null)[] {
    const words = this.text(name)?.match(/None|[^\s,()[\]]+/g) ?? [];
    return words.map((word) => (word === "None" ? null : Number(word)));
  }

  numbers(name: string): number[] {
    return this.optionals(name).map((value) => value ?? 0);
  }
}
