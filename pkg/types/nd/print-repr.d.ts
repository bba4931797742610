/**
 * Python's `repr` of a float: MXNet writes numbers so in operator attributes and in `dumps()`.
 *
 * Shortest digits that read back as the same float64; `.0` after whole numbers; an exponent of two digits at least when
 * it is below -4 or above 15 (`1e-05`, `1e+16`). An int has no such form: use `String(x)` for one.
 */
export declare function pyRepr(x: number): string;
