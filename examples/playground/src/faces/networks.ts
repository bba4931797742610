// The networks from files that somebody chose: what is wrong with them is said by the file's name.
import { nd, scope, sym } from "mxgrad";
import type { Networks } from "../../../mtcnn/detector.ts";
import type { Checkpoint, Network } from "../../../mtcnn/network.ts";
import { loadNetworks } from "../../../mtcnn/networks.ts";
import { listed, missingOf, NETWORKS, type NetworkName, paramsFile, symbolFile } from "./files.ts";

/** What MTCNN's networks make of one example of this shape. */
const SHAPES: Readonly<Record<NetworkName, readonly [input: readonly number[], outputs: string]>> = {
  det1: [[1, 3, 12, 12], "1,4,1,1 1,2,1,1"],
  det2: [[1, 3, 24, 24], "1,4 1,2"],
  det3: [[1, 3, 48, 48], "1,10 1,4 1,2"],
  det4: [[1, 15, 24, 24], "1,2 1,2 1,2 1,2 1,2"],
};

function read<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Error(`${file} is damaged, or another kind of file. (${(error as Error).message})`);
  }
}

async function checkpoint(name: NetworkName, files: ReadonlyMap<string, Blob>): Promise<Checkpoint> {
  const symbol = await files.get(symbolFile(name))!.text();
  const params = new Uint8Array(await files.get(paramsFile(name))!.arrayBuffer());
  const needed = read(symbolFile(name), () => sym.loadJSON(symbol).listArguments());
  const given = read(paramsFile(name), () => scope(() => Object.keys(nd.load(params))));
  // What is not in the file would be zero.
  const lacking = needed.filter((x) => !/^data$|label$/.test(x) && !given.includes(`arg:${x}`));
  if (lacking.length > 0)
    throw new Error(`${paramsFile(name)} lacks what ${symbolFile(name)} needs: ${listed(lacking)}.`);
  return { symbol, params };
}

/** Whether a network is the one that its name says. */
function check(name: NetworkName, network: Network | undefined): void {
  if (!network) return;
  const [input, expected] = SHAPES[name];
  const made = scope(() => network.run(nd.zeros(input)).map(({ shape }) => shape.join(","))).join(" ");
  if (made !== expected) throw new Error(`its outputs have shapes ${made}, those of MTCNN have ${expected}`);
}

/** Loads the networks; the fourth if both of its files are there. */
export async function networksFrom(files: ReadonlyMap<string, Blob>): Promise<Networks> {
  const names = NETWORKS.filter((name) => missingOf(name, files).length === 0);
  const found = new Map<string, Checkpoint>();
  for (const name of names) found.set(name, await checkpoint(name, files));
  let last: NetworkName = "det1";
  try {
    const networks = await loadNetworks((name) => {
      last = name as NetworkName;
      return found.get(name)!;
    }, found.has("det4"));
    const { propose, refine, output, landmarks } = networks;
    [propose, refine, output, landmarks].forEach((network, i) => {
      last = NETWORKS[i]!;
      check(last, network);
    });
    return networks;
  } catch (error) {
    const [symbol, params] = [symbolFile(last), paramsFile(last)];
    throw new Error(`${symbol} and ${params} are not MTCNN's, or not of one network. (${(error as Error).message})`);
  }
}
