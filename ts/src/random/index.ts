export * from "../nd/random.ts";
