/** 10,000 digits of MNIST, sorted by class. */
declare module "mnist" {
  interface Digit {
    /** The pixels of all samples of one class: 28 rows of 28 values from 0 to 1 each. */
    readonly raw: readonly number[];
    /** The number of samples. */
    readonly length: number;
  }
  const digits: { readonly [digit: number]: Digit };
  export default digits;
}
