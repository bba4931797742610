/** The registry against MXNet's: canonical names, aliases, attributes and their defaults. */
import { readFileSync } from "node:fs";
import { nd } from "mxgrad";
import { describe, expect, test } from "vitest";

interface Facts {
  readonly aliases: readonly string[];
  /** Defaults as MXNet prints them; null for attributes that calls must give. */
  readonly attrs: Readonly<Record<string, string | null>>;
}

const operators: Record<string, Facts> = JSON.parse(
  readFileSync(new URL("../golden/registry.json", import.meta.url), "utf8"),
);

/** Attributes that are not MXNet's, or have another default, and why. */
const DIFFERS: readonly [attribute: RegExp, reason: string][] = [
  [/^_linspace (stop|step|repeat|infer_range|num|endpoint)$/, "MXNet documents the attributes of _arange"],
  [/^_(zeros|ones|full|zeros_without_dtype|ravel_multi_index|unravel_index) shape$/, "calls cannot do without it"],
  [/^broadcast_to shape$/, "calls cannot do without it"],
  [/^(add_n|khatri_rao) num_args$/, "MXNet counts without saying so"],
  [/^_set_value src$/, "MXNet does not say that it may be left out"],
  [/^smooth_l1 scalar$/, "MXNet does not say that it may be left out"],
  [/^_image_normalize (mean|std)$/, "MXNet refuses its own default"],
  [/^_contrib_DeformableConvolution im2col_step$/, "MXNet has it on the modulated one only"],
  [/^_linalg_pot(rf|ri) lower$/, "MXNet reads it without saying so"],
];

/** A default in one way of writing: MXNet has 1 for true and float32 digits for numbers. */
function normal(text: string): string {
  if (text === "True" || text === "False") return text === "True" ? "1" : "0";
  const items = /^[[(](.*)[\])]$/.exec(text)?.[1];
  if (items !== undefined)
    return `(${items
      .split(",")
      .filter((item) => item.trim())
      .map(normal)})`;
  return text.trim() === "" || Number.isNaN(Number(text)) ? text : String(Math.fround(Number(text)));
}

describe.each(Object.entries(operators))("%s", (name, facts) => {
  test("has MXNet's names", () => {
    expect(nd.describeOp(name).name).toBe(name);
    expect(nd.describeOp(name).aliases).toEqual(expect.arrayContaining([...facts.aliases]));
  });

  test("has MXNet's attributes and defaults", () => {
    const listed = (attribute: string) => DIFFERS.some(([pattern]) => pattern.test(`${name} ${attribute}`));
    const kept = (attrs: [string, string | null][]) =>
      Object.fromEntries(
        attrs
          .filter(([attribute]) => !listed(attribute))
          .map(([attribute, text]) => [attribute, text === null ? null : normal(text)]),
      );
    const ours = nd.describeOp(name).attrs.map((attr): [string, string | null] => [attr.name, attr.default ?? null]);
    expect(kept(ours)).toEqual(kept(Object.entries(facts.attrs)));
  });
});

test("the list of differences names attributes that there are", () => {
  const all = nd.listOps().flatMap((name) => {
    const attrs = [...nd.describeOp(name).attrs.map((attr) => attr.name), ...Object.keys(operators[name]?.attrs ?? {})];
    return attrs.map((attribute) => `${name} ${attribute}`);
  });
  for (const [pattern] of DIFFERS)
    expect(
      all.some((attribute) => pattern.test(attribute)),
      String(pattern),
    ).toBe(true);
});

test("the list behind docs/operators.md has MXNet's other names", () => {
  const text = readFileSync(new URL("../../crates/codegen/mxnet-operators.txt", import.meta.url), "utf8");
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const listed = new Map(lines.map((line) => line.split(" ")).map(([name, , , ...aliases]) => [name, aliases.sort()]));
  for (const [name, { aliases }] of Object.entries(operators))
    expect(listed.get(name), name).toEqual([...aliases].sort());
});
