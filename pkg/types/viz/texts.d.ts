/** The whole numbers in a text such as `(3, 3)`. */
export declare const numbers: (text: string | undefined) => string[];
