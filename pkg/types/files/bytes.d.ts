/** A view on bytes for numbers of several bytes. */
export declare function viewOf(bytes: Uint8Array): DataView;
/** Says that a file is not what it should be. */
export declare function invalid(action: string, what: string, why: string): never;
