// The script of a contender's page: the driver calls `answer`.
import type { Contender, Reply, Request } from "../suite/contract.ts";
import { Session } from "./session.ts";

/** Makes the page answer for a contender. */
export function serve(contender: Contender): void {
  const session = new Session(contender);
  Object.assign(globalThis, { answer: (request: Request): Promise<Reply> => session.answer(request) });
}
