/** The whole numbers in a text such as `(3, 3)`. */
export const numbers = (text: string | undefined): string[] => text?.match(/\d+/g) ?? [];
