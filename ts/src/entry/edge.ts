// Vercel Edge and Next.js edge routes.
export * from "../index.ts";
export { default } from "../index.ts";
