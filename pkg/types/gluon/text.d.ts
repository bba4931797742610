/** A shape as a tuple: `(4, 0)`, `(3,)`; None where there is none. */
export declare function tuple(shape: readonly number[] | null): string;
/** A text whose lines after the first are indented. */
export declare function indent(text: string, by: number): string;
/** Names in quotes, those in the middle of a long list left out. */
export declare function briefList(names: readonly string[], limit?: number): string;
