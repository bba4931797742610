import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A throw-away project into which the packed tarball is installed, as `npm install mxgrad` would. */
export class Project {
  readonly dir: string = mkdtempSync(join(tmpdir(), "mxgrad-"));
  /** Paths inside the tarball. */
  readonly files: string[];

  constructor() {
    const packed = execFileSync("npm", ["pack", "--json", "--loglevel=error", "--pack-destination", this.dir], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
    this.files = files.map(({ path }) => path);
    const installed = join(this.dir, "node_modules/mxgrad");
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["-xzf", join(this.dir, filename), "-C", installed, "--strip-components=1"]);
  }

  /** Writes a file of the project and returns its path. */
  write(name: string, content: string): string {
    const path = join(this.dir, name);
    writeFileSync(path, content);
    return path;
  }

  /** Runs a program in the project and returns what it prints, errors included. */
  run(command: string, args: string[]): string {
    const { stdout, stderr } = spawnSync(command, args, { cwd: this.dir, encoding: "utf8" });
    return stdout + stderr;
  }

  /** Deletes the project. */
  remove(): void {
    rmSync(this.dir, { recursive: true });
  }
}
