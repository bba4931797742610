// The Mersenne Twister by itself, for streams of which MXNet has several: C++'s shuffles of files and Python's `random`.

const N = 624;
const M = 397;

/** MT19937: 32-bit words from a seed. */
export class Mt19937 {
  readonly #state = new Uint32Array(N);
  #at: number = N;

  /** Seeds with one number, as C++ and NumPy do, or with a list of words, as Python does. */
  constructor(seed: number | readonly number[]) {
    const state = this.#state;
    state[0] = typeof seed === "number" ? seed : 19650218;
    for (let i = 1; i < N; i++) state[i] = Math.imul(1812433253, this.#mixed(i - 1)) + i;
    if (typeof seed === "number") return;
    let i = 1;
    const step = (): void => {
      if (++i < N) return;
      state[0] = state[N - 1] as number;
      i = 1;
    };
    for (let k = 0; k < Math.max(N, seed.length); k++) {
      const j = k % seed.length;
      state[i] = ((state[i] as number) ^ Math.imul(this.#mixed(i - 1), 1664525)) + (seed[j] as number) + j;
      step();
    }
    for (let k = 1; k < N; k++) {
      state[i] = ((state[i] as number) ^ Math.imul(this.#mixed(i - 1), 1566083941)) - i;
      step();
    }
    state[0] = 0x80000000;
  }

  #mixed(i: number): number {
    const word = this.#state[i] as number;
    return word ^ (word >>> 30);
  }

  /** The next word, from 0 to 2³² - 1. */
  next(): number {
    const state = this.#state;
    if (this.#at === N) {
      for (let i = 0; i < N; i++) {
        const y = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % N] as number) & 0x7fffffff);
        state[i] = (state[(i + M) % N] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      this.#at = 0;
    }
    let y = state[this.#at++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }
}

/** Shuffles places as `std::shuffle` of GNU's library (before 11) does with a `std::mt19937` of this seed. */
export function stdShuffle(count: number, seed: number): number[] {
  const words = new Mt19937(seed);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = 1; i < count; i++) {
    const scale = Math.floor(0xffffffff / (i + 1));
    let word = words.next();
    while (word >= scale * (i + 1)) word = words.next();
    const j = Math.floor(word / scale);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
