// What MXNet 1.9.1 made of symbols: see scripts/oracle/symbol.py.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../golden/symbol");

/** A golden file as data. */
export const golden = <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as T;

/** The path of a golden file. */
export const goldenPath = (name: string): string => join(folder, name);
