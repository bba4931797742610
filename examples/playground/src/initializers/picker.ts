// Chooses an initializer and its parameters.
import { field, h, select } from "../ui/dom.ts";
import {
  defaultChoice,
  INITIALIZERS,
  type InitializerChoice,
  type ParameterSpec,
  specOf,
  type Value,
} from "./choices.ts";

export class InitializerPicker {
  readonly element: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #parameters: HTMLElement;
  readonly #onChange: () => void;
  #choice: InitializerChoice;

  /** @param names - the initializers to choose from; all by default */
  constructor(name: string, onChange: () => void, names = INITIALIZERS.map((spec) => spec.name)) {
    this.#onChange = onChange;
    this.#choice = defaultChoice(name);
    this.#select = select(
      names.map((n) => [n, n]),
      name,
    );
    this.#select.addEventListener("change", () => {
      this.#choice = defaultChoice(this.#select.value);
      this.#showParameters();
      onChange();
    });
    this.#parameters = h("div", { class: "fields parameters" });
    this.element = h("div", { class: "picker" }, field("Initializer", this.#select), this.#parameters);
    this.#showParameters();
  }

  get choice(): InitializerChoice {
    return this.#choice;
  }

  set disabled(disabled: boolean) {
    for (const control of this.element.querySelectorAll<HTMLInputElement>("input, select")) control.disabled = disabled;
  }

  #set(name: string, value: Value): void {
    this.#choice = { ...this.#choice, options: { ...this.#choice.options, [name]: value } };
    this.#onChange();
  }

  #control({ name, choices, step }: ParameterSpec): HTMLElement {
    const value = this.#choice.options[name]!;
    if (choices) {
      const control = select(
        choices.map((c) => [c, c]),
        String(value),
      );
      control.addEventListener("change", () => this.#set(name, control.value));
      return control;
    }
    const control = h("input", { type: "number", value: String(value), step: step ?? "any" });
    // Any number is for the library to judge; what is none waits until it is one.
    control.addEventListener("input", () => {
      if (control.value !== "") this.#set(name, control.valueAsNumber);
    });
    return control;
  }

  #showParameters(): void {
    const { parameters } = specOf(this.#choice.name);
    this.#parameters.replaceChildren(...parameters.map((parameter) => field(parameter.name, this.#control(parameter))));
  }
}
