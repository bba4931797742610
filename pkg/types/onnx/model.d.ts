import type { DType } from "../nd/dtype.ts";
/** A type of elements in ONNX: truth values are such that MXNet has not. */
export type OnnxType = DType | "bool";
/** The types' codes (TensorProto.DataType). */
export declare const TYPE_CODES: Readonly<Record<OnnxType, number>>;
/** A number that is written as a float; plain numbers are integers. */
export interface Float {
    readonly float: number;
}
/** Attributes of ONNX's operators. */
export type OnnxAttrs = Readonly<Record<string, number | Float | string | readonly number[] | readonly string[] | undefined>>;
/** A call of an operator. */
export interface OnnxNode {
    readonly op: string;
    readonly name: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly attrs: OnnxAttrs;
}
/** An array that belongs to the model. */
export interface OnnxTensor {
    readonly name: string;
    readonly type: OnnxType;
    readonly shape: readonly number[];
    readonly bytes: Uint8Array;
}
/** What goes in or comes out. */
export interface OnnxValue {
    readonly name: string;
    readonly type: OnnxType;
    readonly shape: readonly number[];
}
/** A whole model. */
export interface OnnxModel {
    readonly name: string;
    readonly nodes: readonly OnnxNode[];
    readonly tensors: readonly OnnxTensor[];
    readonly inputs: readonly OnnxValue[];
    readonly outputs: readonly OnnxValue[];
}
/** The model's bytes: what a file `.onnx` holds. */
export declare function encodeModel({ name, nodes, tensors, inputs, outputs }: OnnxModel): Uint8Array<ArrayBuffer>;
