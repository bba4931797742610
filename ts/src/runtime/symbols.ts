// Well-known symbols that some runtimes lack.

/** What `using` calls. WebKit has no `Symbol.dispose` yet; there this stands in for it. */
export const disposeSymbol: typeof Symbol.dispose = (Symbol.dispose ??
  Symbol.for("Symbol.dispose")) as typeof Symbol.dispose;

/** What Node's and Bun's `console.log` call. */
export const inspectSymbol: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
