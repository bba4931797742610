// Node, Deno, Bun, browsers and bundlers: the module is inlined.
export * from "../index.ts";
export { default } from "../index.ts";
