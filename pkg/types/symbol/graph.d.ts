import { type Inferred } from "./infer.ts";
import type { GraphSymbol, Shapes, Types } from "./symbol.ts";
/** An output of a node. */
export type Entry = readonly [node: number, output: number, version?: number];
/** A variable, whose operator is `null`, or an operator. */
export interface GraphNode {
    readonly op: string;
    readonly name: string;
    readonly attrs?: Readonly<Record<string, string>>;
    readonly inputs: readonly Entry[];
}
/** The nodes in the order in which they are computed, and the outputs. */
export interface Graph {
    readonly nodes: readonly GraphNode[];
    readonly heads: readonly Entry[];
}
/** The graph that the symbol's JSON tells of. */
export declare const readGraph: (symbol: GraphSymbol) => Graph;
/** An entry as a key of maps. */
export declare const entryKey: ([node, output]: Entry) => string;
/** What is inferred of every value of the graph that can be seen, by its entry. */
export declare function inferAll(symbol: GraphSymbol, shapes: Shapes, types: Types): Map<string, Inferred>;
