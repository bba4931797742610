// The symbols of scripts/oracle/control.py in TypeScript.
import { nd, sym } from "mxgrad";

type S = sym.Symbol;
const { foreach, whileLoop, cond } = sym.contrib;
const V = sym.Variable;
function several(): S {
  const w = V("w");
  const double = w.mul(2);
  const step = (x: S[], [s, t]: S[]): [[S, [S]], S[]] => {
    const h = sym.FullyConnected(x[0], { numHidden: 3, name: "fc" }).mul(double).add(s!);
    const c = sym.tanh(x[1]).add(t!.mul(w));
    return [
      [h, [c]],
      [h, c],
    ];
  };
  const [outputs, states] = foreach(step, [V("a"), V("b")], [V("s"), V("t")], { name: "several" });
  const [h, [c]] = outputs as [S, [S]];
  return sym.Group([h, c, ...states]);
}

function recurrent(): S {
  const step = (x: S, h: S): [S, S] => {
    const i = sym.FullyConnected(x, { numHidden: 3, name: "i2h" });
    const y = sym.Activation(i.add(sym.FullyConnected(h, { numHidden: 3, name: "h2h" })), {
      actType: "tanh",
      name: "act",
    });
    return [y, y];
  };
  const [o, h] = foreach(step, V("data"), V("h"), { name: "recurrent" });
  return sym.Group([(o as S).mul(2), h]);
}

function parts(): S {
  const a = sym.split(V("d"), { numOutputs: 2, squeezeAxis: true, name: "parts" });
  const step = ([x0, x1]: S[], s: S): [S, S] => {
    const y = sym.split(x0!.mul(a.at(1)), { numOutputs: 2, name: "inner" });
    return [y.at(0).add(s), y.at(1).add(x1!)];
  };
  return sym.Group(foreach(step, [a.at(0), a.at(1)], V("s"), { name: "parts" }) as S[]);
}

function branches(): S {
  const [a, b] = [V("a"), V("b")];
  const [first, [second]] = cond<[S, [S]]>(
    sym.sum(a).lesser(0),
    () => [a.add(5).mul(b.add(5)), [a]],
    () => [a.sub(5).mul(b.sub(5)), [a.mul(2)]],
    { name: "branches" },
  );
  return sym.Group([first, second]);
}

function branch(name: string): S {
  const [a, b] = [V("a"), V("b")];
  const h = a.add(1);
  return cond(
    a.mul(b).lesser(5),
    () => h.add(5).mul(b.add(5)),
    () => a.sub(5).mul(b.sub(5)),
    { name },
  );
}

/** What both symbols and arrays can do. */
// biome-ignore lint/suspicious/noExplicitAny: the same text is run on symbols and on arrays
export type Any = any;

export function normalised(F: Any, V: (name: string) => Any): Any[] {
  const [x, h] = [V("data"), V("h")];
  const given = F === nd ? ["gamma", "beta", "moving_mean", "moving_var"].map((name) => V(`bn_${name}`)) : [];
  const step = (x: Any, h: Any): [Any, Any] => {
    const y = F.BatchNorm(x, ...given, { fixGamma: false, ...(F === nd ? {} : { name: "bn" }) }).add(h);
    return [y, y];
  };
  return F.contrib.foreach(step, x, h, { name: "normalised" });
}

export function nested(F: Any, V: (name: string) => Any): Any[] {
  const [w, v, d, s] = [V("w"), V("v"), V("d"), V("s")];
  const outer = (x: Any, s: Any): [Any, Any] => {
    const [o, t] = F.contrib.foreach((z: Any, t: Any) => [z.mul(t).add(v), z.add(t)], x.mul(w), s);
    return [F.sum(o, { axis: 0 }).mul(v), t];
  };
  return F.contrib.foreach(outer, d, s, { name: "nested" });
}

export function mixed(F: Any, V: (name: string) => Any): Any[] {
  const k = V("k");
  const step = (x: Any, s: Any): [Any, Any] => {
    const y = F.contrib.cond(
      s.lesser(2),
      () => s.add(x),
      () => s.mul(x),
    );
    const [, last] = F.contrib.whileLoop(
      (z: Any) => z.lesser(k),
      (z: Any) => [null, [z.mul(2).add(y.mul(0))]],
      [x.mul(x)],
      { maxIterations: 4 },
    );
    return [last[0].add(y), y];
  };
  return F.contrib.foreach(step, V("d"), V("s"), { name: "mixed" });
}

/** What makes the symbol of each case. */
export const PROGRAMS: Record<string, () => S> = {
  plain: () => sym.Group(foreach((x: S, s: S) => [x.add(s), x.add(s)], V("d"), V("s")) as S[]),
  several,
  states_only: () =>
    foreach((x: S, [s]: readonly S[]) => [[], [s!.mul(x)]], V("d"), [V("s")] as S[], { name: "states_only" })[1][0]!,
  outputs_only: () => {
    const w = V("w");
    return foreach((x: S) => [x.mul(w), []], V("d"), [], { name: "outputs_only" })[0] as S;
  },
  recurrent,
  normalised: () => sym.Group(normalised(sym, V)),
  parts,
  counting: () => {
    const k = V("k");
    const [o, v] = whileLoop(
      (i) => i!.lesserEqual(4),
      (i, s) => [[i!.add(s!)], [i!.add(1), s!.add(i!.mul(k))]],
      [V("i"), V("s")],
      { maxIterations: 6, name: "counting" },
    );
    return sym.Group([...(o as S[]), ...v]);
  },
  bound: () => {
    const k = V("k");
    const [o, v] = whileLoop(
      (i) => i!.lesserEqual(k),
      (i, s) => [[i!.add(s!)], [i!.add(1), s!.add(i!.mul(k))]],
      [V("i"), V("s")],
      { maxIterations: 6, name: "bound" },
    );
    return sym.Group([...(o as S[]), ...v]);
  },
  stopped: () => {
    const [o, v] = whileLoop(
      (x) => x!.lesser(100),
      (x) => [x!.mul(x!), [x!.mul(2)]],
      [V("x")],
      { maxIterations: 3, name: "stopped" },
    );
    return sym.Group([o as S, ...v]);
  },
  alone: () =>
    whileLoop(
      (x) => x!.lesser(3),
      (x) => [null, x!.add(x!.mul(V("w")))],
      V("x"),
      { maxIterations: 9, name: "alone" },
    )[1],
  "branch true": () => branch("yes"),
  "branch false": () => branch("no"),
  branches,
  nested: () => sym.Group(nested(sym, V)),
  mixed: () => sym.Group(mixed(sym, V)),
};
