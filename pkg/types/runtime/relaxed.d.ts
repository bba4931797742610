/** Puts the functions of the second module, made for this memory, at the core's disposal. */
export declare function placeRelaxed(module: WebAssembly.Module, memory: WebAssembly.Memory): void;
/** Whether the core runs relaxed kernels. */
export declare function isRelaxed(): boolean;
/** Whether there are relaxed kernels that the core may run. */
export declare function hasRelaxed(): boolean;
/** Whether exact results are wanted. */
export declare function isExact(): boolean;
/** Has the core run its own kernels and convolutions take every product as it stands, or takes that back. */
export declare function setExact(on: boolean): void;
