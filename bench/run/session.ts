import type { Contender, Reply, Request, Task, Work, Workload } from "../suite/contract.ts";
import { digest } from "../suite/digest.ts";
import { WARM } from "../suite/shapes.ts";

/** Runs get warm for so long. */
const WARM_UP = 300;
/** A sample is as many runs as last so long, so that the clock's resolution does not matter. */
const SAMPLE = 0.5;
/** Samples of a turn at least, of runs that take less than the time: on a busy machine one alone says little. */
const FEWEST = { samples: 3, ms: 300 };

interface Open {
  readonly workload: Workload;
  readonly task: Task;
  /** The least time of a run so far. */
  least: number;
}

/** Answers the driver for one contender, in a process or a page of its own. */
export class Session {
  readonly #contender: Contender;
  #open: Open | undefined;

  constructor(contender: Contender) {
    this.#contender = contender;
  }

  /** The answer to a request; errors become answers too. */
  async answer(request: Request): Promise<Reply> {
    try {
      return await this.#answer(request);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async #answer(request: Request): Promise<Reply> {
    switch (request.type) {
      case "start":
        await this.#contender.start(request.threads, request.files);
        return {};
      case "open":
        return this.#prepare(request.workload);
      case "turn":
        return { times: await this.#turn(request.ms) };
      case "close":
        this.#open?.task.close?.();
        this.#open = undefined;
        return {};
    }
  }

  async #prepare(workload: Workload): Promise<Reply> {
    const { kind } = workload.work;
    const make = this.#contender.makers[kind] as ((work: Work) => Task | Promise<Task>) | undefined;
    if (!make) throw new Error(this.#contender.missing?.[kind] ?? "it has no such function");
    const task = await make(workload.work);
    const found = digest(workload, await task.output());
    this.#open = { workload, task, least: Number.POSITIVE_INFINITY };
    // Turns of few runs are too short to get warm in.
    if (workload.most) for (let made = 0; made < WARM; made += 1000) await sample(task, 1000);
    const times = await this.#turn(WARM_UP);
    return { digest: found, times: [Math.min(...times)] };
  }

  /** Samples until the time is over, and a few at least. */
  async #turn(ms: number): Promise<number[]> {
    const open = this.#open;
    if (!open) throw new Error("no workload is open");
    // Lets finalisers of earlier turns run.
    await new Promise((resolve) => setTimeout(resolve));
    const most = open.workload.most ?? Number.POSITIVE_INFINITY;
    const times: number[] = [];
    const end = performance.now() + ms;
    const few = () => times.length < FEWEST.samples && open.least < FEWEST.ms;
    do {
      const runs = open.workload.most ? 1 : Math.max(1, Math.ceil(SAMPLE / open.least) || 1);
      const time = await sample(open.task, runs);
      open.least = Math.min(open.least, time);
      times.push(time);
    } while (times.length < most && (few() || performance.now() < end));
    return times;
  }
}

async function sample(task: Task, runs: number): Promise<number> {
  task.supply?.(runs);
  const start = performance.now();
  for (let i = 0; i < runs; i++) {
    const result = task.run();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / runs;
}
