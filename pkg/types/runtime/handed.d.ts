import type { ModuleBytes } from "./no-bytes.ts";
/** Reads the modules, or finds that they are not there. */
export type Reader = () => ModuleBytes | undefined;
/** Leaves a reader for the library that is evaluated next. */
export declare function handReader(reader: Reader): void;
/** Takes the reader that was left, if one was. */
export declare function handedReader(): Reader | undefined;
