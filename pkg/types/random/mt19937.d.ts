/** MT19937: 32-bit words from a seed. */
export declare class Mt19937 {
    #private;
    /** Seeds with one number, as C++ and NumPy do, or with a list of words, as Python does. */
    constructor(seed: number | readonly number[]);
    /** The next word, from 0 to 2³² - 1. */
    next(): number;
}
/** Shuffles places as `std::shuffle` of GNU's library (before 11) does with a `std::mt19937` of this seed. */
export declare function stdShuffle(count: number, seed: number): number[];
