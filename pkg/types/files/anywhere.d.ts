/** The bytes of a file, or of what a URL leads to. Where there is no file system, a path is a URL relative to the page. */
export declare function readAnywhere(path: string, action: string): Promise<Uint8Array>;
