import { Entered } from "./scopes.ts";
/** Attributes by name; all are texts. */
export type AttrTexts = Readonly<Record<string, string>>;
/** Checks that all values are texts, as MXNet demands. */
export declare function expectTexts(attr: unknown, where: string): asserts attr is AttrTexts;
/**
 * Attributes for all symbols that are made inside, variables too.
 *
 * @example
 * ```ts
 * const x = new mx.attribute.AttrScope({ ctx_group: "stage1" }).scope(() => sym.Variable("x"));
 * console.log(x.attr("ctx_group")); // stage1
 * ```
 */
export declare class AttrScope {
    #private;
    constructor(attrs?: AttrTexts);
    /** Sets the attributes of what the function makes, or until the scope that is returned ends (`using`). */
    scope<T>(run: () => T): T;
    scope(): Entered;
}
