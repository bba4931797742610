/** A value that an operator's attribute can have. */
export type AttrValue = number | bigint | boolean | string | null | undefined | readonly (number | bigint | null)[];
/** Attributes by name, in JavaScript's spelling or MXNet's. */
export type Attrs = {
    readonly [name: string]: AttrValue;
};
/** A number as Python prints it, which is how MXNet's parameters travel. Integral values print without a point. */
export declare function numberText(value: number): string;
/** The text of an attribute's value. */
export declare function attrText(value: AttrValue): string;
/** A float as Python prints it: whole numbers have a point. */
export declare function floatText(x: number | null): string;
/** A JavaScript name as MXNet spells it: `numHidden` becomes `num_hidden`. Names with underscores stay. */
export declare function snake(name: string): string;
