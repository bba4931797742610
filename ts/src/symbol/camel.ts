/** A name of MXNet as JavaScript spells it: `num_hidden` becomes `numHidden`. */
export const camel = (name: string): string =>
  name.replace(/(?!^)_+([^_])?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? "");
