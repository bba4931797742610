import type { BaseModule } from "./base-module.ts";
/** Refuses a call that comes too early. */
export declare function expectState(done: boolean, call: string, first: string): void;
/** Refuses a call before `bind` and `initParams`. */
export declare function expectReady(module: BaseModule, call: string): void;
