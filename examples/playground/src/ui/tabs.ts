// Tabs that keep their place in the address (#train) and are made when they are first shown.
import { h } from "./dom.ts";

export class Tabs {
  readonly #makers: Readonly<Record<string, () => Promise<HTMLElement>>>;
  readonly #made = new Set<string>();

  constructor(makers: Readonly<Record<string, () => Promise<HTMLElement>>>) {
    this.#makers = makers;
    for (const name of this.#names) {
      const tab = this.#tab(name);
      tab.addEventListener("click", () => this.#go(name));
      tab.addEventListener("keydown", (event) => this.#key(event, name));
    }
    addEventListener("hashchange", () => this.#showHash());
    this.#showHash();
  }

  get #names(): string[] {
    return Object.keys(this.#makers);
  }

  #tab(name: string): HTMLElement {
    return document.querySelector<HTMLElement>(`#tab-${name}`)!;
  }

  #panel(name: string): HTMLElement {
    return document.querySelector<HTMLElement>(`#panel-${name}`)!;
  }

  #go(name: string): void {
    // Sets the address without scrolling to anything.
    history.pushState(null, "", `#${name}`);
    this.#show(name);
  }

  #showHash(): void {
    const name = location.hash.slice(1);
    this.#show(this.#names.includes(name) ? name : this.#names[0]!);
  }

  #key(event: KeyboardEvent, name: string): void {
    const names = this.#names;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
    const at = names.indexOf(name);
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? names.length - 1 : at + (steps[event.key] ?? Number.NaN);
    const target = names[(next + names.length) % names.length];
    if (!target) return;
    event.preventDefault();
    this.#go(target);
    this.#tab(target).focus();
  }

  #show(name: string): void {
    for (const other of this.#names) {
      const selected = other === name;
      this.#tab(other).setAttribute("aria-selected", String(selected));
      this.#tab(other).tabIndex = selected ? 0 : -1;
      this.#panel(other).hidden = !selected;
    }
    if (!this.#made.has(name)) this.#make(name);
  }

  async #make(name: string): Promise<void> {
    this.#made.add(name);
    const panel = this.#panel(name);
    panel.replaceChildren(h("p", { class: "empty loading" }, "Loading …"));
    try {
      panel.replaceChildren(await this.#makers[name]!());
    } catch (error) {
      this.#made.delete(name);
      panel.replaceChildren(
        h("p", { class: "cell-error", role: "alert" }, `This part could not be loaded: ${(error as Error).message}`),
      );
    }
  }
}
