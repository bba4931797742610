/** Compares networks in a folder that scripts/oracle/zoo.py filled: scripts/zoo.mjs. */
import { compare } from "./zoo.ts";

const [folder, ...networks] = process.argv.slice(2);
let failed = false;
for (const name of networks) {
  const { output, gradient, worst, sameText } = await compare(folder as string, name);
  const same = output < 1e-4 && gradient < 1e-3 && sameText;
  failed ||= !same;
  const verdict = same ? "same" : "different";
  const digits = (x: number): string => x.toExponential(1);
  console.log(
    `${verdict.padEnd(9)} ${name.padEnd(18)} outputs ${digits(output)}, gradients ${digits(gradient)} (${worst})${sameText ? "" : ", another text"}`,
  );
}
process.exit(failed ? 1 : 0);
