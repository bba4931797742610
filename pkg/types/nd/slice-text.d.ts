/** A Python slice; null where the text says nothing. */
export interface SliceParts {
    readonly begin: number | null;
    readonly end: number | null;
    readonly step: number;
}
/**
 * Reads a Python slice: `"1:3"`, `":"`, `"::-1"`.
 *
 * @throws MXNetError for other texts, and for steps of 0
 */
export declare function readSlice(text: string): SliceParts;
/** The first place of a slice of so many, and the place after its last. */
export declare function sliceBounds({ begin, end, step }: SliceParts, size: number): [begin: number, end: number];
