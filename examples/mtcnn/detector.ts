// MTCNN (Zhang et al., 2016, "Joint Face Detection and Alignment Using Multitask Cascaded Convolutional Networks"): three
// networks, each surer than the one before and run on fewer places, and a fourth that corrects the landmarks.
import { type NDArray, nd, scope } from "mxgrad";
import { type Box, height, refine, square, suppress, width } from "./boxes.ts";
import type { Network } from "./network.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A face: its box and the points of the eyes, the nose and the corners of the mouth. */
export interface Face extends Box {
  readonly landmarks: readonly Point[];
}

export interface Networks {
  /** P-Net: proposes faces of 12 pixels, anywhere in a picture. */
  readonly propose: Network;
  /** R-Net: refuses most of them, looking at 24 x 24 pixels. */
  readonly refine: Network;
  /** O-Net: decides, looking at 48 x 48 pixels, and finds landmarks. */
  readonly output: Network;
  /** L-Net: moves each landmark, looking at the pixels around it. */
  readonly landmarks?: Network | undefined;
}

export interface DetectorOptions {
  /** The smallest face that is looked for, in pixels. */
  readonly smallest: number;
  /** How sure each of the three networks must be. */
  readonly thresholds: readonly [number, number, number];
}

export const DEFAULTS: DetectorOptions = { smallest: 20, thresholds: [0.6, 0.7, 0.8] };

/** The size of the faces that P-Net sees, and its step in pixels. */
const CELL = 12;
const STRIDE = 2;
/** Each picture of the pyramid is this much smaller than the one before. */
const SHRINK = 0.709;

export class Detector {
  readonly #networks: Networks;
  readonly #options: DetectorOptions;

  constructor(networks: Networks, options: Partial<DetectorOptions> = {}) {
    this.#networks = networks;
    this.#options = { ...DEFAULTS, ...options };
  }

  /**
   * The faces in a picture, the surest first.
   *
   * @param picture - (height, width, 3), red, green, blue, uint8
   */
  detect(picture: NDArray): Face[] {
    return scope(() => {
      // The networks were trained on blue, green, red.
      const pixels = nd.reverse(picture, { axis: 2 });
      const proposed = this.#propose(pixels);
      const refined = this.#judge(pixels, proposed, this.#networks.refine, 24, 1);
      const chosen = suppress(refined, 0.7).map(({ shift, ...box }) => square(refine(box, shift)));
      return this.#finish(pixels, chosen);
    });
  }

  /** The picture in all sizes at which P-Net may find a face, and what it finds. */
  #propose(pixels: NDArray): Box[] {
    const [h = 0, w = 0] = pixels.shape;
    const found: (Box & Shift)[] = [];
    const first = CELL / this.#options.smallest;
    for (let scale = first; Math.min(h, w) * scale > CELL; scale *= SHRINK) {
      found.push(...suppress(this.#proposeAt(pixels, scale), 0.5));
    }
    return suppress(found, 0.7).map(({ shift, ...box }) => square(refine(box, shift)));
  }

  #proposeAt(pixels: NDArray, scale: number): (Box & Shift)[] {
    return scope(() => {
      const [h = 0, w = 0] = pixels.shape;
      const small = nd.image.resize(pixels, { size: [Math.ceil(w * scale), Math.ceil(h * scale)] });
      const [shifts, scores] = this.#networks.propose.run(normalized(nd.expandDims(small, { axis: 0 })));
      const [, , rows = 0, columns = 0] = scores!.shape;
      const score = scores!.toTypedArray().subarray(rows * columns) as Float32Array;
      const shift = shifts!.toTypedArray() as Float32Array;
      const boxes: (Box & Shift)[] = [];
      for (let at = 0; at < rows * columns; at++) {
        if (score[at]! <= this.#options.thresholds[0]) continue;
        const [x, y] = [(at % columns) * STRIDE, Math.floor(at / columns) * STRIDE];
        boxes.push({
          left: Math.round((x + 1) / scale),
          top: Math.round((y + 1) / scale),
          right: Math.round((x + 1 + CELL) / scale),
          bottom: Math.round((y + 1 + CELL) / scale),
          score: score[at]!,
          shift: [0, 1, 2, 3].map((k) => shift[k * rows * columns + at]!),
        });
      }
      return boxes;
    });
  }

  /** The boxes in which a network sees a face, with what else it says of them. */
  #judge(
    pixels: NDArray,
    boxes: readonly Box[],
    network: Network,
    side: number,
    stage: 1 | 2,
  ): (Box & Shift & Marks)[] {
    if (boxes.length === 0) return [];
    return scope(() => {
      const outputs = network.run(crops(pixels, boxes, side)).map((y) => y.toTypedArray() as Float32Array);
      const [shifts, scores] = outputs.slice(-2) as [Float32Array, Float32Array];
      const marks = stage === 2 ? outputs[0] : undefined;
      return boxes.flatMap((box, i) => {
        const score = scores[2 * i + 1]!;
        if (score <= this.#options.thresholds[stage]) return [];
        const shift = Array.from(shifts.subarray(4 * i, 4 * i + 4));
        return [{ ...box, score, shift, marks: marks ? Array.from(marks.subarray(10 * i, 10 * i + 10)) : [] }];
      });
    });
  }

  #finish(pixels: NDArray, boxes: readonly Box[]): Face[] {
    const judged = this.#judge(pixels, boxes, this.#networks.output, 48, 2);
    const faces = judged.map(({ shift, marks, ...box }) => {
      const [w, h] = [width(box), height(box)];
      const landmarks = [0, 1, 2, 3, 4].map((k) => ({ x: box.left + marks[k]! * w, y: box.top + marks[k + 5]! * h }));
      return { ...refine(box, shift), landmarks };
    });
    const chosen = suppress(faces, 0.7, "smaller");
    return this.#networks.landmarks ? this.#correct(pixels, chosen, this.#networks.landmarks) : chosen;
  }

