import { type DType } from "../nd/dtype.ts";
import { type OnnxAttrs, type OnnxNode, type OnnxTensor, type OnnxType } from "./model.ts";
/** A value of the graph. It may get another name until the graph is written. */
export interface Value {
    name: string;
    /** Whether an operator computes it, and no output has its name yet. */
    nameable: boolean;
}
/** A part of a value along one axis. */
export interface Part {
    readonly axis: number;
    readonly begin: number;
    readonly end: number;
    readonly step?: number;
}
/** Collects operators and arrays. */
export declare class Builder {
    #private;
    readonly tensors: {
        readonly value: Value;
        readonly tensor: Omit<OnnxTensor, "name">;
    }[];
    /** What names of values begin with: the name of the layer that is translated. */
    prefix: string;
    /** @param reserved - names that no value may get by itself */
    constructor(reserved: Iterable<string>);
    /** A call of an operator with several outputs. Inputs that are null are left out. */
    calls(op: string, inputs: readonly (Value | null)[], count: number, attrs?: OnnxAttrs): Value[];
    /** A call of an operator with one output. */
    call(op: string, inputs: readonly (Value | null)[], attrs?: OnnxAttrs): Value;
    /** An array of the model. */
    tensor(name: string, type: OnnxType, shape: readonly number[], bytes: Uint8Array): Value;
    /** Numbers that translations need; the same ones are kept once. */
    constant(values: readonly number[], type: OnnxType, shape?: readonly number[]): Value;
    /** A list of int64: shapes, axes. */
    ints(values: readonly number[]): Value;
    /** One number without axes. */
    number(value: number, type: OnnxType): Value;
    cast(x: Value, to: OnnxType): Value;
    /** The value in another type, if it has another. */
    convert(x: Value, from: DType, to: DType): Value;
    reshape(x: Value, shape: readonly number[]): Value;
    transpose(x: Value, perm: readonly number[]): Value;
    unsqueeze(x: Value, axes: readonly number[]): Value;
    squeeze(x: Value, axes: readonly number[]): Value;
    slice(x: Value, parts: readonly Part[]): Value;
    /** One number many times in a list; long lists are not stored. */
    repeated(value: number, count: number, type: OnnxType): Value;
    /** Reduces axes, which stay as ones if `keepdims` is 1. */
    reduce(op: string, x: Value, axes: readonly number[], keepdims?: number): Value;
    /** The calls that outputs need, with the names that values have now, and the arrays that these need. */
    finish(outputs: readonly Value[]): {
        nodes: OnnxNode[];
        tensors: OnnxTensor[];
        used: Set<Value>;
    };
}
