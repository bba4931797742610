/** The bytes of a file. */
export declare function readFile(path: string, action: string): Uint8Array;
/** Writes a file, or replaces it. */
export declare function writeFile(path: string, bytes: Uint8Array, action: string): void;
