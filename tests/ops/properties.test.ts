/** Broadcasting, slicing, reductions and picking of elements against references that walk over indices one by one. */
import fc from "fast-check";
import { type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";

/** Every index of a shape, in row-major order. */
function* indices(shape: readonly number[]): Generator<number[]> {
  const count = shape.reduce((a, b) => a * b, 1);
  for (let flat = 0; flat < count; flat++) {
    const index: number[] = new Array(shape.length);
    for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
      index[axis] = rest % shape[axis]!;
      rest = Math.floor(rest / shape[axis]!);
    }
    yield index;
  }
}

const place = (index: readonly number[], shape: readonly number[]): number =>
  index.reduce((flat, i, axis) => flat * shape[axis]! + i, 0);

/** What `value` gives for every index. */
const filled = (shape: readonly number[], value: (index: number[]) => number): number[] =>
  [...indices(shape)].map((index) => value(index));

const numbers = (x: NDArray): number[] => Array.from(x.toTypedArray() as Float64Array);

/** Small integers, so that sums and products are exact in any order. */
function tensor(shape: readonly number[], seed: number): { x: NDArray; values: number[] } {
  let state = seed | 1;
  const next = (): number => {
    state = Math.imul(state, 1664525) + 1013904223;
    return ((state >>> 16) % 9) - 4;
  };
  const values = filled(shape, next);
  return { x: nd.array(values, { dtype: "float32" }).reshape([...shape]), values };
}

const size = fc.integer({ min: 1, max: 5 });
const shapes = (min = 1, max = 5): fc.Arbitrary<number[]> => fc.array(size, { minLength: min, maxLength: max });
const seeds = fc.integer();
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 200, seed: 20260726 });

describe("broadcasting", () => {
  const OPERATORS = {
    broadcastAdd: (a: number, b: number) => a + b,
    broadcastSub: (a: number, b: number) => a - b,
    broadcastMul: (a: number, b: number) => a * b,
    broadcastMaximum: (a: number, b: number) => Math.max(a, b),
    broadcastGreater: (a: number, b: number) => Number(a > b),
    broadcastEqual: (a: number, b: number) => Number(a === b),
  } as const;

  test.each(Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])("%s", (name) => {
    const sides = fc.array(fc.record({ size, kind: fc.constantFrom("both", "left", "right") }), {
      minLength: 1,
      maxLength: 5,
    });
    check(
      fc.property(sides, seeds, (axes, seed) => {
        const a = tensor(
          axes.map((axis) => (axis.kind === "right" ? 1 : axis.size)),
          seed,
        );
        const b = tensor(
          axes.map((axis) => (axis.kind === "left" ? 1 : axis.size)),
          seed + 7,
        );
        const at = ({ x, values }: typeof a, index: number[]): number =>
          values[
            place(
              index.map((i, axis) => (x.shape[axis] === 1 ? 0 : i)),
              x.shape,
            )
          ]!;
        const shape = axes.map((axis) => axis.size);
        const y = nd[name](a.x, b.x);
        expect(y.shape).toEqual(shape);
        expect(numbers(y)).toEqual(filled(shape, (index) => OPERATORS[name](at(a, index), at(b, index))));
      }),
    );
  });

  test("methods take fewer axes on one side", () => {
    check(
      fc.property(shapes(2, 4), fc.nat(3), seeds, (shape, drop, seed) => {
        const a = tensor(shape, seed);
        const short = shape.slice(Math.min(drop, shape.length - 1));
        const b = tensor(short, seed + 3);
        const y = nd.broadcastMul(a.x, b.x.reshape([...new Array(shape.length - short.length).fill(1), ...short]));
        const gap = shape.length - short.length;
        expect(numbers(y)).toEqual(
          filled(shape, (index) => a.values[place(index, shape)]! * b.values[place(index.slice(gap), short)]!),
        );
      }),
    );
  });

  test("broadcastTo and broadcastLike", () => {
    check(
      fc.property(fc.array(fc.tuple(size, fc.boolean()), { minLength: 1, maxLength: 5 }), seeds, (axes, seed) => {
        const from = axes.map(([n, spread]) => (spread ? 1 : n));
        const to = axes.map(([n]) => n);
        const a = tensor(from, seed);
        const expected = filled(
          to,
          (index) =>
            a.values[
              place(
                index.map((i, k) => (from[k] === 1 ? 0 : i)),
                from,
              )
            ]!,
        );
        expect(numbers(nd.broadcastTo(a.x, { shape: to }))).toEqual(expected);
        expect(numbers(nd.broadcastLike(a.x, nd.zeros(to)))).toEqual(expected);
      }),
    );
  });
});

