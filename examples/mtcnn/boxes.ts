// Boxes around faces, in pixels of the picture. Both corners belong to a box, so its width is right - left + 1.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How sure the network is, 0 to 1. */
  readonly score: number;
}

export const width = (box: Box): number => box.right - box.left + 1;
export const height = (box: Box): number => box.bottom - box.top + 1;

/** The part that two boxes share, relative to both together, or to the smaller of them. */
function overlap(a: Box, b: Box, relativeTo: "union" | "smaller"): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left) + 1;
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + 1;
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  const [areaA, areaB] = [width(a) * height(a), width(b) * height(b)];
  return shared / (relativeTo === "union" ? areaA + areaB - shared : Math.min(areaA, areaB));
}

/** Non-maximum suppression: of boxes that overlap by more than `threshold` only the surest stays. */
export function suppress<T extends Box>(
  boxes: readonly T[],
  threshold: number,
  relativeTo: "union" | "smaller" = "union",
): T[] {
  const kept: T[] = [];
  for (const box of [...boxes].sort((a, b) => b.score - a.score)) {
    if (kept.every((better) => overlap(better, box, relativeTo) <= threshold)) kept.push(box);
  }
  return kept;
}

/** A box moved by what a network says of its corners, in widths and heights of the box. */
export function refine<T extends Box>(box: T, by: ArrayLike<number>): T {
  const [w, h] = [width(box), height(box)];
  return {
    ...box,
    left: box.left + by[0]! * w,
    top: box.top + by[1]! * h,
    right: box.right + by[2]! * w,
    bottom: box.bottom + by[3]! * h,
  };
}

/** The square around the same centre with the longer side, on whole pixels. */
export function square<T extends Box>(box: T): T {
  const [w, h] = [width(box), height(box)];
  const side = Math.max(w, h);
  const left = Math.round(box.left + (w - side) / 2);
  const top = Math.round(box.top + (h - side) / 2);
  return { ...box, left, top, right: Math.round(left + side - 1), bottom: Math.round(top + side - 1) };
}
