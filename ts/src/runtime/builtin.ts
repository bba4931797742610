/** The part of Node's `process` that is used; Deno and Bun have it too. */
interface ProcessLike {
  getBuiltinModule?(name: string): unknown;
}

/** A built-in module of Node, Deno or Bun, or undefined. Asked for at run time, so that bundles for browsers hold no import of it. */
export function builtin<T>(name: string): T | undefined {
  const host = (globalThis as { process?: ProcessLike }).process;
  return host?.getBuiltinModule?.(name) as T | undefined;
}
