import { PEAKS } from "../contenders/index.ts";
import { PEAK_FLOPS } from "../contenders/peak.ts";
import type { Workload } from "../suite/contract.ts";
import type { Table } from "./rounds.ts";
import type { Seat } from "./seat.ts";

const TURN = 20;

/** The most GFLOP/s of a thread that were seen in a run: the loops get a turn in every round of the workloads. */
export class PeakMeter {
  readonly #seats: { readonly name: string; readonly seat: Seat }[] = [];
  /** By loop: "peak" has a multiplication and an addition, "peak, fused" one operation for both. */
  readonly best = new Map<string, number>();

  async start(table: Table): Promise<void> {
    for (const [i, entry] of PEAKS.entries()) {
      const { seat, failed } = await table.seat(entry, 1);
      const work: Workload = { name: entry.name, work: { kind: "peak", fused: i === 1 }, tolerance: 0 };
      const error = failed ?? (await seat.ask({ type: "open", workload: work })).error;
      if (error === undefined) this.#seats.push({ name: entry.name, seat });
    }
  }

  async turn(): Promise<void> {
    for (const { name, seat } of this.#seats) {
      const { times = [] } = await seat.ask({ type: "turn", ms: TURN });
      const rate = PEAK_FLOPS / Math.min(...times) / 1e6;
      this.best.set(name, Math.max(rate, this.best.get(name) ?? 0));
    }
  }

  /** Whichever loop was faster; 0 before the first turn. */
  get rate(): number {
    return Math.max(0, ...this.best.values());
  }
}
