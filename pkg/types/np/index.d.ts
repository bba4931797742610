export * as random from "./random.ts";
