/**
 * Decompresses a stream that begins at `at`; gives the bytes and where the stream ends.
 *
 * @param most - how many bytes there may be
 */
export declare function inflate(source: Uint8Array, at?: number, most?: number, action?: string): {
    data: Uint8Array;
    end: number;
};
/** Whether a file is compressed with gzip. */
export declare function isGzip(bytes: Uint8Array): boolean;
/** The contents of a .gz file, of all its members. */
export declare function gunzip(bytes: Uint8Array, action: string): Uint8Array;
