/** A file: its path (in Node, Deno and Bun) or its bytes. */
export type FileSource = string | Uint8Array | ArrayBuffer | ArrayBufferView;
/** The bytes of a file, without a copy where they are given. */
export declare function bytesOf(source: FileSource, action: string): Uint8Array;
