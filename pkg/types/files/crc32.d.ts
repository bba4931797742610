/** The checksum of gzip, zip and PNG. */
export declare function crc32(bytes: Uint8Array): number;
