import type { Reply, Request } from "../suite/contract.ts";

/** A contender at the table: a process or a page that answers requests, one after the other. */
export interface Seat {
  ask(request: Request): Promise<Reply>;
  close(): void | Promise<void>;
}

/** The longest that a contender may take for an answer. */
const PATIENCE = 180_000;

/** An answer, or an error answer when the contender ends or takes too long. */
export async function within(reply: Promise<Reply>, ended: Promise<string>): Promise<Reply> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve({ error: `it took more than ${PATIENCE / 1000} s` }), PATIENCE);
  });
  try {
    return await Promise.race([reply, late, ended.then((error) => ({ error }))]);
  } finally {
    clearTimeout(timer);
  }
}
