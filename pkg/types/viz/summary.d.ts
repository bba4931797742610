import { type LogOption } from "../callback/params.ts";
import type { GraphSymbol, Shapes } from "../symbol/symbol.ts";
/** What `printSummary` takes. */
export interface SummaryOptions extends LogOption {
    /** Shapes of inputs by name. Shapes and numbers of parameters are told if it is given. */
    shape?: Shapes | null | undefined;
    /** The length of lines. */
    lineLength?: number | undefined;
    /** Where columns end: places, or parts of the line if the last is at most 1. */
    positions?: readonly number[] | undefined;
}
/**
 * Prints a table of the layers of a network: output shapes without the batch, parameters, and layers before.
 *
 * As in MXNet, parameters are counted from the channels of the layer before (so without `shape` they are not known), and
 * those of BatchNorm are two for a channel.
 *
 * @param symbol - the network
 * @param options - `shape`, `lineLength`, `positions`; `log` gets the lines
 * @throws MXNetError if the shapes of all layers do not follow from those given
 * @example
 * ```ts
 * const net = sym.FullyConnected(sym.Variable("data"), { numHidden: 3, name: "fc" });
 * const lines = [];
 * mx.viz.printSummary(net, { shape: { data: [1, 4] }, lineLength: 60, log: (line) => lines.push(line) });
 * console.log(lines[5].trim().replaceAll(/ +/g, " ")); // fc(FullyConnected) 3 15 data
 * ```
 */
export declare function printSummary(symbol: GraphSymbol, options?: SummaryOptions): void;
