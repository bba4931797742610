import { MXNetError } from "../error.ts";
import type { BaseModule } from "./base-module.ts";

/** Refuses a call that comes too early. */
export function expectState(done: boolean, call: string, first: string): void {
  if (!done) throw new MXNetError(`${call}: call ${first} first`);
}

/** Refuses a call before `bind` and `initParams`. */
export function expectReady(module: BaseModule, call: string): void {
  expectState(module.binded, call, "bind");
  expectState(module.paramsInitialized, call, "initParams");
}
