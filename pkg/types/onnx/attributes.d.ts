/** The attributes of a node; where the node has none, the operator's defaults. */
export declare class Attributes {
    #private;
    constructor(op: string, given: Readonly<Record<string, string>>);
    /** The text; null for None and for what has no default. */
    text(name: string): string | null;
    number(name: string): number | null;
    bool(name: string): boolean;
    /** The list with its gaps; a number alone is a list of one, None an empty one. */
    optionals(name: string): (number | null)[];
    numbers(name: string): number[];
}
