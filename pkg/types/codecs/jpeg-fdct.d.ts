/** Transforms a block of 8 by 8 samples in place. */
export declare function forwardTransform(block: Int32Array): void;
