// Files of old versions.
import { MXNetError, sym } from "mxgrad";
import { describe, expect, test } from "vitest";
import { golden } from "./golden.ts";

describe("files of old versions", () => {
  for (const { name, json, saved, error } of golden<{ name: string; json: string; saved?: string; error?: string }[]>(
    "legacy",
  )) {
    test(name, () => {
      if (error === undefined) expect(sym.fromJSON(json).toJSON()).toBe(saved);
      else expect(() => sym.fromJSON(json)).toThrow(MXNetError);
    });
  }
});
