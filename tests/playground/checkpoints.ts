// Networks of MTCNN's shapes that say the same of every place, in files as MXNet's, and the page's inputs for them.
import { model, type NDArray, nd, sym } from "mxgrad";
import type { Driver } from "../../examples/playground/drivers/driver.ts";

type Files = Readonly<Record<string, Uint8Array>>;
type Output = readonly [name: string, bias: readonly number[]];

/** A network whose weights are zero: each output is its bias everywhere, the last one after a softmax. */
function files(name: string, kernel: number | null, outputs: readonly Output[], side: number): Files {
  const data = sym.Variable("data");
  const params: Record<string, NDArray> = {};
  const heads = outputs.map(([head, bias], i) => {
    const [numFilter, last] = [bias.length, i === outputs.length - 1];
    params[`${head}_bias`] = nd.array(bias);
    if (kernel === null) {
      params[`${head}_weight`] = nd.zeros([numFilter, 3 * side * side]);
      const y = sym.FullyConnected(data, { name: head, numHidden: numFilter });
      return last ? sym.softmax(y, { name: "prob1" }) : y;
    }
    params[`${head}_weight`] = nd.zeros([numFilter, 3, kernel, kernel]);
    const y = sym.Convolution(data, { name: head, kernel: [kernel, kernel], stride: [2, 2], numFilter });
    return last ? sym.SoftmaxActivation(y, { name: "prob1", mode: "channel" }) : y;
  });
  const saved = model.saveCheckpoint(null, 1, sym.Group(heads), params, {});
  return { [`${name}-symbol.json`]: new TextEncoder().encode(saved.symbol), [`${name}-0001.params`]: saved.params };
}

const STILL: Output = ["box", [0, 0, 0, 0]];
const POINTS: Output = ["points", [0.3, 0.7, 0.5, 0.35, 0.65, 0.4, 0.4, 0.6, 0.8, 0.8]];

/** The three networks, as sure of a face as `logit` says. */
export function networkFiles(logit: number): Files {
  const score: Output = ["score", [0, logit]];
  return {
    ...files("det1", 12, [STILL, score], 12),
    ...files("det2", null, [STILL, score], 24),
    ...files("det3", null, [POINTS, STILL, score], 48),
  };
}

/** The third network without its landmarks. */
export const withoutLandmarks = (): Files => files("det3", null, [STILL, ["score", [0, 1]]], 48);

/** Chooses files in the inputs of the faces tab, or drops them there. */
export async function give(driver: Driver, to: "picture" | "networks" | "drop", given: Files): Promise<void> {
  const encoded = Object.entries(given).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  const input = `document.querySelectorAll("#panel-faces input[type=file]")[${to === "picture" ? 0 : 1}]`;
  const deliver =
    to === "drop"
      ? `document.querySelector(".faces").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }))`
      : `(${input}.files = data.files, ${input}.dispatchEvent(new Event("change")))`;
  await driver.evaluate(`(() => {
    const data = new DataTransfer();
    for (const [name, text] of ${JSON.stringify(encoded)})
      data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name));
    ${deliver};
    return true;
  })()`);
}
