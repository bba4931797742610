// The most multiply-adds a second that WebAssembly reaches on one thread: a loop that never leaves the registers.
import type { Contender } from "../suite/contract.ts";

/** Enough independent sums to hide how long an operation takes, and few enough for the registers. */
const SUMS = 12;
const TURNS = 100_000;
/** Floating point operations of a run. */
export const PEAK_FLOPS: number = TURNS * SUMS * 4 * 2;

/** A number as LEB128: opcodes, indices and sizes. */
function leb(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...leb(n >>> 7)];
}
const section = (id: number, body: number[]): number[] => [id, ...leb(body.length), ...body];
const simd = (opcode: number): number[] => [0xfd, ...leb(opcode)];
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];

/** A module with `run(turns)`, which makes x = x a + b so often of twelve vectors and gives the sum of a lane. */
function assemble(fused: boolean): Uint8Array<ArrayBuffer> {
  const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
  const half = [0x43, 0, 0, 0, 0x3f, ...simd(0x13)];
  const [a, b] = [1 + SUMS, 2 + SUMS];
  const sums = Array.from({ length: SUMS }, (_, i) => 1 + i);
  const step = fused ? [...get(b), ...simd(0x105)] : [...simd(0xe6), ...get(b), ...simd(0xe4)];
  const body = [
    ...[1, ...leb(SUMS + 2), V128],
    ...[...half, ...set(a), ...half, ...set(b)],
    ...[0x03, 0x40],
    ...sums.flatMap((sum) => [...get(sum), ...get(a), ...step, ...set(sum)]),
    ...[...get(0), 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b],
    ...sums.flatMap((sum, i) => [...get(sum), ...(i > 0 ? simd(0xe4) : [])]),
    ...[...simd(0x1f), 0, 0x0b],
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 1, F32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, 0x72, 0x75, 0x6e, 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}

export const contender: Contender = {
  start() {},
  makers: {
    peak({ fused }) {
      const code = assemble(fused);
      if (!WebAssembly.validate(code)) throw new Error("this runtime has no relaxed SIMD");
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
      const run = exports.run as (turns: number) => number;
      return { run: () => run(TURNS), output: () => [run(TURNS)] };
    },
  },
};
