import "../runtime/files.node.ts";
export * from "./inline.ts";
export { default } from "./inline.ts";
