import { type Optimizer } from "../optimizer/index.ts";
import { Parameter } from "./parameter.ts";
import { ParameterDict } from "./parameter-dict.ts";
/** Whose parameters a Trainer updates. */
export type Trainable = ParameterDict | readonly Parameter[] | Readonly<Record<string, Parameter>>;
/** What `Trainer` takes besides parameters and optimizer. */
export interface TrainerOptions {
    /** Accepted for MXNet's sake: there is one device. */
    kvstore?: string | null | undefined;
    /** Accepted for MXNet's sake; true is refused. */
    updateOnKvstore?: boolean | null | undefined;
}
/**
 * Applies an optimizer to parameters.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.Dense(1);
 * net.initialize();
 * const [x, y] = [nd.ones([4, 2]), nd.zeros([4, 1])];
 * const lossFn = new gluon.loss.L2Loss();
 * const trainer = new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.1 });
 * const loss = autograd.record(() => lossFn(net(x), y));
 * loss.backward();
 * trainer.step(4);
 * ```
 */
export declare class Trainer {
    #private;
    /**
     * @param params - what `collectParams` gives, or a list
     * @param optimizer - a name, or an optimizer (then without options)
     * @param optimizerParams - what the optimizer takes
     */
    constructor(params: Trainable, optimizer: string | Optimizer, optimizerParams?: object | null, options?: TrainerOptions);
    /** The optimizer. */
    get optimizer(): Optimizer;
    /** The current learning rate. */
    get learningRate(): number;
    /**
     * Sets the learning rate.
     *
     * @throws MXNetError if the optimizer has a schedule
     */
    setLearningRate(lr: number): void;
    /**
     * Updates the parameters, with gradients divided by the size of the batch. Call it after `backward`.
     *
     * @param batchSize - the number of samples
     * @param ignoreStaleGrad - whether parameters that backward did not reach since the last step are skipped
     * @throws MXNetError if backward did not reach a parameter since the last step
     */
    step(batchSize: number, ignoreStaleGrad?: boolean): void;
    /** Sums gradients over devices: there is one, and nothing to do. */
    allreduceGrads(): void;
    /** As `step`, after `allreduceGrads`. */
    update(batchSize: number, ignoreStaleGrad?: boolean): void;
    /**
     * Saves the states of the optimizer (momentum and the like), the counts of updates and the learning rate. The format is
     * this library's own: MXNet's is a pickle of Python objects.
     *
     * @param path - the file; null for the bytes
     */
    saveStates(path: string): void;
    saveStates(path?: null): Uint8Array;
    /**
     * Loads what `saveStates` saved.
     *
     * @param source - a path or the bytes
     */
    loadStates(source: string | Uint8Array): void;
}
