import type { OpDescription } from "../nd/registry.ts";
/** Every public operator. */
export declare const registry: () => readonly OpDescription[];
