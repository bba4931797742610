/** What MXNet 1.9.1's initializers write, to the bit, and how much they draw. */
import mx, { init, MXNetError, type NDArray, nd } from "mxgrad";
import { expect, test, vi } from "vitest";
import { bytesOf, type Encoded, expectEncoded, golden } from "../random/encoded.ts";
import { build, type Spec } from "./build.ts";

interface Case {
  readonly id: string;
  readonly init: Spec;
  readonly name: string;
  readonly attrs?: Readonly<Record<string, string>>;
  /** Called with a plain string. */
  readonly plain?: true;
  readonly shape: number[];
  readonly dtype: NDArray["dtype"];
  readonly seed: number;
  readonly out?: Encoded;
  /** All values of an Orthogonal. */
  readonly bits?: readonly string[];
  readonly error?: { readonly class: string; readonly text: string };
  /** A float32 uniform drawn afterwards. */
  readonly next: string;
}

const float32 = (bits: string): number => new Float32Array(Uint32Array.of(Number.parseInt(bits, 16)).buffer)[0]!;

/** Compares singular vectors up to their signs, and checks that they are orthonormal but for the scale. */
function expectOrthogonal(arr: NDArray, expected: readonly number[], scale: number): void {
  const rows = arr.shape[0]!;
  const columns = arr.size / rows;
  const got = Array.from(arr.toTypedArray(), Number);
  // The vectors are the columns of U, or the rows of V.
  const [count, length] = rows >= columns ? [columns, rows] : [rows, columns];
  const vector = (flat: readonly number[], k: number): number[] =>
    Array.from({ length }, (_, i) => flat[rows >= columns ? i * columns + k : k * columns + i]!);
  const dot = (a: number[], b: number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
  for (let k = 0; k < count; k++) {
    const mine = vector(got, k);
    const theirs = vector(expected, k);
    const sign = Math.sign(dot(mine, theirs));
    const worst = Math.max(...mine.map((x, i) => Math.abs(sign * x - theirs[i]!)));
    expect(worst, `vector ${k}`).toBeLessThanOrEqual(2e-6);
    for (let other = 0; other <= k; other++) {
      expect(dot(mine, vector(got, other))).toBeCloseTo(other === k ? scale ** 2 : 0, 5);
    }
  }
}

for (const c of golden<Case[]>("init/values.json")) {
  test(c.id, () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    try {
      mx.random.seed(c.seed);
      const arr = nd.full(c.shape, 7, { dtype: c.dtype });
      const before = bytesOf(arr);
      const desc = c.plain ? c.name : new init.InitDesc(c.name, c.attrs);
      const fill = (): void => build(c.init)(desc, arr);
      if (c.error) {
        let error: unknown;
        try {
          fill();
        } catch (caught) {
          error = caught;
        }
        expect(error).toBeInstanceOf(c.error.class === "TypeError" ? TypeError : MXNetError);
        // MXNet says which parameter it is about in few of its messages; here all do that know it.
        if (!c.id.startsWith("mixed-") && c.id !== "xavier-magnitude") {
          expect((error as Error).message).toContain(c.id === "own-unknown" ? "bogus" : c.name);
        }
        expect(bytesOf(arr)).toEqual(before);
      } else {
        fill();
        expect([arr.shape, arr.dtype]).toEqual([c.shape, c.dtype]);
        if (c.bits) expectOrthogonal(arr, c.bits.map(float32), c.init[1][0] as number);
        else expectEncoded(c.id, arr, c.out!);
      }
      expect(nd.random.uniform({ shape: 1 }).asscalar(), "next draw").toBe(float32(c.next));
    } finally {
      warn.mockRestore();
    }
  });
}
