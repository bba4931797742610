import { MXNetError } from "../error.ts";
import type { DType } from "../nd/dtype.ts";
import type { GraphNode } from "../symbol/graph.ts";
import { type Inferred } from "../symbol/infer.ts";
import { Attributes } from "./attributes.ts";
import type { Builder, Value } from "./builder.ts";
/** Writes a layer in ONNX's operators; gives the value of its first output, or those of several. */
export type Translation = (layer: Layer, graph: Builder) => Value | readonly Value[];
/** Translations by MXNet's names. */
export type Translations = Readonly<Record<string, Translation>>;
/** A layer with its inputs in ONNX and what is inferred of it. */
export declare class Layer {
    #private;
    /** The operator's canonical name. */
    readonly op: string;
    readonly name: string;
    readonly attrs: Attributes;
    readonly inputs: readonly Value[];
    constructor(op: string, node: GraphNode, inputs: readonly Value[], known: readonly (Inferred | undefined)[], outputs: readonly Inferred[]);
    /** The error that this layer cannot be translated. */
    refuse(why: string): MXNetError;
    /** The first input, or another one. */
    input(i?: number): Value;
    /** The shape of an input. */
    shape(i?: number): readonly number[];
    /** The number of axes of an input. */
    rank(i?: number): number;
    /** The type of an input. */
    dtype(i?: number): DType;
    /** The number of outputs that can be seen. */
    get outputs(): number;
    /** The shape of an output. */
    outShape(i?: number): readonly number[];
    /** The type of an output. */
    outDtype(i?: number): DType;
    /** A whole number that must be there. */
    int(name: string): number;
    /** An axis, counted from the front. */
    axis(name?: string, rank?: number): number;
}
/** The numbers from 0 up to `end`, or from `start`. */
export declare const range: (end: number, start?: number) => number[];
/** The product of sizes. */
export declare const product: (sizes: readonly number[]) => number;
/** The type that is computed in: ONNX's arithmetic of this version begins with 32 bits. */
export declare const wide: (type: DType) => DType;
