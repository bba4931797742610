/** An operator's name in JavaScript: snake_case becomes camelCase, PascalCase stays. */
export declare const functionName: (name: string) => string;
/** Adds the functions of all operators to name spaces, where there is nothing of the name yet. */
export declare function addOperators(root: object, spaces: Readonly<Record<string, object>>): void;
