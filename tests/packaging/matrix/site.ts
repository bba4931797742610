// The server of the tests: files, the next page for each browser, reports that pages post, and a registry of one package.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Project } from "../packed.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
};

/** Shows page after page in a frame; the test server names them. */
const RUNNER = `<!doctype html><script type="module">
for (;;) {
  const url = await (await fetch("/next" + location.search)).text();
  document.body.replaceChildren(Object.assign(document.createElement("iframe"), { src: url }));
}
</script><body></body>`;

type Waiting = (url: string) => void;

export class Site {
  readonly #server: Server;
  readonly #project: Project;
  readonly #reports = new Map<string, { resolve: (report: unknown) => void; reject: (error: Error) => void }>();
  readonly #idle = new Map<string, Waiting>();
  /** The page that a browser will show when it asks. */
  readonly #next = new Map<string, string>();
  /** When a browser has shown all that it was asked to. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #count = 0;

  constructor(project: Project) {
    this.#project = project;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => response.writeHead(404).end(String(error)));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Has a browser show a page (a path of the project, or an address) and gives what it reports. One page at a time. */
  visit(browser: string, page: string): Promise<unknown> {
    const turn = (this.#turns.get(browser) ?? Promise.resolve()).then(() => this.#show(browser, page));
    this.#turns.set(
      browser,
      turn.catch(() => undefined),
    );
    return turn;
  }

  #show(browser: string, page: string): Promise<unknown> {
    const id = String(++this.#count);
    const url = `${page.startsWith("http") ? page : `${this.url}/${page}`}#${this.url}/report/${id}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${browser}: no report from ${page} within 90 s`)), 90_000);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      this.#reports.set(id, { resolve: settle(resolve), reject: settle(reject) });
      const idle = this.#idle.get(browser);
      this.#idle.delete(browser);
      if (idle) idle(url);
      else this.#next.set(browser, url);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? "/", this.url);
    if (request.method === "POST") {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.writeHead(204, { "access-control-allow-origin": "*" }).end();
      const waiting = this.#reports.get(pathname.split("/").at(-1)!);
      const report = JSON.parse(Buffer.concat(chunks).toString());
      if (report.error) waiting?.reject(new Error(report.error));
      else waiting?.resolve(report);
    } else if (pathname === "/runner") response.writeHead(200, { "content-type": "text/html" }).end(RUNNER);
    else if (pathname === "/next") {
      const browser = decodeURIComponent(search.slice(1));
      const send: Waiting = (url) => response.end(url);
      const url = this.#next.get(browser);
      this.#next.delete(browser);
      if (url) send(url);
      else this.#idle.set(browser, send);
    } else if (pathname === "/mxgrad") response.end(this.#packument());
    else if (pathname === "/mxgrad.tgz") response.end(readFileSync(this.#project.tarball));
    else {
      const body = readFileSync(join(this.#project.dir, pathname));
      const type = TYPES[extname(pathname)] ?? "application/octet-stream";
      // What the README tells strict pages to allow, and no more.
      const policy = "script-src 'self' 'wasm-unsafe-eval'";
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
    }
  }

  #packument(): string {
    const manifest = JSON.parse(readFileSync(join(this.#project.installed, "package.json"), "utf8"));
    const integrity = `sha512-${createHash("sha512").update(readFileSync(this.#project.tarball)).digest("base64")}`;
    const dist = { tarball: `${this.url}/mxgrad.tgz`, integrity };
    const { version } = manifest;
    return JSON.stringify({
      name: "mxgrad",
      "dist-tags": { latest: version },
      versions: { [version]: { ...manifest, dist } },
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
