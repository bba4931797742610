// The page's side: a worker as an object whose methods return promises. A search is stopped by ending its worker; the next one
// gets the same files.
import type { Answers, Found, Numbered, Pixels, Report, Request } from "./protocol.ts";

interface Waiting {
  readonly request: Request;
  resolve(value: never): void;
  reject(error: Error): void;
}

/** What the worker keeps, so that a new one must be told, too. */
type Kept = Exclude<Request["type"], "find">;

export class FacesClient {
  readonly #start: () => Worker;
  #worker: Worker;
  readonly #answers = new Map<number, Waiting>();
  /** What the worker was told and has answered. */
  readonly #known = new Map<Kept, Request>();
  #lastId = 0;

  /** @param start - starts a worker */
  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = this.#listen();
  }

  #listen(): Worker {
    const worker = this.#start();
    worker.onmessage = ({ data }: MessageEvent<Report>) => this.#receive(data);
    worker.onerror = (event) => {
      for (const id of this.#answers.keys())
        this.#receive({ id, ok: false, name: "Error", message: event.message || "the worker could not be started" });
    };
    return worker;
  }

  /** Loads the networks. */
  load(files: ReadonlyMap<string, Blob>): Promise<null> {
    return this.#ask<"load">({ type: "load", files: new Map(files) });
  }

  /** Decodes a picture, and keeps it. */
  open(picture: Blob): Promise<Pixels> {
    return this.#ask<"open">({ type: "open", picture });
  }

  /** The faces in the picture. */
  find(smallest: number): Promise<Found> {
    return this.#ask<"find">({ type: "find", smallest });
  }

  /** Ends searches at once: their promises are rejected with an AbortError. All else goes on. */
  stop(): void {
    const searches = [...this.#answers].filter(([, { request }]) => request.type === "find");
    if (searches.length === 0) return;
    this.#worker.terminate();
    this.#worker = this.#listen();
    for (const request of this.#known.values()) this.#send(++this.#lastId, request);
    for (const [id, { request }] of this.#answers) if (request.type !== "find") this.#send(id, request);
    for (const [id] of searches) this.#receive({ id, ok: false, name: "AbortError", message: "stopped" });
  }

  #ask<K extends Request["type"]>(request: Request & { type: K }): Promise<Answers[K]> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { request, resolve, reject });
      this.#send(id, request);
    });
  }

  #send(id: number, request: Request): void {
    this.#worker.postMessage({ ...request, id } satisfies Numbered<Request>);
  }

  #receive(report: Report): void {
    const waiting = this.#answers.get(report.id);
    if (!waiting) return;
    this.#answers.delete(report.id);
    const { request } = waiting;
    if (request.type !== "find") this.#known.set(request.type, request);
    if (report.ok) waiting.resolve(report.value as never);
    else waiting.reject(Object.assign(new Error(report.message), { name: report.name }));
  }
}
