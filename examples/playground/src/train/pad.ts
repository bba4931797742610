// A square to draw a digit on: with mouse or finger, or with the keyboard.
import { h } from "../ui/dom.ts";
import { colour, onThemeChange } from "../ui/theme.ts";

const SIDE = 28;
/** Digits of MNIST fill 20 of the 28 pixels, and their centre of mass is in the middle. */
const BODY = 20;
/** Pixels of the canvas. */
const SIZE = 448;
/** A key moves the pen by this part of the square. */
const KEY_STEP = 1 / 28;

type Point = readonly [x: number, y: number];

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
};

function trace(
  context: CanvasRenderingContext2D,
  strokes: readonly Point[][],
  scale: number,
  dx: number,
  dy: number,
): void {
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    stroke.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(x * scale + dx, y * scale + dy);
      context.lineTo(x * scale + dx, y * scale + dy);
    });
    context.stroke();
  }
}

export class Pad {
  readonly element: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #hint: HTMLElement;
  readonly #onChange: () => void;
  readonly #small = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true })!;
  #strokes: Point[][] = [];
  /** A given digit, shown until something is drawn. */
  #image: Float32Array | null = null;
  #pen: Point = [0.5, 0.5];
  #penDown = false;
  #byKeys = false;

  /** @param onChange - called whenever there is something else on the pad */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#canvas = h("canvas", {
      width: SIZE,
      height: SIZE,
      tabindex: 0,
      role: "application",
      "aria-label":
        "Drawing area. Draw a digit with mouse or finger. With the keyboard: arrow keys move the pen, space puts it down or lifts it, delete clears.",
    });
    this.#hint = h("p", { class: "pad-hint", "aria-hidden": "true" }, "Draw a digit");
    this.element = h("div", { class: "pad" }, this.#canvas, this.#hint);
    this.#listen();
    onThemeChange(() => this.#draw());
    this.#draw();
  }

  get isEmpty(): boolean {
    return this.#strokes.length === 0 && this.#image === null;
  }

  /** Whether a given digit is shown, not a drawing. */
  get isGiven(): boolean {
    return this.#image !== null;
  }

  clear(): void {
    this.#strokes = [];
    this.#image = null;
    this.#penDown = false;
    this.#changed();
  }

  /** Shows a digit of 28 by 28 pixels. */
  show(image: Float32Array): void {
    this.#strokes = [];
    this.#image = image;
    this.#changed();
  }

  #changed(): void {
    this.#draw();
    this.#onChange();
  }

  #begin(point: Point): void {
    this.#image = null;
    this.#strokes.push([point]);
  }

  #listen(): void {
    const canvas = this.#canvas;
    const at = (event: PointerEvent): Point => {
      const box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    let drawing = false;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      drawing = true;
      this.#byKeys = false;
      canvas.setPointerCapture(event.pointerId);
      this.#begin(at(event));
      this.#changed();
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!drawing) return;
      const events = event.getCoalescedEvents?.() ?? [];
      for (const part of events.length > 0 ? events : [event]) this.#strokes.at(-1)?.push(at(part));
      this.#changed();
    });
    for (const end of ["pointerup", "pointercancel"] as const) {
      canvas.addEventListener(end, () => {
        drawing = false;
      });
    }
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => {
      this.#byKeys = false;
      this.#draw();
    });
  }

  #key(event: KeyboardEvent): void {
    const move = ARROWS[event.key];
    if (!move && ![" ", "Delete", "Backspace"].includes(event.key)) return;
    event.preventDefault();
    this.#byKeys = true;
    if (move) {
      const inside = (x: number): number => Math.min(0.98, Math.max(0.02, x));
      this.#pen = [inside(this.#pen[0] + move[0]), inside(this.#pen[1] + move[1])];
      if (this.#penDown) this.#strokes.at(-1)?.push(this.#pen);
    } else if (event.key === " ") {
      this.#penDown = !this.#penDown;
      if (this.#penDown) this.#begin(this.#pen);
    } else {
      this.clear();
    }
    this.#changed();
  }

  #draw(): void {
    const context = this.#canvas.getContext("2d")!;
    const ink = colour("text");
    context.clearRect(0, 0, SIZE, SIZE);
    this.#hint.hidden = !this.isEmpty;
    if (this.#image) {
      const pixel = SIZE / SIDE;
      context.fillStyle = ink;
      this.#image.forEach((value, i) => {
        context.globalAlpha = value;
        context.fillRect((i % SIDE) * pixel, Math.floor(i / SIDE) * pixel, pixel, pixel);
      });
      context.globalAlpha = 1;
    }
    context.strokeStyle = ink;
    context.lineWidth = SIZE / 14;
    trace(context, this.#strokes, SIZE, 0, 0);
    if (this.#byKeys) {
      context.beginPath();
      context.arc(this.#pen[0] * SIZE, this.#pen[1] * SIZE, SIZE / 24, 0, 2 * Math.PI);
      context.lineWidth = 4;
      context.strokeStyle = colour(this.#penDown ? "gradient" : "accent");
      context.stroke();
    }
  }

  /** The drawing as the network has seen digits: 28 by 28 values from 0 to 1, scaled and centred as in MNIST. */
  pixels(): Float32Array<ArrayBuffer> {
    if (this.#image) return Float32Array.from(this.#image);
    const xs = this.#strokes.flatMap((stroke) => stroke.map(([x]) => x));
    const ys = this.#strokes.flatMap((stroke) => stroke.map(([, y]) => y));
    if (xs.length === 0) return new Float32Array(SIDE * SIDE);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    // What is small stays small up to a point: a dot is not to fill the square.
    const extent = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 0.25);
    const scale = (BODY - 2) / extent;
    const first = this.#raster(scale, -left * scale, -top * scale);
    let [mass, sumX, sumY] = [0, 0, 0];
    first.forEach((ink, i) => {
      mass += ink;
      sumX += ink * (i % SIDE);
      sumY += ink * Math.floor(i / SIDE);
    });
    if (mass === 0) return first;
    const middle = (SIDE - 1) / 2;
    return this.#raster(scale, middle - sumX / mass - left * scale, middle - sumY / mass - top * scale);
  }

  #raster(scale: number, dx: number, dy: number): Float32Array<ArrayBuffer> {
    const context = this.#small;
    context.clearRect(0, 0, SIDE, SIDE);
    context.lineWidth = 2.2;
    trace(context as unknown as CanvasRenderingContext2D, this.#strokes, scale, dx, dy);
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    return Float32Array.from({ length: SIDE * SIDE }, (_, i) => data[4 * i + 3]! / 255);
  }
}
