// How long one image takes in networks of MXNet's model zoo, beside onnxruntime-web on the same network, in turns in this process:
// `npm run bench:inference`. Needs `npm install --prefix bench/peers` for the peer.
import { fileURLToPath } from "node:url";
import { gluon, memory, model, nd, onnx, random } from "mxgrad";
import { network } from "../tests/symbol/zoo.ts";

const FOLDER = fileURLToPath(new URL("../tests/golden/zoo", import.meta.url));
const ROUNDS = 15;

interface Tensor {
  readonly data: Float32Array;
}

/** One thread of onnxruntime-web's SIMD build. */
async function peer(
  bytes: Uint8Array,
  values: Float32Array,
  shape: readonly number[],
): Promise<() => Promise<Float32Array>> {
  const ort = await import(new URL("./peers/node_modules/onnxruntime-web/dist/ort.wasm.min.mjs", import.meta.url).href);
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes);
  const feeds = { data: new ort.Tensor("float32", values, shape) };
  return async () => {
    const outputs = (await session.run(feeds)) as Record<string, Tensor>;
    return (Object.values(outputs)[0] as Tensor).data;
  };
}

const least = (times: readonly number[]): number => Math.min(...times);
const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] as number;

console.log(
  "| network | mxgrad least / median ms | hybridized block | onnxruntime-web | ratio of least | arrays made a call |",
);
console.log("|---|---:|---:|---:|---:|---:|");
for (const name of ["mobilenet0.25", "squeezenet1.1", "resnet18_v1"]) {
  const { json, symbol, data, params } = network(FOLDER, name);
  const [, args, aux] = await model.loadCheckpoint({ symbol: json, params });
  const executor = symbol.simpleBind(null, { gradReq: "null", shapes: { data } });
  executor.copyParamsFrom(args, aux);
  const block = await gluon.SymbolBlock.imports({ symbol: json, params }, ["data"]);
  random.seed(0);
  const x = nd.random.uniform(-1, 1, data);
  executor.argDict["data"]?.set(x);
  const other = await peer(
    onnx.exportModel(symbol, { ...args, ...aux }, { data }),
    x.toTypedArray() as Float32Array,
    data,
  );
  const ours = executor.forward(false)[0]?.toTypedArray() as Float32Array;
  const theirs = await other();
  const largest = ours.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const off = ours.reduce((most, v, i) => Math.max(most, Math.abs(v - (theirs[i] as number))), 0) / largest;
  if (!(off < 1e-4)) throw new Error(`${name}: the outputs differ by ${off}`);
  block(x).dispose();
  const times: [number[], number[], number[]] = [[], [], []];
  const before = memory().live;
  for (let round = 0; round < ROUNDS; round++) executor.forward(false);
  const made = (memory().live - before) / ROUNDS;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    executor.forward(false);
    const middle = performance.now();
    block(x).dispose();
    const late = performance.now();
    await other();
    const end = performance.now();
    [middle - start, late - middle, end - late].forEach((time, i) => {
      times[i]?.push(time);
    });
  }
  const [direct, blocks, peers] = times.map((list) => `${least(list).toFixed(1)} / ${median(list).toFixed(1)}`);
  const ratio = (least(times[2]) / least(times[0])).toFixed(2);
  console.log(`| ${name} | ${direct} | ${blocks} | ${peers} | ${ratio} | ${made} |`);
}
