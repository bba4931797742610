// Losses of distances and angles between embeddings.
import { MXNetError } from "../../error.ts";
import { describe } from "../../nd/invoke.ts";
import { NDArray } from "../../nd/ndarray.ts";
import type { GraphSymbol } from "../../symbol/symbol.ts";
import type { BlockOptions } from "../block.ts";
import type { Functions } from "../hybrid-block.ts";
import { Loss, type LossOptions, readLoss } from "./loss.ts";

/** What `TripletLoss` and `CosineEmbeddingLoss` take. */
export interface MarginOptions extends LossOptions {
  /** How far apart what is different must be. */
  margin?: number | undefined;
}

export interface TripletLoss {
  /**
   * The loss of each sample.
   *
   * @param positive - what predictions should be near to
   * @param negative - what they should be farther from
   */
  (pred: NDArray, positive: NDArray, negative: NDArray): NDArray;
  /** The same as a symbol. */
  (pred: GraphSymbol, positive: GraphSymbol, negative: GraphSymbol): GraphSymbol;
}

/**
 * max(0, Σ (positive - pred)² - Σ (negative - pred)² + margin)
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.TripletLoss();
 * console.log(loss(nd.zeros([1, 2]), nd.array([[1, 1]]), nd.array([[1, 0]])).toArray()); // [ 2 ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class TripletLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "TripletLoss";
  readonly #margin: number;

  constructor(options?: MarginOptions);
  constructor(margin: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const { weight, batchAxis, margin, ...options } = readLoss("TripletLoss", { margin: 1 }, args);
    super(weight, batchAxis, options);
    this.#margin = margin;
  }

  override hybridForward(F: Functions, pred: NDArray, positive: NDArray, negative: NDArray): NDArray {
    const squared = (other: NDArray): NDArray => F.square(F.reshapeLike(other, pred).sub(pred));
    const loss = F.relu(this.sampleSum(squared(positive).sub(squared(negative))).add(this.#margin));
    return this.weighted(F, loss, null);
  }
}

export interface CosineEmbeddingLoss {
  /**
   * The loss of each pair.
   *
   * @param label - 1 for pairs that should be alike, -1 for those that should not
   * @param sampleWeight - multiplies the losses; broadcasts
   */
  (input1: NDArray, input2: NDArray, label: NDArray, sampleWeight?: NDArray | null): NDArray;
  /** The same as a symbol. */
  (input1: GraphSymbol, input2: GraphSymbol, label: GraphSymbol, sampleWeight?: GraphSymbol | null): GraphSymbol;
}

/**
 * With the cosine c of the angle between two vectors: 1 - c for pairs of label 1, max(0, c - margin) for those of label -1.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.CosineEmbeddingLoss();
 * const [a, b] = [nd.array([[1, 0], [1, 0]]), nd.array([[0, 1], [2, 0]])];
 * console.log(loss(a, b, nd.array([1, -1])).toArray()); // [ [ 1 ], [ 1 ] ]
 * ```
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: instances can be called, which only an interface can say
export class CosineEmbeddingLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "CosineEmbeddingLoss";
  readonly #margin: number;

  constructor(options?: MarginOptions);
  constructor(weight: number | null, batchAxis?: number, margin?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const { weight, batchAxis, margin, ...options } = readLoss("CosineEmbeddingLoss", {}, args, { margin: 0 });
    super(weight, batchAxis, options);
    this.#margin = margin;
  }

  override hybridForward(
    F: Functions,
    input1: NDArray,
    input2: NDArray,
    label: NDArray,
    sampleWeight?: NDArray | null,
  ): NDArray {
    const x = F.reshapeLike(input1, input2);
    const y = label.reshape([-1, 1]);
    const cos = cosine(F, x, input2);
    const [alike, different] = [y.equal(1), y.equal(-1)];
    const near = cos.rsub(1).mul(alike);
    const far = F.broadcastMaximum(F.zeros([1, 1], { dtype: input1.dtype }), different.mul(cos.sub(this.#margin)));
    return this.weighted(F, near.add(far), sampleWeight);
  }
}

/** The cosines of the angles between rows, as a column. */
function cosine(F: Functions, x: NDArray, y: NDArray): NDArray {
  const column = (z: NDArray): NDArray => z.reshape([-1, 1]);
  const [a, b] = [column(F.norm(x, { axis: -1 })), column(F.norm(y, { axis: -1 }))];
  const product = column(F.sum(x.mul(y), { axis: -1 }));
  return product.div(F.broadcastMaximum(a.mul(b), F.full([1, 1], 1e-12, { dtype: x.dtype })));
}

/** What `SDMLLoss` takes. */
export interface SDMLOptions extends LossOptions {
  /** The probability that is shared by the wrong pairs; 0.3 by default. */
  smoothingParameter?: number | undefined;
}

/**
 * Rows of the first input should be nearer to the rows of the second in the same place than to all others: the
 * Kullback-Leibler divergence of smoothed labels and the softmax of the negative squared distances. It needs the number of
 * rows, which symbols do not have.
 *
 * @example
 * ```ts
 * const loss = new gluon.loss.SDMLLoss();
 * console.log(loss(nd.array([[0, 1], [9, 9]]), nd.array([[0, 2], [8, 9]])).shape); // [ 2 ]
 * ```
 */
export class SDMLLoss extends Loss {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "SDMLLoss";
  readonly #smoothing: number;

  constructor(options?: SDMLOptions);
  constructor(smoothingParameter: number, weight?: number | null, batchAxis?: number, options?: BlockOptions);
  constructor(...args: unknown[]) {
    const own = { smoothingParameter: 0.3 };
    const { weight, batchAxis, smoothingParameter, ...options } = readLoss("SDMLLoss", own, args, {}, 1);
    super(weight, batchAxis, options);
    this.#smoothing = smoothingParameter;
  }

  override hybridForward(F: Functions, x1: NDArray, x2: NDArray): NDArray {
    if (!(x1 instanceof NDArray)) throw new MXNetError("SDMLLoss looks at shapes: it cannot be run on symbols");
    const rows = x1.shape[0] as number;
    if (x1.ndim !== 2 || String(x1.shape) !== String(x2.shape) || rows < 2) {
      throw new MXNetError(
        `SDMLLoss: the inputs must be two matrices of one shape and two rows at least, got ${describe(x1)} and ${describe(x2)}`,
      );
    }
    const differences = F.broadcastSub(x1.expandDims({ axis: 1 }), x2.expandDims({ axis: 0 }));
    const logs = F.logSoftmax(F.square(differences).sum({ axis: 2 }).neg(), { axis: 1 });
    const gold = F.eye(rows, rows, 0, { dtype: x1.dtype });
    const labels = gold.mul(1 - this.#smoothing).add(gold.rsub(1).mul(this.#smoothing / (rows - 1)));
    const loss = labels.mul(F.log(labels.add(1e-12)).sub(logs));
    return this.weighted(F, this.sampleSum(loss), null);
  }
}
