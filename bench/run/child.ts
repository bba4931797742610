// The process of a contender: `node scripts/run.mjs bench/run/child.ts FILE`, with a channel to the driver.
import { pathToFileURL } from "node:url";
import type { Contender, Request } from "../suite/contract.ts";
import { Session } from "./session.ts";

const { contender } = (await import(pathToFileURL(process.argv[2] as string).href)) as { contender: Contender };
const session = new Session(contender);
process.on("message", async (request: Request) => process.send?.(await session.answer(request)));
process.on("disconnect", () => process.exit());
