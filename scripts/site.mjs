// The playground: node scripts/site.mjs serve | build
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

const folder = join(root, "examples/playground");

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
const tool = (name, ...args) => run(join(folder, "node_modules/.bin", name), ...args);

// The page's tools are its own: those who only use or build the package do without them.
if (!existsSync(join(folder, "node_modules/vite"))) run("npm", "ci", "--no-audit");

switch (process.argv[2]) {
  case "serve":
    tool("vite", ...process.argv.slice(3));
    break;
  case "build":
    tool("vite", "build", "--emptyOutDir");
    tool("typedoc");
    console.log(`\nThe site is in ${join("examples", "playground", "dist")}; any web server will do.`);
    break;
  default:
    console.error("node scripts/site.mjs serve | build");
    process.exit(2);
}
