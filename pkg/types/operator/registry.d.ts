import { CustomOpProp } from "./custom-op.ts";
/** A class that describes an operator; it is made with the attributes of a call. */
export type CustomOpPropClass = new (attrs: Record<string, string>) => CustomOpProp;
/**
 * Makes an operator known to `nd.Custom` by a name: `operator.register("name")(Prop)`, or as a decorator of the class.
 *
 * @param name - what `opType` will be; a later registration replaces an earlier one
 * @throws TypeError when what is registered does not extend `CustomOpProp`
 * @example
 * ```ts
 * class NothingProp extends operator.CustomOpProp {}
 * console.log(operator.register("nothing")(NothingProp) === NothingProp); // true
 * ```
 */
export declare function register(name: string): <T extends new (...args: never[]) => CustomOpProp>(klass: T, context?: ClassDecoratorContext) => T;
/** The description of a registered operator, for a call with these attributes. */
export declare function createProp(name: unknown, attrs: Record<string, string>): CustomOpProp;