describe("slicing", () => {
  /** The indices that Python's begin:end:step takes of n. */
  function range(n: number, begin: number | null, end: number | null, step: number): number[] {
    const bound = (i: number): number => (i < 0 ? i + n : i);
    const [low, high] = step > 0 ? [0, n] : [-1, n - 1];
    const from = begin === null ? (step > 0 ? 0 : n - 1) : Math.min(Math.max(bound(begin), low), high);
    const to = end === null ? (step > 0 ? n : -1) : Math.min(Math.max(bound(end), low), high);
    const out: number[] = [];
    for (let i = from; step > 0 ? i < to : i > to; i += step) out.push(i);
    return out;
  }

  const limit = fc.option(fc.integer({ min: -6, max: 6 }), { nil: null });
  const part = fc.record({ size, begin: limit, end: limit, step: fc.constantFrom(1, 1, 2, 3, -1, -2) });
  const parts = fc.array(part, { minLength: 1, maxLength: 4 });
  /** The elements of the picked indices along each axis. */
  const picked = (values: readonly number[], shape: readonly number[], along: readonly number[][]): number[] =>
    filled(
      along.map((list) => list.length),
      (index) =>
        values[
          place(
            index.map((i, axis) => along[axis]![i]!),
            shape,
          )
        ]!,
    );

  test("x.slice is Python's, whatever the limits", () => {
    check(
      fc.property(parts, seeds, (axes, seed) => {
        const shape = axes.map((axis) => axis.size);
        const along = axes.map((axis) => range(axis.size, axis.begin, axis.end, axis.step));
        // Python's rule for what is out of range; an empty result is the business of another test.
        fc.pre(along.every((list) => list.length > 0));
        const a = tensor(shape, seed);
        const y = a.x.slice(...axes.map(({ begin, end, step }) => `${begin ?? ""}:${end ?? ""}:${step}`));
        expect(y.shape).toEqual(along.map((list) => list.length));
        expect(numbers(y)).toEqual(picked(a.values, shape, along));
      }),
    );
  });

  test("nd.slice and its opposite, setting", () => {
    const inside = size.chain((n) =>
      fc.tuple(fc.constant(n), fc.nat(n - 1), fc.integer({ min: 1, max: n }), fc.integer({ min: 1, max: 3 })),
    );
    check(
      fc.property(fc.array(inside, { minLength: 1, maxLength: 4 }), seeds, (axes, seed) => {
        const shape = axes.map(([n]) => n);
        const [begin, step] = [axes.map((axis) => axis[1]), axes.map((axis) => axis[3])];
        const end = axes.map(([, from, to]) => Math.max(to, from + 1));
        const along = axes.map(([n], k) => range(n, begin[k]!, end[k]!, step[k]!));
        const a = tensor(shape, seed);
        expect(numbers(nd.slice(a.x, { begin, end, step }))).toEqual(picked(a.values, shape, along));
        a.x.set(99, ...axes.map((_, k) => `${begin[k]}:${end[k]}:${step[k]}`));
        expect(numbers(a.x)).toEqual(
          filled(shape, (index) =>
            index.every((i, axis) => along[axis]!.includes(i)) ? 99 : a.values[place(index, shape)]!,
          ),
        );
      }),
    );
  });

  test("sliceAxis", () => {
    check(
      fc.property(shapes(), fc.nat(), seeds, fc.nat(), fc.nat(), (shape, at, seed, b, e) => {
        const axis = at % shape.length;
        const n = shape[axis]!;
        const begin = b % n;
        const end = begin + 1 + (e % (n - begin));
        const a = tensor(shape, seed);
        const along = shape.map((m, k) => range(m, k === axis ? begin : null, k === axis ? end : null, 1));
        for (const name of [axis, axis - shape.length]) {
          const y = nd.sliceAxis(a.x, { axis: name, begin, end });
          expect(numbers(y)).toEqual(picked(a.values, shape, along));
        }
      }),
    );
  });
});

