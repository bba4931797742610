/** What `using` calls. WebKit has no `Symbol.dispose` yet; there this stands in for it. */
export declare const disposeSymbol: typeof Symbol.dispose;
/** What Node's and Bun's `console.log` call. */
export declare const inspectSymbol: unique symbol;
