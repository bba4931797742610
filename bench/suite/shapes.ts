/** The shapes of x · w number i: all different up to 1600, all about as big. */
export function shapesOf(i: number): { x: [number, number]; w: [number, number] } {
  const [rows, inner] = [12 + (i % 40), 12 + (Math.floor(i / 40) % 40)];
  return { x: [rows, inner], w: [inner, 16] };
}
