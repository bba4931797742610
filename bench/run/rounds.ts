// The driver: every contender has its turn in every round, so that whatever else the machine does hits all alike.
import type { Entry } from "../contenders/index.ts";
import type { Digest, Workload } from "../suite/contract.ts";
import { distance } from "../suite/digest.ts";
import type { Seat } from "./seat.ts";

/** A turn lasts so long, and one run at least. */
const TURN = 150;
/** In how many rounds a contender takes part whose runs take so long. */
const mostRounds = (ms: number): number => (ms > 5000 ? 1 : ms > 1000 ? 2 : Number.POSITIVE_INFINITY);

/** What a contender did in a workload: times in milliseconds, or why there are none. */
export interface Cell {
  readonly times: readonly number[];
  readonly reason?: string;
  /** Whether the reason is a wrong result. */
  readonly wrong?: boolean;
}

export interface Row {
  readonly workload: Workload;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Starts a contender. */
export type Opener = (entry: Entry, threads: number) => Seat | Promise<Seat>;

interface Player {
  readonly name: string;
  readonly seat: Seat;
  readonly times: number[];
  least: number;
  digest?: Digest | undefined;
  reason?: string | undefined;
  wrong?: boolean;
}

/** Contenders' processes, started when they are needed. */
export class Table {
  readonly #open: Opener;
  readonly #closed: () => Promise<void>;
  readonly #seats = new Map<string, { seat: Seat; failed?: string | undefined }>();
  /** The versions of contenders that told them. */
  readonly versions = new Map<string, string>();

  constructor(open: Opener, closed: () => Promise<void> = async () => undefined) {
    this.#open = open;
    this.#closed = closed;
  }

  async seat(entry: Entry, threads: number): Promise<{ seat: Seat; failed?: string | undefined }> {
    const key = `${entry.name} ${threads}`;
    let found = this.#seats.get(key);
    if (!found) {
      const seat = await this.#open(entry, threads);
      const { error, version } = await seat.ask({ type: "start", threads });
      if (version) this.versions.set(entry.name, version);
      found = { seat, failed: error };
      this.#seats.set(key, found);
    }
    return found;
  }

  /** Takes a contender away that did not answer; the next workload starts it anew. */
  async drop(entry: Entry, threads: number): Promise<void> {
    const key = `${entry.name} ${threads}`;
    await this.#seats.get(key)?.seat.close();
    this.#seats.delete(key);
  }

  async close(): Promise<void> {
    for (const { seat } of this.#seats.values()) await seat.close();
    await this.#closed();
  }
}

async function enter(table: Table, entry: Entry, workload: Workload): Promise<Player> {
  const threads = workload.threads ?? 1;
  const { seat, failed } = await table.seat(entry, threads);
  const player: Player = { name: entry.name, seat, times: [], least: 0, reason: failed };
  if (failed !== undefined) return player;
  const { error, digest, times } = await seat.ask({ type: "open", workload });
  player.reason = error;
  player.digest = digest;
  player.least = times?.[0] ?? 0;
  // A process that ended, or still computes, is of no more use.
  if (error && /^(its process|it took)/.test(error)) await table.drop(entry, threads);
  return player;
}

/** Results must agree with those of the first contender that has any. */
function compare(players: readonly Player[], { tolerance }: Workload): void {
  const [first, ...others] = players.filter((player) => player.digest);
  for (const player of others) {
    const off = distance(player.digest as Digest, first?.digest as Digest);
    if (off <= tolerance) continue;
    player.reason = `its result is ${off.toExponential(1)} away from that of ${first?.name}`;
    player.wrong = true;
  }
}

/** Runs a workload with all contenders, in turns. */
export async function play(
  table: Table,
  entries: readonly Entry[],
  workload: Workload,
  rounds: number,
  between: () => Promise<void> = async () => undefined,
): Promise<Row> {
  const players: Player[] = [];
  for (const entry of entries) players.push(await enter(table, entry, workload));
  compare(players, workload);
  const able = players.filter((player) => player.reason === undefined);
  for (let round = 0; round < rounds; round++) {
    await between();
    for (let i = 0; i < able.length; i++) {
      const player = able[(i + round) % able.length] as Player;
      if (player.reason !== undefined || round >= mostRounds(player.least)) continue;
      const { times, error } = await player.seat.ask({ type: "turn", ms: TURN });
      if (times) player.times.push(...times);
      else player.reason = error;
    }
  }
  for (const player of players) if (player.digest) await player.seat.ask({ type: "close" });
  const cells = players.map(({ name, times, reason, wrong }): [string, Cell] => [
    name,
    reason === undefined ? { times } : { times: [], reason, ...(wrong && { wrong }) },
  ]);
  return { workload, cells: new Map(cells) };
}
