/**
 * The base of classes whose instances can be called. Its constructor returns a function that has the instance's class as
 * its prototype, so that it is `instanceof` its class, has its methods, and takes its fields, private ones too.
 */
export declare abstract class Callable {
    constructor();
}
