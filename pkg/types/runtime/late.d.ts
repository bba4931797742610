/** Something to undo. */
export interface Late {
    undo(): void;
    /** What comes after it. */
    next: Late | undefined;
}
/** What waits, from the innermost on. It is added to without a call, for which there might be no stack. */
export declare const late: {
    first: Late | undefined;
    last: Late | undefined;
};
/** Undoes what waits. */
export declare function catchUp(): void;
