/**
 * Whether operators are being recorded.
 *
 * @example
 * ```ts
 * console.log(autograd.isRecording(), autograd.record(() => autograd.isRecording())); // false true
 * ```
 */
export declare function isRecording(): boolean;
/**
 * Whether operators behave as in training (Dropout, BatchNorm).
 *
 * @example
 * ```ts
 * console.log(autograd.isTraining(), autograd.record(() => autograd.isTraining())); // false true
 * ```
 */
export declare function isTraining(): boolean;
/**
 * Sets whether operators are recorded; returns the previous state.
 *
 * @example
 * ```ts
 * const previous = autograd.setRecording(true);
 * autograd.setRecording(previous);
 * ```
 */
export declare function setRecording(recording: boolean): boolean;
/**
 * Sets whether operators behave as in training; returns the previous state.
 *
 * @example
 * ```ts
 * const previous = autograd.setTraining(true);
 * autograd.setTraining(previous);
 * ```
 */
export declare function setTraining(training: boolean): boolean;
/**
 * A scope in force: what `using` disposes. A flag that already had the scope's value when it was entered is left alone at
 * its end, as in MXNet.
 */
export declare class Scope {
    #private;
    /** Ends the scope. */
    end(): void;
}
/**
 * Records what happens inside, for `backward`. With a function: runs it and returns what it returns. Without: returns a
 * scope for `using`, in force until the end of the block.
 *
 * @param trainMode - whether operators behave as in training
 * @throws TypeError if the function returns a Promise
 * @example
 * ```ts
 * const x = nd.ones([2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.mul(x));
 * y.backward();
 * ```
 */
export declare function record<T>(run: () => T, trainMode?: boolean): T;
export declare function record<T>(trainMode: boolean, run: () => T): T;
export declare function record(trainMode?: boolean): Scope;
/**
 * Does not record what happens inside; in predict mode unless `trainMode` says otherwise. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.array([2]);
 * x.attachGrad();
 * const y = autograd.record(() => x.mul(autograd.pause(() => x.mul(x))));
 * y.backward();
 * console.log(x.grad.toArray()); // [ 4 ]
 * ```
 */
export declare function pause<T>(run: () => T, trainMode?: boolean): T;
export declare function pause<T>(trainMode: boolean, run: () => T): T;
export declare function pause(trainMode?: boolean): Scope;
/**
 * Operators inside behave as in training; recording stays as it is. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.ones([4]);
 * const y = autograd.trainMode(() => nd.Dropout(x, { p: 0.5 })); // drops elements, without being recorded
 * ```
 */
export declare function trainMode<T>(run: () => T): T;
export declare function trainMode(): Scope;
/**
 * Operators inside behave as in prediction; recording stays as it is. Forms as `record`.
 *
 * @example
 * ```ts
 * const x = nd.ones([4]);
 * const y = autograd.record(() => autograd.predictMode(() => nd.Dropout(x, { p: 0.5 })));
 * console.log(y.toArray()); // [ 1, 1, 1, 1 ]
 * ```
 */
export declare function predictMode<T>(run: () => T): T;
export declare function predictMode(): Scope;
