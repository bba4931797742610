import { parseArgs } from "node:util";
import { type ModelName, models } from "./models.ts";

export interface Options {
  readonly epochs: number;
  readonly batchSize: number;
  readonly lr: number;
  readonly model: ModelName;
  readonly seed: number;
}

const USAGE = `Trains on handwritten digits.

  npm start -- [options]

  --epochs N       times to go through the training digits (5)
  --batch-size N   digits per step (32)
  --lr X           learning rate (0.05)
  --model NAME     ${Object.keys(models).join(" or ")} (lenet)
  --seed N         seed of the random numbers (42)`;

function number(name: string, text: string, check: (x: number) => boolean): number {
  const value = Number(text);
  if (!check(value)) fail(`--${name}: ${JSON.stringify(text)} is not a valid number`);
  return value;
}

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

const positive = (x: number): boolean => Number.isInteger(x) && x > 0;

function parse(): { [name: string]: string | boolean | undefined } {
  try {
    return parseArgs({
      options: {
        epochs: { type: "string", default: "5" },
        "batch-size": { type: "string", default: "32" },
        lr: { type: "string", default: "0.05" },
        model: { type: "string", default: "lenet" },
        seed: { type: "string", default: "42" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** The options on the command line. */
export function readOptions(): Options {
  const values = parse();
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const model = String(values.model);
  if (!Object.hasOwn(models, model)) fail(`--model: there is no ${JSON.stringify(model)}`);
  return {
    epochs: number("epochs", String(values.epochs), positive),
    batchSize: number("batch-size", String(values["batch-size"]), (x) => positive(x) && x <= 8000),
    lr: number("lr", String(values.lr), (x) => x > 0 && x < Infinity),
    model: model as ModelName,
    seed: number("seed", String(values.seed), (x) => Number.isInteger(x) && x >= 0 && x < 2 ** 31),
  };
}
