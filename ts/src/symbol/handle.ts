// Handles of symbols and executors in the core, and the lists that pass to and from it.
import { MXNetError } from "../error.ts";
import { scratch, scratchLength } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";

/** Something in the core that has a handle, and how to free it. */
interface Held {
  handle: number;
  readonly free: (handle: number) => void;
}

const finaliser =
  typeof FinalizationRegistry === "undefined" ? undefined : new FinalizationRegistry<Held>((held) => release(held));

function release(held: Held): void {
  if (held.handle) held.free(held.handle);
  held.handle = 0;
}

/** A handle that is freed when nobody holds its object any more, or before by `dispose`. */
export class Handle {
  readonly #held: Held;
  readonly #what: string;

  constructor(owner: object, what: string, handle: number, free: (handle: number) => void) {
    this.#held = { handle, free };
    this.#what = what;
    finaliser?.register(owner, this.#held, this.#held);
  }

  /** The handle; an error after `dispose`. */
  get value(): number {
    if (!this.#held.handle) throw new MXNetError(`this ${this.#what} was disposed`);
    return this.#held.handle;
  }

  dispose(): void {
    finaliser?.unregister(this.#held);
    release(this.#held);
  }
}

/** Texts as the core reads lists: each after a mark. */
export const joined = (items: readonly string[]): string => items.map((item) => `\u{1}${item}`).join("");

/** The list that the core wrote. */
export const items = (text: string): string[] => text.split("\u{1}").slice(1);

/** Texts by name as a list of both. */
export const pairs = (texts: Readonly<Record<string, string>>): string => joined(Object.entries(texts).flat());

/** Such a list as texts by name. */
export function unpaired(list: readonly string[]): Record<string, string> {
  const entries: [string, string][] = [];
  for (let i = 0; i + 1 < list.length; i += 2) entries.push([list[i] as string, list[i + 1] as string]);
  return Object.fromEntries(entries);
}

/** Puts handles into the scratch words. */
export function pass(handles: readonly number[]): void {
  if (handles.length > scratchLength) {
    throw new MXNetError(`a call takes at most ${scratchLength} arrays or symbols, got ${handles.length}`);
  }
  scratch().set(handles);
}

export const freeSymbol = (handle: number): void => wasm.symbol_free(handle);
export const freeExecutor = (handle: number): void => wasm.executor_free(handle);