describe("reductions", () => {
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
  const REDUCTIONS = {
    sum,
    max: (list: number[]) => Math.max(...list),
    min: (list: number[]) => Math.min(...list),
    prod: (list: number[]) => list.reduce((a, b) => a * b, 1),
    mean: (list: number[]) => Math.fround(sum(list) / list.length),
  } as const;
  const chosen = fc.array(fc.nat(4), { maxLength: 4 });

  test.each(Object.keys(REDUCTIONS) as (keyof typeof REDUCTIONS)[])("%s", (name) => {
    check(
      fc.property(shapes(), chosen, fc.boolean(), fc.boolean(), seeds, (shape, picks, keepdims, exclude, seed) => {
        const axes = [...new Set(picks.map((axis) => axis % shape.length))];
        // No axes are all of them; with `exclude`, too, so that is left out.
        fc.pre(!exclude || axes.length > 0);
        const gone = shape.map((_, k) => axes.length === 0 || axes.includes(k) !== exclude);
        fc.pre(gone.some(Boolean));
        const a = tensor(shape, seed);
        // Products of many integers leave float32's exact range: signs and ones only.
        const values = name === "prod" ? a.values.map((v) => (v % 2 === 0 ? 1 : -1)) : a.values;
        const x = name === "prod" ? nd.array(values).reshape(shape) : a.x;
        const groups = new Map<string, number[]>();
        for (const index of indices(shape)) {
          const key = index.filter((_, k) => !gone[k]).join();
          groups.set(key, [...(groups.get(key) ?? []), values[place(index, shape)]!]);
        }
        const signed = axes.map((axis, k) => (k % 2 === 0 ? axis : axis - shape.length));
        const y = nd[name](x, { axis: signed, keepdims, exclude });
        const left = shape.flatMap((n, k) => (gone[k] ? (keepdims ? [1] : []) : [n]));
        expect(y.shape).toEqual(left.length > 0 ? left : [1]);
        expect(numbers(y)).toEqual([...groups.values()].map(REDUCTIONS[name]));
      }),
    );
  });

  test("argmax and argmin take the first of equals", () => {
    check(
      fc.property(shapes(), fc.nat(), fc.boolean(), seeds, (shape, at, keepdims, seed) => {
        const axis = at % shape.length;
        const a = tensor(shape, seed);
        const rest = shape.map((n, k) => (k === axis ? 1 : n));
        const line = (index: number[]): number[] =>
          Array.from({ length: shape[axis]! }, (_, i) => a.values[place(index.with(axis, i), shape)]!);
        const lines = [...indices(rest)].map(line);
        expect(numbers(nd.argmax(a.x, { axis, keepdims }))).toEqual(lines.map((l) => l.indexOf(Math.max(...l))));
        expect(numbers(nd.argmin(a.x, { axis, keepdims }))).toEqual(lines.map((l) => l.indexOf(Math.min(...l))));
      }),
    );
  });
});

describe("elements by index", () => {
  const wrap = (i: number, n: number): number => ((i % n) + n) % n;
  const clip = (i: number, n: number): number => Math.min(Math.max(i, 0), n - 1);
  const anyIndex = fc.integer({ min: -9, max: 9 });

  test.each(["clip", "wrap"] as const)("take, mode %s", (mode) => {
    const into = mode === "clip" ? clip : wrap;
    check(
      fc.property(
        shapes(1, 4),
        fc.nat(),
        shapes(1, 3),
        fc.infiniteStream(anyIndex),
        seeds,
        (shape, at, of, any, seed) => {
          const axis = at % shape.length;
          const n = shape[axis]!;
          const a = tensor(shape, seed);
          const wanted = filled(of, () => any.next().value as number);
          for (const dtype of ["float32", "int32", "int64"] as const) {
            const y = nd.take(a.x, nd.array(wanted, { dtype }).reshape(of), { axis, mode });
            const out = [...shape.slice(0, axis), ...of, ...shape.slice(axis + 1)];
            expect(y.shape).toEqual(out);
            expect(numbers(y)).toEqual(
              filled(out, (index) => {
                const i = into(wanted[place(index.slice(axis, axis + of.length), of)]!, n);
                return a.values[place([...index.slice(0, axis), i, ...index.slice(axis + of.length)], shape)]!;
              }),
            );
          }
        },
      ),
    );
  });

  test("take, mode raise", () => {
    check(
      fc.property(shapes(1, 3), fc.array(anyIndex, { minLength: 1, maxLength: 5 }), seeds, (shape, wanted, seed) => {
        const n = shape[0]!;
        const a = tensor(shape, seed);
        const taken = (): NDArray => nd.take(a.x, nd.array(wanted), { mode: "raise" });
        if (wanted.some((i) => i < 0 || i >= n)) {
          expect(taken).toThrow(/take/);
          return;
        }
        const out = [wanted.length, ...shape.slice(1)];
        expect(numbers(taken())).toEqual(
          filled(out, ([i, ...index]) => a.values[place([wanted[i!]!, ...index], shape)]!),
        );
      }),
    );
  });

  test.each(["clip", "wrap"] as const)("pick, mode %s", (mode) => {
    const into = mode === "clip" ? clip : wrap;
    check(
      fc.property(
        shapes(2, 4),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        fc.infiniteStream(anyIndex),
        seeds,
        (shape, at, keepdims, kept, any, seed) => {
          const axis = at % shape.length;
          const a = tensor(shape, seed);
          const rest = shape.map((n, k) => (k === axis ? 1 : n));
          const wanted = filled(rest, () => any.next().value as number);
          const given = kept ? rest : rest.filter((_, k) => k !== axis);
          const y = nd.pick(a.x, nd.array(wanted).reshape(given), { axis, keepdims, mode });
          expect(y.shape).toEqual(keepdims ? rest : rest.filter((_, k) => k !== axis));
          expect(numbers(y)).toEqual(
            filled(rest, (index) => {
              const i = into(wanted[place(index, rest)]!, shape[axis]!);
              return a.values[place(index.with(axis, i), shape)]!;
            }),
          );
        },
      ),
    );
  });
});
