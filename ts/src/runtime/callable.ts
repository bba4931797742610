// Instances that can be called, as Python's are: `new Sigmoid()(x)`.

/**
 * The base of classes whose instances can be called. Its constructor returns a function that has the instance's class as
 * its prototype, so that it is `instanceof` its class, has its methods, and takes its fields, private ones too.
 */
export abstract class Callable {
  constructor() {
    const self = ((...args: unknown[]) => (self as unknown as Callable)._call(...args)) as unknown as this;
    Object.setPrototypeOf(self, new.target.prototype);
    // A function's own name and length would hide fields of these names.
    delete (self as { name?: unknown }).name;
    delete (self as { length?: unknown }).length;
    // biome-ignore lint/correctness/noConstructorReturn: the instance is the function
    return self;
  }

  /** @internal What calling the instance does. */
  abstract _call(...args: unknown[]): unknown;
}
