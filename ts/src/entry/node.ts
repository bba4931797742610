// Node and Bun: the library as everywhere, which finds its modules in files.
import "../runtime/files.node.ts";

export * from "./inline.ts";
export { default } from "./inline.ts";
