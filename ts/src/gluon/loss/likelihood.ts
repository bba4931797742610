// Negative log-likelihoods.
import { MXNetError } from "../../error.ts";
import { describe } from "../../nd/invoke.ts";
import type { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import { readBlock } from "../arguments.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions } from "./loss.ts";

/** What `PoissonNLLLoss` takes. */
export interface PoissonNLLOptions extends LossOptions {
  /** Whether predictions are logarithms of rates; true by default. */
  fromLogits?: boolean | undefined;
  /** Whether Stirling's approximation of log(target!) is added, for targets above 1. */
  computeFull?: boolean | undefined;
  /** Added to rates before their logarithm is taken; 1e-8 by default. */
  epsilon?: number | undefined;
}

/**
 * The mean of exp(pred) - target · pred over everything, for counts.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.PoissonNLLLoss({ fromLogits: false });
 * console.log(loss(nd.array([[1], [3]]), nd.zeros([2, 1])).toArray()); // [ 2 ]
 * ```
 */
export class PoissonNLLLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "PoissonNLLLoss";
  readonly #fromLogits: boolean;
  readonly #computeFull: boolean;
  readonly #epsilon: number;

  constructor(options?: PoissonNLLOptions);
  constructor(
    weight: number | null,
    fromLogits?: boolean,
    batchAxis?: number,
    computeFull?: boolean,
    options?: BlockOptions,
  );
  constructor(...args: unknown[]) {
    const defaults = {
      weight: null as number | null,
      fromLogits: true,
      batchAxis: 0,
      computeFull: false,
      epsilon: 1e-8,
    };
    const { weight, fromLogits, batchAxis, computeFull, epsilon, ...options } = readBlock(
      "PoissonNLLLoss",
      defaults,
      args,
    );
    super(weight, batchAxis, options);
    this.#fromLogits = fromLogits;
    this.#computeFull = computeFull;
    this.#epsilon = epsilon;
  }

  override hybridForward(F: Functions, pred: NDArray, target: NDArray, sampleWeight?: NDArray | null): NDArray {
    const counts = F.reshapeLike(target, pred);
    const loss = this.#fromLogits
      ? F.exp(pred).sub(counts.mul(pred))
      : pred.sub(counts.mul(F.log(pred.add(this.#epsilon))));
    const full = this.#computeFull ? loss.add(stirling(F, counts)) : loss;
    return F.mean(this.weighted(F, full, sampleWeight));
  }
}

/** About log(n!) for n above 1, else 0: MXNet, too, multiplies by 0 there, but makes NaN of counts of 0. */
function stirling(F: Functions, n: NDArray): NDArray {
  const many = n.greater(1);
  const safe = F.where(many, n, F.onesLike(n));
  const value = safe
    .mul(F.log(safe))
    .sub(safe)
    .add(F.log(safe.mul(2 * Math.PI)).mul(0.5));
  return value.mul(many);
}

/** What `CTCLoss` takes. */
export interface CTCOptions extends BlockOptions {
  /** The axes of predictions: samples, time steps and classes; "NTC" by default. */
  layout?: "NTC" | "TNC" | undefined;
  /** The axes of labels; "NT" by default. */
  labelLayout?: "NT" | "TN" | undefined;
  /** Multiplies the loss. */
  weight?: number | null | undefined;
}

export interface CTCLoss {
  /**
   * The loss of each sample.
   *
   * @param pred - activations before softmax; the last class is the blank
   * @param label - classes; padded with -1 where no lengths are given
   * @param predLengths - the number of steps of each sample
   * @param labelLengths - the number of labels of each sample
   */
  (
    pred: NDArray,
    label: NDArray,
    predLengths?: NDArray | null,
    labelLengths?: NDArray | null,
    sampleWeight?: NDArray | null,
  ): NDArray;
  /** The same as a symbol. */
  (
    pred: GraphSymbol,
    label: GraphSymbol,
    predLengths?: GraphSymbol | null,
    labelLengths?: GraphSymbol | null,
    sampleWeight?: GraphSymbol | null,
  ): GraphSymbol;
}

/**
 * The negative log-likelihood of label sequences whose alignment with the predictions is unknown.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.CTCLoss();
 * console.log(loss(nd.zeros([1, 2, 3]), nd.array([[1, -1]])).toArray()); // [ 1.0986123085021973 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class CTCLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "CTCLoss";
  readonly #stepsFirst: boolean;
  readonly #labelsFirst: boolean;

  constructor(options?: CTCOptions);
  constructor(layout: "NTC" | "TNC", labelLayout?: "NT" | "TN", weight?: number | null, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const defaults = { layout: "NTC", labelLayout: "NT", weight: null as number | null };
    const { layout, labelLayout, weight, ...options } = readBlock("CTCLoss", defaults, args);
    expectOneOf("layout", layout, ["NTC", "TNC"]);
    expectOneOf("labelLayout", labelLayout, ["NT", "TN"]);
    super(weight, labelLayout.indexOf("N"), options);
    this.#stepsFirst = layout === "TNC";
    this.#labelsFirst = labelLayout === "TN";
  }

  override hybridForward(
    F: Functions,
    pred: NDArray,
    label: NDArray,
    predLengths: NDArray | null = null,
    labelLengths: NDArray | null = null,
    sampleWeight: NDArray | null = null,
  ): NDArray {
    const swap = { dim1: 0, dim2: 1 };
    const steps = this.#stepsFirst ? pred : F.swapaxes(pred, swap);
    const labels = this.#labelsFirst ? F.swapaxes(label, swap) : label;
    // The lengths that are left out leave no gap.
    const [first = null, second = null] = [predLengths, labelLengths].filter((lengths) => lengths !== null);
    const loss = F.CTCLoss(steps, labels, first, second, {
      useDataLengths: predLengths !== null,
      useLabelLengths: labelLengths !== null,
      blankLabel: "last",
    });
    return this.weighted(F, loss, sampleWeight);
  }
}

function expectOneOf(what: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) {
    throw new MXNetError(`CTCLoss: ${what} must be one of ${known.join(", ")}, got ${describe(value)}`);
  }
}
