/** An array's bytes outside of the core. */
interface Spilled {
    readonly shape: readonly number[];
    readonly dtype: number;
    readonly bytes: Uint8Array;
    /** The gradient's bytes and the state, of a variable. */
    readonly grad?: Uint8Array;
    readonly state?: number;
}
/** One array: in the core under a handle, or outside. */
export declare class Cell {
    /** The handle, or 0 when the array moved out or was disposed. */
    handle: number;
    spilled: Spilled | undefined;
    /** Whether the table has forgotten the cell, so that the collector decides. */
    weak: boolean;
    /** For an array on another's memory: makes its handle again from the other's. */
    derive: (() => number) | undefined;
    /** The cell of that other array. */
    owner: Cell | undefined;
    /** How many cells are derived from this one; while there are any, disposing does not free it. */
    shared: number;
    /** Whether the user disposed it. */
    disposed: boolean;
    /** The cell of a variable's gradient buffer, if somebody asked for it. */
    grad: Cell | undefined;
    /** How a variable's gradient is stored, if not densely. */
    gradStype: "row_sparse" | "csr" | undefined;
    constructor(handle: number);
}
/** A cell for a new array of the core. */
export declare function newCell(handle: number): Cell;
/** A cell for an array on the memory of another; `derive` makes its handle from the other's, now and again. */
export declare function derivedCell(owner: Cell, derive: (handle: number) => number): Cell;
/** From now on a derived cell stands for the memory it has, whatever becomes of the other array. */
export declare function settle(cell: Cell): void;
/** Gives a big array a finaliser of its own; `object` is what the user holds. */
export declare function watch(object: object, cell: Cell, bytes: number): void;
/** The handle of a cell's array; one that moved out moves in again. */
export declare function handleOf(cell: Cell): number;
/** Frees a cell's array at once. */
export declare function disposeCell(cell: Cell): void;
/** Whether a cell's array was disposed. */
export declare function isDisposed(cell: Cell): boolean;
/** Tells whether memory presses after a call; if so, the next call sweeps first. */
export declare function notePressure(presses: boolean): void;
/** Moves cold arrays out if memory presses. Only called at the start of an operator call. */
export declare function relieve(): void;
/** Shape and dtype code of an array of the core. */
export declare function readSpec(handle: number): {
    shape: number[];
    dtype: number;
};
/** A copy of an array's bytes. */
export declare function readBytes(handle: number): Uint8Array;
/** A new array of the core with these bytes; gives its handle. */
export declare function writeArray(shape: readonly number[], dtype: number, bytes: Uint8Array): number;
/** Runs a function; arrays that it makes and does not return are freed when it ends. */
export declare function inScope<T>(run: () => T, survivors: (result: T) => Set<Cell>): T;
/** Runs a function whose arrays outlive all scopes in force: parameters and optimizer states are made at their first use. */
export declare function outsideScopes<T>(run: () => T): T;
/** How much memory the library uses. */
export interface MemoryInfo {
    /** Arrays in the core that JavaScript holds or may still hold. */
    live: number;
    /** Bytes of arrays in the core, those that graphs keep included. */
    bytes: number;
    /** The most bytes there ever were. */
    peakBytes: number;
    /** The size of the WebAssembly memory; it never shrinks. */
    heapBytes: number;
    /** Bytes that moved out of the core and have neither moved in again nor been disposed. */
    spilledBytes: number;
    /** How many arrays moved in again. */
    reloads: number;
}
/**
 * How much memory the library uses.
 *
 * @example
 * ```ts
 * const before = memory().live;
 * const x = nd.ones([1000]);
 * console.log(memory().live - before); // 1
 * ```
 */
export declare function memory(): MemoryInfo;
/**
 * Sets how many bytes of arrays may pile up before those not in use move out of the core. The default is 64 MiB;
 * small isolates may want less.
 *
 * @param bytes - the budget, at least 1 MiB
 * @example
 * ```ts
 * mx.setMemoryBudget(32 << 20);
 * mx.setMemoryBudget(64 << 20); // the default
 * ```
 */
export declare function setMemoryBudget(bytes: number): void;
export {};
