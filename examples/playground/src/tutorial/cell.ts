// One lesson: code to change and run, what it prints, and the graph it recorded.
import { covers, parseGraph } from "../graph/parse.ts";
import { h } from "../ui/dom.ts";
import { Editor } from "./editor.ts";
import type { Lesson } from "./lessons.ts";
import type { CellError, RecordedGraph } from "./protocol.ts";
import { type RunResult, runCell } from "./runner.ts";

const MADE: Readonly<Record<string, string>> = { record: "recorded", backward: "for backward()", grad: "for grad()" };

export class Cell {
  readonly element: HTMLElement;
  readonly #lesson: Lesson;
  readonly #editorBox = h("div", { class: "editor" });
  readonly #output = h("pre", { class: "output", tabindex: 0, role: "group" });
  readonly #error = h("div", { class: "cell-error", role: "alert" });
  readonly #note = h("span", { class: "note", role: "status" }, "Not run yet.");
  readonly #graphs = h("div", { class: "graphs" });
  readonly #run: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  #editor: Editor | null = null;
  #abort: AbortController | null = null;

  constructor(lesson: Lesson, index: number) {
    this.#lesson = lesson;
    const heading = h(
      "h3",
      { id: `lesson-${lesson.name}` },
      h("span", { class: "number", "aria-hidden": "true" }, String(index)),
      lesson.title,
    );
    this.#run = h("button", { class: "primary", type: "button", onclick: () => this.#runOrStop() }, "Run");
    this.#reset = h("button", { type: "button", disabled: true, onclick: () => this.#restore() }, "Undo changes");
    this.#output.setAttribute("aria-label", `Output of ${lesson.title}`);
    this.#editorBox.append(h("pre", { class: "editor-placeholder" }, lesson.code));
    this.element = h(
      "section",
      { class: "card cell", "aria-labelledby": heading.id, "data-lesson": lesson.name },
      heading,
      h("p", { class: "about" }, ...this.#about()),
      h(
        "div",
        { class: "cell-grid" },
        h(
          "div",
          { class: "cell-code" },
          this.#editorBox,
          h(
            "div",
            { class: "buttons" },
            this.#run,
            this.#reset,
            h("span", { class: "keys", "aria-hidden": "true" }, "Ctrl + Enter"),
            this.#note,
          ),
        ),
        h("div", { class: "cell-results" }, h("h4", {}, "Output"), this.#output, this.#error, this.#graphs),
      ),
    );
  }

  /** The description, with `code` set as code. */
  #about(): Node[] {
    return this.#lesson.about
      .split("`")
      .map((part, i) => (i % 2 === 1 ? h("code", {}, part) : document.createTextNode(part)));
  }

  /** Puts the editor in the place of the plain code. */
  open(): void {
    if (this.#editor) return;
    this.#editorBox.replaceChildren();
    this.#editor = new Editor(this.#editorBox, {
      label: `Code of ${this.#lesson.title}`,
      code: this.#lesson.code,
      onChange: () => {
        this.#reset.disabled = this.#editor?.code === this.#lesson.code;
      },
      onRun: () => this.#abort ?? this.run(),
    });
  }

  #restore(): void {
    if (this.#editor) this.#editor.code = this.#lesson.code;
    this.run();
  }

  #runOrStop(): void {
    if (this.#abort) this.#abort.abort();
    else this.run();
  }

  async run(): Promise<void> {
    if (this.#abort) return;
    this.open();
    this.#abort = new AbortController();
    this.element.dataset.state = "running";
    this.#run.textContent = "Stop";
    this.#note.textContent = "Running …";
    this.#error.replaceChildren();
    this.#editor?.markLine(null);
    let printed = "";
    const graphs: RecordedGraph[] = [];
    const events = {
      onPrint: (text: string) => {
        printed += `${text}\n`;
      },
      onGraph: (graph: RecordedGraph) => {
        // What was recorded is often differentiated next: that is the same graph, or holds it.
        if (graphs.length > 0 && covers(graph.json, graphs.at(-1)!.json)) graphs.pop();
        graphs.push(graph);
      },
    };
    const result = await runCell(this.#editor!.code, events, this.#abort.signal);
    this.#abort = null;
    this.#run.textContent = "Run";
    this.#output.textContent = printed;
    this.#end(result);
    await this.#showGraphs(graphs);
    this.element.dataset.state = result.kind;
  }

  #end(result: RunResult): void {
    if (result.kind === "done") this.#note.textContent = `Ran in ${Math.max(1, Math.round(result.milliseconds))} ms.`;
    else if (result.kind === "stopped") this.#note.textContent = "Stopped.";
    else this.#showError(result.error);
  }

  #showError({ name, message, line }: CellError): void {
    this.#note.textContent = "Failed.";
    const place = line === undefined ? "" : ` in line ${line}`;
    this.#error.append(h("strong", {}, `${name}${place}`), h("p", {}, message));
    this.#editor?.markLine(line ?? null);
  }

  async #showGraphs(graphs: readonly RecordedGraph[]): Promise<void> {
    if (graphs.length === 0) {
      this.#graphs.replaceChildren(h("p", { class: "note" }, "Nothing was recorded: there is no graph to draw."));
      return;
    }
    const { drawGraph } = await import("../graph/draw.ts");
    this.#graphs.replaceChildren(
      ...graphs
        .slice(-3)
        .map(({ made, json }, i) =>
          h(
            "figure",
            {},
            h("figcaption", {}, graphs.length > 1 ? `Graph ${i + 1}, ${MADE[made]}` : `Graph, ${MADE[made]}`),
            h(
              "div",
              { class: "graph-box", tabindex: 0, role: "group", "aria-label": "Graph" },
              drawGraph(parseGraph(json)),
            ),
          ),
        ),
    );
  }
}
