/** A built-in module of Node, Deno or Bun, or undefined. Asked for at run time, so that bundles for browsers hold no import of it. */
export declare function builtin<T>(name: string): T | undefined;
