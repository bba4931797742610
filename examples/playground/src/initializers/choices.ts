// The initializers to choose from and their parameters, under MXNet's names and with its defaults.

export type Value = number | string;

export interface ParameterSpec {
  readonly name: string;
  readonly default: Value;
  /** The values there are; a number otherwise. */
  readonly choices?: readonly string[];
  readonly step?: number;
}

export interface InitializerSpec {
  readonly name: string;
  readonly about: string;
  readonly parameters: readonly ParameterSpec[];
}

/** An initializer with its parameters; plain data, so that it can go into a message. */
export interface InitializerChoice {
  readonly name: string;
  readonly options: Readonly<Record<string, Value>>;
}

const FACTOR: ParameterSpec = { name: "factorType", default: "avg", choices: ["avg", "in", "out"] };

export const INITIALIZERS: readonly InitializerSpec[] = [
  {
    name: "Xavier",
    about: "Scaled by the number of inputs and outputs, so that signals keep their size from layer to layer.",
    parameters: [
      { name: "rndType", default: "uniform", choices: ["uniform", "gaussian"] },
      FACTOR,
      { name: "magnitude", default: 3, step: 0.1 },
    ],
  },
  {
    name: "MSRAPrelu",
    about: "Xavier for layers that are followed by a rectifier.",
    parameters: [FACTOR, { name: "slope", default: 0.25, step: 0.05 }],
  },
  {
    name: "Uniform",
    about: "Spread evenly between -scale and scale, whatever the layer's size.",
    parameters: [{ name: "scale", default: 0.07, step: 0.01 }],
  },
  {
    name: "Normal",
    about: "A bell curve around 0, whatever the layer's size.",
    parameters: [{ name: "sigma", default: 0.01, step: 0.01 }],
  },
  {
    name: "Orthogonal",
    about: "Rows or columns at right angles to each other.",
    parameters: [
      // biome-ignore lint/suspicious/noApproximativeNumericConstant: MXNet's default
      { name: "scale", default: 1.414, step: 0.1 },
      { name: "randType", default: "uniform", choices: ["uniform", "normal"] },
    ],
  },
  { name: "Zero", about: "All 0. Units that start alike stay alike: nothing is learned.", parameters: [] },
  { name: "One", about: "All 1.", parameters: [] },
  { name: "Constant", about: "One value everywhere.", parameters: [{ name: "value", default: 0.5, step: 0.1 }] },
  { name: "Bilinear", about: "Kernels that scale pictures up; for shapes of 4 axes.", parameters: [] },
  {
    name: "LSTMBias",
    about: "Biases of an LSTM: 0, but for the forget gate, the second quarter.",
    parameters: [{ name: "forgetBias", default: 1, step: 0.5 }],
  },
];

export function specOf(name: string): InitializerSpec {
  const spec = INITIALIZERS.find((known) => known.name === name);
  if (!spec) throw new Error(`there is no initializer ${name}`);
  return spec;
}

/** An initializer with its default parameters. */
export function defaultChoice(name: string): InitializerChoice {
  return { name, options: Object.fromEntries(specOf(name).parameters.map((p) => [p.name, p.default])) };
}
