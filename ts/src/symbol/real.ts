import { floatText } from "../runtime/attrs.ts";

/** A number that is a float in MXNet's code: it is written with a point, as JavaScript's whole numbers are not. */
export class Real {
  readonly text: string;

  constructor(value: number) {
    this.text = floatText(value);
  }
}
