// The tab with the tutorial.
import { h, nextFrame } from "../ui/dom.ts";
import { Cell } from "./cell.ts";
import { LESSONS } from "./lessons.ts";

export class TutorialTab {
  readonly element: HTMLElement;
  readonly #cells: readonly Cell[];

  constructor() {
    this.#cells = LESSONS.map((lesson, i) => new Cell(lesson, i + 1));
    this.element = h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "intro" },
        h("h2", {}, "The tutorial, live"),
        h(
          "p",
          {},
          "MXNet's chapter on automatic differentiation and initializers, as TypeScript that runs in this page. Change it and run it again: each run is a fresh process in a worker.",
        ),
      ),
      ...this.#cells.map(({ element }) => element),
    );
    this.#begin();
  }

  /** Editors open one a frame; a cell runs by itself when it is first seen. */
  async #begin(): Promise<void> {
    for (const cell of this.#cells) {
      await nextFrame();
      cell.open();
    }
    const observer = new IntersectionObserver(async (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        await this.#cells.find(({ element }) => element === target)?.run();
      }
    });
    for (const { element } of this.#cells) observer.observe(element);
  }
}
