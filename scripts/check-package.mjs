// Packs the package as npm would publish it and has publint and "are the types wrong" look at it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.mjs";

const out = mkdtempSync(join(tmpdir(), "mxgrad-"));
try {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", out], { cwd: root, stdio: "ignore" });
  const tarball = join(
    out,
    readdirSync(out).find((name) => name.endsWith(".tgz")),
  );
  const run = (name, ...args) =>
    spawnSync(join(root, "node_modules/.bin", name), args, { cwd: root, stdio: "inherit" }).status === 0;
  // The package is ES modules only: Node 20.19 and later can require() them.
  const passed = [run("publint", "run", tarball, "--strict"), run("attw", tarball, "--profile", "esm-only")];
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} finally {
  rmSync(out, { recursive: true });
}
