/** The scripts for Deno and Bun, each in its runtime. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { programFolder, type Runtime, runtimes } from "../support/runtimes.ts";

const example = (name: string): string => join(import.meta.dirname, "../../examples", name, "main.ts");
const runtime = (name: string): Runtime => runtimes.find((one) => one.name === name) as Runtime;
const [deno, bun] = [runtime("Deno"), runtime("Bun")];
const skips = ({ here }: Runtime): boolean => !here && !process.env.CI;

test.skipIf(skips(deno))(`${deno.here ? "" : "not installed: "}Deno fits a line, without any permission`, () => {
  const args = deno.args.filter((arg) => arg !== "-A");
  const printed = execFileSync(deno.command, [...args, "--no-prompt", "main.ts"], {
    cwd: programFolder(example("deno")),
    encoding: "utf8",
  });
  expect(printed).toBe("y = 3.00 x + 0.49\n");
});

test.skipIf(skips(bun))(`${bun.here ? "" : "not installed: "}Bun serves derivatives`, async () => {
  const server = spawn(bun.command, ["main.ts"], {
    cwd: programFolder(example("bun")),
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [line] = (await once(server.stdout, "data")) as [Buffer];
    const url = /http:\S+/.exec(String(line))?.[0] as string;
    expect(await (await fetch(`${url}?c=1,0,2&x=3`)).json()).toEqual([19, 12, 4, 0]);
    expect((await fetch(`${url}?c=one`)).status).toBe(400);
  } finally {
    server.kill();
  }
});
