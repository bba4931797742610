/** A checkpoint that the bundler puts beside the worker as data. */
declare module "*.params" {
  const bytes: ArrayBuffer;
  export default bytes;
}
