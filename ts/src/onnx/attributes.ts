import { MXNetError } from "../error.ts";

/** A node's attributes, as a symbol's JSON has them: MXNet's texts. */
export class TextAttributes {
  readonly #texts: Readonly<Record<string, string>>;
  readonly #what: string;

  constructor(texts: Readonly<Record<string, string>>, what: string) {
    this.#texts = texts;
    this.#what = what;
  }

  text(name: string, preset: string): string {
    return this.#texts[name] ?? preset;
  }

  /** A number; null where the text is `None`. */
  maybe(name: string): number | null {
    const text = this.#texts[name];
    if (text === undefined || text === "None") return null;
    const value = Number(text);
    if (text.trim() === "" || Number.isNaN(value)) this.fail(`${name} is ${JSON.stringify(text)}, expected a number`);
    return value;
  }

  number(name: string, preset: number): number {
    return this.maybe(name) ?? preset;
  }

  bool(name: string, preset: boolean): boolean {
    const text = this.#texts[name];
    return text === undefined ? preset : /^(true|1)$/i.test(text);
  }

  /** A tuple, or one number as a tuple; null for `None` and the empty one. */
  tuple(name: string): (number | null)[] | null {
    const parts = (this.#texts[name] ?? "").replace(/[()[\]\s]/g, "").split(",");
    const items = parts.filter((part) => part !== "");
    if (items.length === 0 || (items.length === 1 && items[0] === "None" && !/[([]/.test(this.#texts[name] ?? ""))) {
      return null;
    }
    return items.map((item) => (item === "None" ? null : Number(item)));
  }

  /** A tuple of integers. */
  ints(name: string): number[] | null {
    const items = this.tuple(name);
    if (items?.some((item) => !Number.isInteger(item))) this.fail(`${name} is ${this.#texts[name]}, expected integers`);
    return items as number[] | null;
  }

  /** Says that an attribute has no counterpart. */
  fail(why: string): never {
    throw new MXNetError(`exportModel: ${this.#what}: ${why}`);
  }
}
