/** Bytes as a zlib stream. */
export declare function zlibCompress(data: Uint8Array): Uint8Array;
