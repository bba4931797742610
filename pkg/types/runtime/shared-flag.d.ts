/** Makes a module's imported memory a shared one, or an ordinary one, in place. The memory must have a maximum. */
export declare function setShared(bytes: Uint8Array, shared: boolean): void;
