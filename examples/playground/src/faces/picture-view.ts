// The picture, with boxes and landmarks drawn over it.
import type { Face } from "../../../mtcnn/detector.ts";
import { h } from "../ui/dom.ts";
import type { Pixels } from "./protocol.ts";

// On a photograph, whatever the page's colours: each line is bright with a dark edge.
const EDGE = "#000a";
const BOX = "#46e06a";
const POINT = "#ff5a3c";

/** How many faces, as one says it. */
export const counted = (n: number): string => (n === 1 ? "1 face" : `${n || "No"} faces`);

function described({ left, top, right, bottom, score }: Face): string {
  const [x, y, w, h] = [left, top, right - left + 1, bottom - top + 1].map(Math.round);
  return `${w} × ${h} pixels at (${x}, ${y}), ${(100 * score).toFixed(1)} % sure`;
}

export class PictureView {
  readonly element: HTMLElement;
  readonly #canvas = h("canvas", { role: "img", hidden: true });
  readonly #empty = h("p", { class: "empty" }, "The picture appears here.");
  readonly #list = h("ol", { class: "face-list" });
  #image: ImageData | null = null;

  constructor() {
    this.element = h("div", { class: "picture" }, this.#empty, this.#canvas, this.#list);
  }

  /** Shows a picture, or none. */
  show(pixels: Pixels | null): void {
    this.#canvas.hidden = !pixels;
    this.#empty.hidden = Boolean(pixels);
    this.#list.replaceChildren();
    this.#image = pixels && new ImageData(new Uint8ClampedArray(pixels.buffer), pixels.width, pixels.height);
    if (!this.#image) return;
    this.#canvas.width = this.#image.width;
    this.#canvas.height = this.#image.height;
    this.#canvas.setAttribute("aria-label", "The picture");
    this.#canvas.getContext("2d")?.putImageData(this.#image, 0, 0);
  }

  /** Marks the faces in the picture. */
  mark(faces: readonly Face[]): void {
    const context = this.#canvas.getContext("2d");
    if (!this.#image || !context) return;
    context.putImageData(this.#image, 0, 0);
    const thick = Math.max(1.5, Math.min(this.#image.width, this.#image.height) / 250);
    for (const face of faces) draw(context, face, thick);
    this.#canvas.setAttribute("aria-label", `The picture: ${counted(faces.length).toLowerCase()}`);
    this.#list.replaceChildren(...faces.map((face) => h("li", {}, described(face))));
  }
}

function draw(context: CanvasRenderingContext2D, face: Face, thick: number): void {
  const box = [face.left, face.top, face.right - face.left + 1, face.bottom - face.top + 1] as const;
  for (const [colour, width] of [
    [EDGE, 2 * thick],
    [BOX, thick],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.strokeRect(...box);
  }
  context.lineWidth = thick / 2;
  context.strokeStyle = EDGE;
  context.fillStyle = POINT;
  for (const { x, y } of face.landmarks) {
    context.beginPath();
    context.arc(x, y, 1.5 * thick, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}
