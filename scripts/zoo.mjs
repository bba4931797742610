// Ten networks of MXNet's model zoo against MXNet itself: node scripts/zoo.mjs PYTHON FOLDER [network ...]
// PYTHON is one with MXNet (scripts/oracle/README.md); FOLDER takes what it computes.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

const [python, folder, ...names] = process.argv.slice(2);
if (!python || !folder) {
  console.error("node scripts/zoo.mjs PYTHON FOLDER [network ...]");
  process.exit(2);
}
execFileSync(python, [join(root, "scripts/oracle/zoo.py"), folder, ...names], {
  stdio: ["ignore", "ignore", "ignore"],
});
const ending = "-symbol.json";
const made = readdirSync(folder).filter((file) => file.endsWith(ending));
const networks = names.length > 0 ? names : made.map((file) => file.slice(0, -ending.length));
execFileSync(
  process.execPath,
  [join(root, "scripts/run.mjs"), join(root, "tests/symbol/zoo-main.ts"), folder, ...networks],
  {
    stdio: "inherit",
  },
);
