// Operator registry -> ts/src/generated and docs/operators.md. `--check` changes nothing and fails when they are stale.
// crates/codegen writes both below the directory it is given; what it no longer writes is removed.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

const GENERATED = ["ts/src/generated", "docs/operators.md"];

/** Contents of a file, or of those below a directory, by relative path. */
function contents(dir) {
  if (!existsSync(dir)) return new Map();
  const names = statSync(dir).isFile() ? [dir] : readdirSync(dir, { recursive: true }).map((name) => join(dir, name));
  const files = names.filter((path) => statSync(path).isFile());
  return new Map(files.map((path) => [relative(dir, path), readFileSync(path, "utf8").replaceAll("\r\n", "\n")]));
}

const out = mkdtempSync(join(tmpdir(), "mxgrad-"));
try {
  execFileSync("cargo", ["run", "-q", "--locked", "-p", "mxgrad-codegen", "--", out], { cwd: root, stdio: "inherit" });
  for (const dir of GENERATED) {
    const [now, wanted] = [contents(join(root, dir)), contents(join(out, dir))];
    const differing = [...new Set([...now.keys(), ...wanted.keys()])].filter(
      (name) => now.get(name) !== wanted.get(name),
    );
    if (process.argv.includes("--check")) {
      for (const name of differing) console.error(`stale: ${join(dir, name)}: npm run generate`);
      if (differing.length > 0) process.exitCode = 1;
    } else if (differing.length > 0) {
      rmSync(join(root, dir), { recursive: true, force: true });
      if (wanted.size > 0) cpSync(join(out, dir), join(root, dir), { recursive: true });
      console.log(`${dir}: ${differing.length} files changed`);
    }
  }
} finally {
  rmSync(out, { recursive: true });
}
