/** Whether a value is an object literal. */
export declare function isPlainObject(x: unknown): x is Record<string, unknown>;
/** A name of MXNet's in JavaScript's spelling: `num_hidden` becomes `numHidden`. */
export declare function camel(name: string): string;
/**
 * The arguments of a constructor by name.
 *
 * @param what - the class, for messages
 * @param defaults - the parameters in MXNet's order, in JavaScript's spelling; undefined for those that must be given
 * @param args - what was passed; options may be spelt MXNet's way, too
 * @throws TypeError for unknown, missing and surplus arguments
 */
export declare function readArguments<T extends {
    readonly [name: string]: unknown;
}>(what: string, defaults: T, args: readonly unknown[]): T;
/** Checks that a parameter is text. */
export declare function expectText(value: unknown, what: string): string;
