import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A throw-away project into which npm installs the packed tarball; folders in it are the projects of single tests. */
export class Project {
  /** Outside of the repository, so that no tool finds its sources by tsconfig.json. */
  readonly dir: string = mkdtempSync(join(tmpdir(), "mxgrad-"));
  /** The packed package. */
  readonly tarball: string;
  /** Paths inside the tarball. */
  readonly files: string[];

  constructor() {
    const packed = this.#npm(root, "pack", "--json", "--loglevel=error", "--pack-destination", this.dir);
    const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
    this.files = files.map(({ path }) => path);
    this.tarball = join(this.dir, filename);
    this.write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
    this.#npm(this.dir, "install", "--offline", "--no-audit", "--no-package-lock", this.tarball);
  }

  #npm(cwd: string, ...args: string[]): string {
    return execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  }

  /** Where the package is installed. */
  get installed(): string {
    return join(this.dir, "node_modules/mxgrad");
  }

  /** Writes a file of the project and returns its path. */
  write(name: string, content: string): string {
    const path = join(this.dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Makes a folder with these files and copies of those in `copies`; returns its path. */
  folder(name: string, files: Record<string, string>, copies: readonly string[] = []): string {
    for (const [file, content] of Object.entries(files)) this.write(join(name, file), content);
    for (const path of copies) cpSync(path, join(this.dir, name, path.slice(dirname(path).length + 1)));
    return join(this.dir, name);
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
