/**
 * Numbers between -scale and scale that look random and are the same in every language: `values` in native.py.
 */
export function values(seed: number, size: number, scale = 1): Float32Array<ArrayBuffer> {
  const start = Math.imul(seed, 0x9e3779b1);
  return Float32Array.from({ length: size }, (_, i) => {
    let h = Math.imul(i ^ start, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return (((h ^ (h >>> 16)) >>> 8) / 2 ** 23 - 1) * scale;
  });
}

export const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
