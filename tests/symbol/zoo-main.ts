/** Compares networks in a folder that scripts/oracle/zoo.py filled: scripts/zoo.mjs. */
import { compare } from "./zoo.ts";

/**
 * Networks whose gradients are further off than 1e-3, and why. Where rounding decides on which side of a kink (of relu, relu6 or
 * a maximum) one of millions of activations lies, gradients jump. Computed in float64, the gradient of resnet50_v1 is within
 * 5e-6 of ours in float32, and MXNet's is 6e-3 away; of inceptionv3 it is the other way round; of mobilenetv2 both are 8e-2 away.
 */
const KINKS: readonly string[] = ["resnet50_v1", "mobilenetv2_0.25", "inceptionv3"];

const [folder, ...networks] = process.argv.slice(2);
let failed = false;
for (const name of networks) {
  const { output, gradient, worst, sameText } = await compare(folder as string, name);
  const values = output < 1e-4 && sameText;
  const slopes = gradient < 1e-3;
  failed ||= !values || !(slopes || KINKS.includes(name));
  const verdict = values && slopes ? "same" : values && KINKS.includes(name) ? "same but for kinks" : "different";
  const digits = (x: number): string => x.toExponential(1);
  console.log(
    `${verdict.padEnd(18)} ${name.padEnd(18)} outputs ${digits(output)}, gradients ${digits(gradient)} (${worst})${sameText ? "" : ", another text"}`,
  );
}
process.exit(failed ? 1 : 0);
