import type { Contender, Makers } from "../suite/contract.ts";

let makers: Makers = {};

export const contender: Contender = {
  get makers() {
    return makers;
  },
  async start(threads) {
    // It takes as many workers as the machine has processors, and decides that when it is loaded.
    if (typeof Worker === "undefined") {
      if (threads > 1) throw new Error("it has threads in browsers and Deno only");
    } else if (threads === 1) Reflect.deleteProperty(globalThis, "Worker");
    else Object.defineProperty(navigator, "hardwareConcurrency", { value: threads });
    const { defaultDevice, init } = await import("@jax-js/jax");
    await init("wasm");
    defaultDevice("wasm");
    ({ makers } = await import("./jax-js-tasks.ts"));
  },
};
