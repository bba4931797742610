/** dumps(), create and the lines of verbose initializers, to the byte. */
import mx, { init, nd } from "mxgrad";
import { describe, expect, test, vi } from "vitest";
import { golden } from "../random/encoded.ts";
import { build, type Spec } from "./build.ts";

interface Texts {
  readonly dumps: readonly { init: Spec; dumps: string }[];
  readonly create: readonly {
    args: readonly unknown[];
    kwargs: Readonly<Record<string, unknown>>;
    dumps?: string;
    error?: { text: string };
  }[];
  readonly verbose: readonly {
    init: Spec;
    name: string;
    shape: number[];
    attrs: Readonly<Record<string, string>> | null;
    lines: readonly string[];
  }[];
}

const texts = golden<Texts>("init/texts.json");

describe("dumps", () => {
  for (const { init: spec, dumps } of texts.dumps) {
    test(dumps, () => {
      expect(build(spec).dumps()).toBe(dumps);
    });
  }
});

describe("create", () => {
  for (const { args, kwargs, dumps, error } of texts.create) {
    const make = (): init.Initializer => {
      const options = Object.keys(kwargs).length > 0 ? [kwargs] : [];
      return init.create(...([...args, ...options] as [string]));
    };
    test(JSON.stringify([...args, kwargs]), () => {
      if (error === undefined) expect(make().dumps()).toBe(dumps);
      else if (error.text.includes("not registered") || error.text.includes("string type"))
        expect(make).toThrow(error.text);
      else expect(make).toThrow();
    });
  }
});

describe("verbose", () => {
  for (const { init: spec, name, shape, attrs, lines } of texts.verbose) {
    test(lines.join(), () => {
      const info = vi.spyOn(console, "info").mockImplementation(() => {});
      try {
        mx.random.seed(0);
        build(spec).setVerbosity(true)(new init.InitDesc(name, attrs), nd.zeros(shape));
        expect(info.mock.calls).toEqual(lines.map((line) => [line]));
      } finally {
        info.mockRestore();
      }
    });
  }
});
