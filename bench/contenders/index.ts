import { readFileSync } from "node:fs";
import { join } from "node:path";

const bench = join(import.meta.dirname, "..");
const peers = join(bench, "peers");
/** Where the peers are installed. */
export const PACKAGES: string = join(peers, "node_modules");

/** A contender, and where it is. */
export interface Entry {
  readonly name: string;
  readonly version?: string;
  /** The module that runs the workloads, or the program in Python. */
  readonly file: string;
  readonly native?: boolean;
  /** Files of the package that it loads beside the script. */
  readonly files?: readonly string[];
  /** Whether Node cannot load its modules as they are. */
  readonly bundled?: boolean;
}

const read = (folder: string) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const wanted: Record<string, string> = read(peers).dependencies;
const peer = (name: string, module: string, rest: Partial<Entry> = {}): Entry => ({
  name,
  version: wanted[module] as string,
  file: join(peers, `${name}.ts`),
  ...rest,
});

export const MXGRAD: Entry = {
  name: "mxgrad",
  version: read(join(bench, "..")).version,
  file: join(bench, "contenders/mxgrad.ts"),
};

/** What the machine can do, not libraries. */
export const PEAKS: readonly Entry[] = ["peak", "peak, fused"].map((name) => ({
  name,
  file: join(bench, "contenders/peak.ts"),
}));

const wasm = (file: string) => join(PACKAGES, `@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-${file}.wasm`);
const ort = (type: string) => join(PACKAGES, `onnxruntime-web/dist/ort-wasm-simd-threaded.${type}`);

/** Libraries in JavaScript. */
export const PEERS: readonly Entry[] = [
  peer("jax-js", "@jax-js/jax"),
  // The module with its gradients imports others without their endings.
  peer("tfjs-wasm", "@tensorflow/tfjs-backend-wasm", { files: [wasm("simd"), wasm("threaded-simd")], bundled: true }),
  peer("onnxruntime-web", "onnxruntime-web", { files: [ort("mjs"), ort("wasm")] }),
  peer("numpy-ts", "numpy-ts"),
];

/** Native libraries, which a Python has or not. */
export const NATIVE: readonly Entry[] = ["mxnet", "torch"].map((name) => ({
  name: `native ${name}`,
  file: join(peers, "native", `${name}_tasks.py`),
  native: true,
}));
