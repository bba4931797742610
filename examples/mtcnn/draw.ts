// Boxes and points drawn into a picture.
import { type NDArray, nd } from "mxgrad";
import type { Face } from "./detector.ts";

const BOX = [64, 220, 90];
const POINT = [255, 80, 60];

/** A copy of a picture, (height, width, 3) and uint8, with the faces marked. */
export function annotate(picture: NDArray, faces: readonly Face[]): NDArray {
  const [h = 0, w = 0] = picture.shape;
  const bytes = picture.toTypedArray() as Uint8Array;
  const thick = Math.max(1, Math.round(Math.min(h, w) / 300));
  const fill = (left: number, top: number, right: number, bottom: number, color: readonly number[]): void => {
    for (let y = Math.max(0, top); y <= Math.min(h - 1, bottom); y++) {
      for (let x = Math.max(0, left); x <= Math.min(w - 1, right); x++) bytes.set(color, (y * w + x) * 3);
    }
  };
  for (const face of faces) {
    const [left, top, right, bottom] = [face.left, face.top, face.right, face.bottom].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    fill(left, top, right, top + thick - 1, BOX);
    fill(left, bottom - thick + 1, right, bottom, BOX);
    fill(left, top, left + thick - 1, bottom, BOX);
    fill(right - thick + 1, top, right, bottom, BOX);
    for (const { x, y } of face.landmarks) {
      const [cx, cy] = [Math.round(x), Math.round(y)];
      fill(cx - thick, cy - thick, cx + thick, cy + thick, POINT);
    }
  }
  return nd.array(bytes, { dtype: "uint8" }).reshape([h, w, 3]);
}
