import type { OpDocumentation } from "../docs/index.ts";
/** Every public operator. */
export declare const documentation: () => readonly OpDocumentation[];
