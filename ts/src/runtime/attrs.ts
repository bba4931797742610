// Operator attributes: JavaScript values become MXNet's texts, JavaScript names MXNet's names.

/** A value that an operator's attribute can have. */
export type AttrValue = number | bigint | boolean | string | null | undefined | readonly (number | bigint | null)[];

/** Attributes by name, in JavaScript's spelling or MXNet's. */
export type Attrs = { readonly [name: string]: AttrValue };

/** A number as Python prints it, which is how MXNet's parameters travel. Integral values print without a point. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const text = String(value);
  // JavaScript switches to exponents at 1e21 and 1e-7, Python at 1e16 and 1e-5.
  const magnitude = Math.abs(value);
  if (magnitude >= 1e16 || (magnitude < 1e-4 && magnitude > 0)) {
    const [digits, exponent] = value.toExponential().split("e") as [string, string];
    const power = Number(exponent);
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return Object.is(value, -0) ? "-0.0" : text;
}

/** The text of an attribute's value. */
export function attrText(value: AttrValue): string {
  switch (typeof value) {
    case "number":
      return numberText(value);
    case "bigint":
      return value.toString();
    case "boolean":
      return value ? "True" : "False";
    case "string":
      return value;
    default:
      if (value === null || value === undefined) return "None";
      if (Array.isArray(value)) {
        const items = value.map((item) => (item === null ? "None" : attrText(item as AttrValue)));
        return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
      }
      throw new TypeError(`an option must be a number, boolean, text or list of numbers, got ${typeof value}`);
  }
}

/** A float as Python prints it: whole numbers have a point. */
export function floatText(x: number | null): string {
  const text = attrText(x);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Names and their spellings, since every call of an operator asks for those of its attributes. */
const spellings = new Map<string, string>();
/** There are fewer attributes, but anybody may ask for any name. */
const MOST_SPELLINGS = 1024;

/** A JavaScript name as MXNet spells it: `numHidden` becomes `num_hidden`. Names with underscores stay. */
export function snake(name: string): string {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    const lower = (letter: string, at: number) => (at === 0 ? letter : `_${letter.toLowerCase()}`);
    spelling = name.includes("_") ? name : name.replace(/[A-Z]/g, lower);
    if (spellings.size >= MOST_SPELLINGS) spellings.clear();
    spellings.set(name, spelling);
  }
  return spelling;
}
