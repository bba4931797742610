/** Replays sequences of calls that MXNet 1.9.1 made, through the public functions. */
import mx, { autograd, type NDArray, nd } from "mxgrad";
import { describe, expect, test } from "vitest";
import { type Encoded, expectEncoded, golden } from "./encoded.ts";

type DType = NDArray["dtype"];

interface Call {
  readonly op: string;
  readonly shape?: number | number[] | null;
  readonly dtype?: DType;
  readonly args: Readonly<Record<string, never>>;
  readonly out?: readonly Encoded[];
}

interface Case {
  readonly id: string;
  readonly calls: readonly Call[];
}

/** MXNet's NumPy-like array module is not part of this library; its draws come from an engine of their own. */
const OTHER_API = ["np_uniform", "np_normal"];

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The numbers 0, 1, … in this shape. */
function counting(shape: number[], dtype: DType): NDArray {
  const size = shape.reduce((n, d) => n * d, 1);
  return nd.array(
    Float64Array.from({ length: size }, (_, i) => i),
    { dtype, shape },
  );
}

function run({ op, shape, dtype, args }: Call): NDArray[] {
  const random = nd.random as unknown as Record<string, (...args: unknown[]) => NDArray | NDArray[]>;
  const options = { shape: shape ?? undefined, dtype };
  const list = (result: NDArray | NDArray[]): NDArray[] => (Array.isArray(result) ? result : [result]);
  const { data, data_dtype, get_prob, params, params_dtype, train, axes, p, prob, range_max } = args;
  switch (op) {
    case "seed":
      mx.random.seed(args.seed!, args.ctx === undefined ? {} : { ctx: nd.zeros(1).context });
      return [];
    case "multinomial":
      return list(
        random.multinomial!(nd.array(data!, { dtype: data_dtype ?? "float32" }), { ...options, getProb: get_prob }),
      );
    case "shuffle":
      return [nd.random.shuffle(counting(shape as number[], dtype!))];
    case "dropout": {
      const x = nd.ones(shape as number[], { dtype: dtype! });
      const how = train ? { p: p! } : { p: p!, mode: "always" as const, ...(axes ? { axes } : {}) };
      return train ? autograd.record(() => list(nd.Dropout(x, how))) : list(nd.Dropout(x, how));
    }
    case "unique_zipfian":
      return nd.invoke("_sample_unique_zipfian", [], { range_max, shape: shape! });
    case "np_bernoulli":
      return [nd.random.bernoulli(prob!, shape!, dtype)];
    case "np_randint":
      return [nd.random.randint(params![0], params![1], shape!, dtype)];
    case "sample_exponential":
      // The function takes the scale, the operator its reciprocal.
      return nd.invoke("_sample_exponential", [nd.array(params![0], { dtype: params_dtype! })], options);
  }
  if (op.startsWith("sample_")) {
    const arrays = (params as unknown as number[][]).map((values) => nd.array(values, { dtype: params_dtype! }));
    return list(random[camel(op.slice("sample_".length))]!(...arrays, options));
  }
  return list(random[camel(op)]!({ ...args, ...options }));
}

// The first case of uniform.json is about a process that has not drawn yet.
for (const file of ["uniform", "continuous", "counts", "array-parameters", "global", "dropout", "mixed"]) {
  describe(file, () => {
    for (const { id, calls } of golden<Case[]>(`random/${file}.json`)) {
      const replayed = calls.filter(({ op }) => !OTHER_API.includes(op));
      if (replayed.every(({ op }) => op === "seed")) continue;
      test(id, () => {
        replayed.forEach((call, i) => {
          const outputs = run(call);
          const expected = call.out ?? [];
          const what = `call ${i}: ${call.op} ${JSON.stringify(call.shape)} ${call.dtype} ${JSON.stringify(call.args)}`;
          expect(outputs, what).toHaveLength(expected.length);
          expected.forEach((values, k) => {
            expectEncoded(what, outputs[k]!, values);
          });
        });
      });
    }
  });
}
