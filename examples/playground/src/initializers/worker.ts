// Fills arrays and looks at them.
import { init, type NDArray, nd, random, scope } from "mxgrad";
import { histogramOf, magnitude } from "../histogram.ts";
import { makeInitializer } from "./make.ts";
import type { FillReport, FillRequest } from "./protocol.ts";

/** More elements than that take long, and show nothing more. */
const MOST = 4_000_000;

/** The first few rows and columns, as MXNet prints them. */
function corner(x: NDArray): NDArray {
  let part = x;
  while (part.ndim > 2) part = part.at(0);
  return part.ndim === 1 ? part.slice("0:6") : part.slice("0:4", "0:3");
}

function fill({ id, seed, shape, choice, limit }: FillRequest): FillReport {
  const size = shape.reduce((n, d) => n * d, 1);
  if (size > MOST)
    throw new RangeError(
      `${size.toLocaleString("en-US")} values are too many for this page; the most are ${MOST.toLocaleString("en-US")}`,
    );
  return scope(() => {
    random.seed(seed);
    const initializer = makeInitializer(choice);
    const x = nd.zeros(shape);
    initializer(new init.InitDesc("weight"), x);
    const values = x.toTypedArray() as Float32Array;
    return {
      id,
      ok: true,
      histogram: histogramOf(values, limit ?? magnitude(values)),
      values: String(corner(x)).trim(),
      dumps: initializer.dumps(),
    };
  });
}

self.onmessage = ({ data }: MessageEvent<FillRequest>) => {
  let report: FillReport;
  try {
    report = fill(data);
  } catch (error) {
    const { name, message } = error as Error;
    report = { id: data.id, ok: false, name, message };
  }
  (self as unknown as Worker).postMessage(report);
};
