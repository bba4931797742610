import { autograd, nd } from "mxgrad";
import { afterEach, describe, expect, test } from "vitest";
import { expectValues, variable } from "./helpers.ts";

const flags = (): [boolean, boolean] => [autograd.isRecording(), autograd.isTraining()];

afterEach(() => {
  autograd.setRecording(false);
  autograd.setTraining(false);
});

describe("the recording and training flags", () => {
  test("states", () => {
    expect(flags()).toEqual([false, false]);
  });

  test("scopes", () => {
    const seen: [string, boolean, boolean][] = [];
    const note = (label: string): void => {
      seen.push([label, ...flags()]);
    };
    autograd.record(() => {
      note("record");
      autograd.pause(() => {
        note("pause");
        autograd.record(false, () => note("record predict"));
        autograd.trainMode(() => note("train"));
      });
      autograd.predictMode(() => note("predict"));
      autograd.pause(true, () => note("pause train"));
      note("back");
    });
    note("after");
    expect(seen).toEqual([
      ["record", true, true],
      ["pause", false, false],
      ["record predict", true, false],
      ["train", false, true],
      ["predict", true, false],
      ["pause train", false, true],
      ["back", true, true],
      ["after", false, false],
    ]);
  });

  test("scopes, block form", () => {
    const seen: [boolean, boolean][] = [];
    {
      using _record = autograd.record();
      seen.push(flags());
      {
        using _pause = autograd.pause();
        seen.push(flags());
        {
          using _predict = autograd.record(false);
          seen.push(flags());
        }
        {
          using _train = autograd.trainMode();
          seen.push(flags());
        }
      }
      {
        using _predict = autograd.predictMode();
        seen.push(flags());
      }
      {
        using _pause = autograd.pause(true);
        seen.push(flags());
      }
      seen.push(flags());
    }
    seen.push(flags());
    expect(seen).toEqual([
      [true, true],
      [false, false],
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [true, true],
      [false, false],
    ]);
  });

  test("set_recording ret", () => {
    expect([
      autograd.setRecording(true),
      autograd.setRecording(false),
      autograd.setRecording(false),
      autograd.setTraining(true),
      autograd.setTraining(false),
    ]).toEqual([false, true, false, false, true]);
  });

  test("exception in scope restores", () => {
    const fail = (): never => {
      throw new RangeError("x");
    };
    expect(() => autograd.record(fail)).toThrow(RangeError);
    expect(flags()).toEqual([false, false]);
    const block = (): void => {
      using _record = autograd.record();
      fail();
    };
    expect(block).toThrow(RangeError);
    expect(flags()).toEqual([false, false]);
  });

  test("scope reuse", () => {
    // A scope begins where it is made, so a second one takes the place of entering the first again.
    {
      using _first = autograd.record();
    }
    {
      using _second = autograd.record();
      expect(autograd.isRecording()).toBe(true);
    }
    expect(flags()).toEqual([false, false]);
  });

  test("same scope object nested", () => {
    // MXNet loses the outer state here and records for ever.
    {
      using _outer = autograd.record();
      {
        using _inner = autograd.record();
      }
      expect(flags()).toEqual([true, true]);
    }
    expect(flags()).toEqual([false, false]);
  });

  test("set false inside", () => {
    autograd.record(() => {
      autograd.setRecording(false);
    });
    expect(flags()).toEqual([false, false]);
  });

  test("nested same: inner exit does not restore if prev==enter", () => {
    const recording = autograd.record(() => {
      autograd.record(() => {
        autograd.setRecording(false);
      });
      return autograd.isRecording();
    });
    expect(recording).toBe(false);
  });
});

describe("the function form", () => {
  test("returns what the function returns", () => {
    expect(autograd.record(() => "recorded")).toBe("recorded");
    expect(autograd.pause(() => 1)).toBe(1);
    expect(autograd.trainMode(() => 2)).toBe(2);
    expect(autograd.predictMode(() => 3)).toBe(3);
  });

  test("refuses a function that returns a Promise", () => {
    expect(() => autograd.record(async () => nd.ones([1]))).toThrow(/promise|async/i);
    expect(flags()).toEqual([false, false]);
    expect(() => autograd.pause(() => Promise.resolve(1))).toThrow(/promise|async/i);
    expect(flags()).toEqual([false, false]);
  });

  test("records as the block form does", () => {
    const x = variable([1, 2]);
    {
      using _record = autograd.record();
      x.mul(x).backward();
    }
    expectValues(x.grad, [2, 4]);
  });
});
