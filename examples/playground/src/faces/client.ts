// The page's side: the worker as an object whose methods return promises.
import type { Answers, Found, Numbered, Pixels, Report, Request } from "./protocol.ts";

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

export class FacesClient {
  readonly #worker: Worker;
  readonly #answers = new Map<number, Waiting>();
  #lastId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#receive(data);
    worker.onerror = (event) => {
      for (const id of this.#answers.keys())
        this.#receive({ id, ok: false, name: "Error", message: event.message || "the worker could not be started" });
    };
  }

  /** Loads the networks. */
  load(files: ReadonlyMap<string, Blob>): Promise<null> {
    return this.#ask<"load">({ type: "load", files });
  }

  /** Decodes a picture, and keeps it. */
  open(picture: Blob): Promise<Pixels> {
    return this.#ask<"open">({ type: "open", picture });
  }

  /** The faces in the picture. */
  find(smallest: number): Promise<Found> {
    return this.#ask<"find">({ type: "find", smallest });
  }

  #ask<K extends Request["type"]>(request: Request & { type: K }): Promise<Answers[K]> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id } satisfies Numbered<Request>);
    });
  }

  #receive(report: Report): void {
    const waiting = this.#answers.get(report.id);
    this.#answers.delete(report.id);
    if (report.ok) waiting?.resolve(report.value as never);
    else waiting?.reject(Object.assign(new Error(report.message), { name: report.name }));
  }
}
