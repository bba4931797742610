/** A name of MXNet as JavaScript spells it: `num_hidden` becomes `numHidden`. */
export declare const camel: (name: string) => string;