  /** The landmarks moved to where L-Net sees them, looking at squares of a quarter of the face. */
  #correct(pixels: NDArray, faces: readonly Face[], network: Network): Face[] {
    if (faces.length === 0) return [];
    return scope(() => {
      const sides = faces.map((face) => {
        const side = Math.round(0.25 * Math.max(width(face), height(face)));
        return side + (side % 2);
      });
      const parts = [0, 1, 2, 3, 4].map((k) => {
        const around = faces.map((face, i) => {
          const side = sides[i]!;
          const left = Math.round(face.landmarks[k]!.x - side / 2);
          const top = Math.round(face.landmarks[k]!.y - side / 2);
          return { left, top, right: left + side - 1, bottom: top + side - 1, score: 1 };
        });
        return crops(pixels, around, 24);
      });
      const outputs = network.run(nd.concat(...parts, { dim: 1 })).map((y) => y.toTypedArray() as Float32Array);
      return faces.map((face, i) => ({
        ...face,
        landmarks: face.landmarks.map((point, k) => {
          // Where the network would move a point out of its square, it is not to be trusted.
          const [dx, dy] = [0, 1].map((axis) => {
            const to = outputs[k]![2 * i + axis]!;
            return Math.abs(to - 0.5) > 0.35 ? 0 : (to - 0.5) * sides[i]!;
          });
          return { x: Math.round(point.x) + dx!, y: Math.round(point.y) + dy! };
        }),
      }));
    });
  }
}

interface Shift {
  readonly shift: readonly number[];
}

interface Marks {
  readonly marks: readonly number[];
}

/** (n, height, width, 3) bytes as the networks take them: (n, 3, height, width), -1 to 1. */
function normalized(pixels: NDArray): NDArray {
  const planes = nd.transpose(nd.cast(pixels, { dtype: "float32" }), { axes: [0, 3, 1, 2] });
  return planes.sub(127.5).mul(0.0078125);
}

/** The pixels in boxes, which may reach beyond the picture (black there), each as a square of `side` pixels. */
function crops(pixels: NDArray, boxes: readonly Box[], side: number): NDArray {
  const [h = 0, w = 0] = pixels.shape;
  const cut = boxes.map((box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, w - 1), Math.min(box.bottom, h - 1)];
    const full = nd.zeros([height(box), width(box), 3], { dtype: "uint8" });
    if (left <= right && top <= bottom) {
      const part = pixels.slice(`${top}:${bottom + 1}`, `${left}:${right + 1}`);
      const [y, x] = [top - box.top, left - box.left];
      full.set(part, `${y}:${y + bottom - top + 1}`, `${x}:${x + right - left + 1}`);
    }
    return nd.image.resize(full, { size: [side, side] });
  });
  return normalized(nd.stack(...cut));
}
