/** How many words the scratch list has. */
export declare const scratchLength: number;
/** The scratch words, through which lists of handles and sizes pass. Fetch it anew after every call into the core. */
export declare function scratch(): Uint32Array;
/** The bytes at an address: a view that dies at the next call into the core. */
export declare function bytesAt(address: number, length: number): Uint8Array;
/** The size of the core's memory in bytes. It never shrinks. */
export declare function heapBytes(): number;
/** Looks at the memory of another instance from now on, which is a copy. */
export declare function memoryMoved(): void;
