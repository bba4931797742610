/** What training with Module makes of symbols in MXNet 1.9.1, written by scripts/oracle/module.py. */
import { readFileSync } from "node:fs";
import mx, { init, io, type mod, type NDArray, nd } from "mxgrad";
import { expect } from "vitest";

export interface Stored {
  readonly shape: number[];
  readonly data: number[];
}

export interface ModuleCase {
  readonly name: string;
  /** The symbol's JSON. */
  readonly symbol: string;
  readonly fit: Omit<mod.FitOptions, "numEpoch">;
  readonly iterator: { readonly labelName: string; readonly shuffle?: boolean; readonly batchSize: number };
  readonly data: Stored;
  readonly label: Stored;
  readonly fixedParamNames: string[] | null;
  readonly initializer: "Uniform" | "Xavier";
  readonly lines: readonly string[];
  readonly params: Readonly<Record<string, Stored>>;
  readonly predicted: Stored;
  readonly score: readonly [name: string, value: number][];
  readonly inputGrad: Stored;
}

export const folder = new URL("../golden/module/", import.meta.url);
export const golden = JSON.parse(readFileSync(new URL("cases.json", folder), "utf8")) as readonly ModuleCase[];

export const array = ({ shape, data }: Stored): NDArray => nd.array(data, { shape });

/** The batches of a case, of all rows or the first ones. */
export function batches(c: ModuleCase, rows?: number, options: Partial<ModuleCase["iterator"]> = {}): io.NDArrayIter {
  const part = (x: Stored): NDArray => {
    const all = array(x);
    return rows === undefined ? all : all.slice(`0:${rows}`);
  };
  return new io.NDArrayIter(part(c.data), part(c.label), { ...c.iterator, ...options });
}

/** Seeds both generators, as the script did. */
export function seed(): void {
  mx.random.seed(11);
  mx.np.random.seed(11);
}

export function initializer(c: ModuleCase): init.InitFunction {
  return c.initializer === "Xavier" ? new init.Xavier() : new init.Uniform(0.3);
}

/** Expects an array to be a stored one to 1e-5. */
export function expectClose(x: NDArray, wanted: Stored, what: string): void {
  expect(x.shape, what).toEqual(wanted.shape);
  const got = Array.from(x.toTypedArray(), Number);
  const worst = Math.max(
    0,
    ...got.map((g, i) => Math.abs(g - wanted.data[i]!) / Math.max(1, Math.abs(wanted.data[i]!))),
  );
  expect(worst, `${what}: got ${got.slice(0, 6)}, expected ${wanted.data.slice(0, 6)}`).toBeLessThanOrEqual(1e-5);
}
