// How training goes: a bar in a terminal, else a line an epoch.
import { Presets, SingleBar } from "cli-progress";

/** What is known while an epoch runs. */
export interface Status {
  /** Digits seen in this epoch. */
  readonly seen: number;
  /** The mean loss of this epoch so far. */
  readonly loss: number;
  /** Digits per second. */
  readonly speed: number;
}

const LABELS = "epoch {epoch}  {bar} {percentage}%  loss {loss}  {speed} samples/s";

export class Progress {
  readonly #epochs: number;
  readonly #samples: number;
  #bar: SingleBar | null = null;
  #epoch = 0;

  /** @param samples - digits in an epoch */
  constructor(epochs: number, samples: number) {
    this.#epochs = epochs;
    this.#samples = samples;
  }

  #texts({ loss, speed }: Status): { epoch: string; loss: string; speed: string } {
    const epoch = `${String(this.#epoch).padStart(String(this.#epochs).length)}/${this.#epochs}`;
    return { epoch, loss: loss.toFixed(4), speed: Math.round(speed).toLocaleString("en-US").padStart(6) };
  }

  startEpoch(): void {
    this.#epoch++;
    if (!process.stdout.isTTY) return;
    this.#bar = new SingleBar(
      { format: LABELS, stream: process.stdout, hideCursor: true, barsize: 24, fps: 10, stopOnComplete: false },
      Presets.shades_classic,
    );
    this.#bar.start(this.#samples, 0, this.#texts({ seen: 0, loss: 0, speed: 0 }));
  }

  update(status: Status): void {
    this.#bar?.update(status.seen, this.#texts(status));
  }

  endEpoch(status: Status): void {
    this.update(status);
    this.#bar?.stop();
    if (this.#bar) return;
    const { epoch, loss, speed } = this.#texts(status);
    console.log(`epoch ${epoch}  loss ${loss}  ${speed.trim()} samples/s`);
  }
}
