// Cloudflare Workers and other users of workerd.
export * from "../index.ts";
export { default } from "../index.ts";
