// A symbol with its arrays: parameters, inputs, gradients.
import { MXNetError } from "../error.ts";
import type { DataBatch } from "../io/data-batch.ts";
import { DataDesc } from "../io/data-desc.ts";
import { zeros } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import type { GradReq, NDArray } from "../nd/ndarray.ts";
import { outsideScopes } from "../runtime/cell.ts";
import type { GradReqs } from "../symbol/bind.ts";
import type { Executor } from "../symbol/executor.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { batchSizeOf, type ShapeLike, sameDescs } from "./shapes.ts";

/** What a module is bound with. */
export interface BindingOptions {
  readonly symbol: GraphSymbol;
  readonly dataShapes: readonly DataDesc[];
  readonly labelShapes: readonly DataDesc[] | null;
  readonly paramNames: readonly string[];
  readonly fixedParamNames: readonly string[];
  readonly forTraining: boolean;
  readonly inputsNeedGrad: boolean;
  readonly gradReq: GradReqs;
  /** Whose parameters and gradients are used, too. */
  readonly shared: Binding | null;
}

/** An executor for the shapes at hand, and others with the same parameters for other shapes. */
export class Binding {
  readonly #options: BindingOptions;
  readonly #reqs: Readonly<Record<string, GradReq>>;
  /** The executor of the shapes that it was bound with; those of other shapes share its parameters. */
  readonly #first: Executor;
  executor: Executor;
  dataShapes: readonly DataDesc[];
  labelShapes: readonly DataDesc[] | null;
  batchSize: number;

  constructor(options: BindingOptions) {
    this.#options = options;
    this.dataShapes = options.dataShapes;
    this.labelShapes = options.labelShapes;
    this.batchSize = batchSizeOf([...options.dataShapes, ...(options.labelShapes ?? [])]);
    this.#reqs = this.#gradReqs();
    this.#first = outsideScopes(() => this.#bind(options.shared?.executor ?? null));
    this.executor = this.#first;
  }

  #gradReqs(): Record<string, GradReq> {
    const {
      symbol,
      gradReq: given,
      forTraining,
      inputsNeedGrad,
      paramNames,
      fixedParamNames,
      dataShapes,
    } = this.#options;
    const gradReq = forTraining ? given : "null";
    const args = symbol.listArguments();
    if (Array.isArray(gradReq)) {
      if (gradReq.length !== args.length) {
        throw new MXNetError(`bind: gradReq has ${gradReq.length} entries, but there are ${args.length} arguments`);
      }
      return Object.fromEntries(args.map((name, i) => [name, gradReq[i] as GradReq]));
    }
    const req = typeof gradReq === "string" ? (gradReq as GradReq) : "write";
    const data = dataShapes.map(({ name }) => name);
    const one = (name: string): GradReq => {
      if (paramNames.includes(name)) return fixedParamNames.includes(name) ? "null" : req;
      return data.includes(name) && inputsNeedGrad ? req : "null";
    };
    const reqs = Object.fromEntries(args.map((name) => [name, one(name)]));
    return typeof gradReq === "string" ? reqs : { ...reqs, ...(gradReq as Readonly<Record<string, GradReq>>) };
  }

  /** Arrays for the current shapes; parameters, gradients of them and auxiliary states are those of another executor, if any. */
  #bind(kept: Executor | null): Executor {
    const { symbol, paramNames } = this.#options;
    const names = symbol.listInputs();
    const inputs = [...this.dataShapes, ...(this.labelShapes ?? [])].filter(({ name }) => names.includes(name));
    const [argShapes, , auxShapes] = symbol.inferShape(
      Object.fromEntries(inputs.map(({ name, shape }) => [name, shape])),
    );
    if (!argShapes || !auxShapes) {
      throw new MXNetError(`bind: the shapes of all arguments cannot be told from those of ${inputs.join(", ")}`);
    }
    const attrs = symbol.attrDict();
    // A variable's own dtype goes before that of the description.
    const typed = inputs.filter(({ name }) => (attrs[name]?.["__dtype__"] ?? "-1") === "-1");
    const [argTypes, , auxTypes] = symbol.inferType(Object.fromEntries(typed.map(({ name, dtype }) => [name, dtype])));
    const args: Record<string, NDArray> = {};
    const grads: Record<string, NDArray> = {};
    const aux: Record<string, NDArray> = {};
    symbol.listArguments().forEach((name, i) => {
      const spec = { name, shape: argShapes[i] as number[], dtype: argTypes?.[i] ?? "float32" };
      const isParam = paramNames.includes(name);
      args[name] = array(spec, isParam && kept ? kept.argDict : {});
      if (this.#reqs[name] !== "null") grads[name] = array(spec, isParam && kept ? kept.gradDict : {});
    });
    symbol.listAuxiliaryStates().forEach((name, i) => {
      const spec = { name, shape: auxShapes[i] as number[], dtype: auxTypes?.[i] ?? "float32" };
      aux[name] = array(spec, kept?.auxDict ?? {});
    });
    return symbol.bind(null, args, grads, this.#reqs, aux);
  }

  /** Whether data has the shapes that the executor has. */
  fits(data: readonly NDArray[]): boolean {
    return this.dataShapes.every(({ shape }, i) => String(shape) === String(data[i]?.shape));
  }

  /** The descriptions of a batch of other shapes. */
  shapesOf({ data, label, provideData, provideLabel }: DataBatch): [readonly ShapeLike[], readonly ShapeLike[] | null] {
    const like = (descs: readonly DataDesc[], arrays: readonly NDArray[]): DataDesc[] =>
      arrays.map((x, i) => {
        const { name, dtype, layout } = descs[i] as DataDesc;
        return new DataDesc(name, x.shape, dtype, layout);
      });
    const labels = label && label.length > 0 && this.labelShapes ? like(this.labelShapes, label) : null;
    return [provideData ?? like(this.dataShapes, data), provideLabel ?? labels];
  }

  /** What the executor takes of a batch, in the types that it has. Labels may be missing. */
  inputs(data: readonly NDArray[], label: readonly NDArray[] | null): Record<string, NDArray> {
    const inputs: Record<string, NDArray> = {};
    const args = this.executor.argDict;
    const put = (descs: readonly DataDesc[], values: readonly NDArray[]): void => {
      descs.forEach(({ name }, i) => {
        const [value, target] = [values[i], args[name]];
        if (value && target) inputs[name] = value.dtype === target.dtype ? value : value.astype(target.dtype);
      });
    };
    put(this.dataShapes, data);
    put(this.labelShapes ?? [], label ?? []);
    return inputs;
  }

  /** Goes on with inputs of other shapes. */
  reshape(dataShapes: readonly DataDesc[], labelShapes: readonly DataDesc[] | null): void {
    if (sameDescs(dataShapes, this.dataShapes) && sameDescs(labelShapes, this.labelShapes)) return;
    const batchSize = batchSizeOf([...dataShapes, ...(labelShapes ?? [])]);
    const before = [this.dataShapes, this.labelShapes] as const;
    [this.dataShapes, this.labelShapes] = [dataShapes, labelShapes];
    try {
      const back = sameDescs(dataShapes, this.#options.dataShapes) && sameDescs(labelShapes, this.#options.labelShapes);
      this.executor = back ? this.#first : outsideScopes(() => this.#bind(this.#first));
      this.batchSize = batchSize;
    } catch (error) {
      [this.dataShapes, this.labelShapes] = before;
      throw error;
    }
  }
}

function array(
  { name, shape, dtype }: { name: string; shape: number[]; dtype: DType },
  kept: Readonly<Record<string, NDArray | null>>,
): NDArray {
  const found = kept[name];
  if (!found) return zeros(shape, { dtype });
  if (String(found.shape) === String(shape)) return found;
  throw new MXNetError(`bind: ${name} has shape (${found.shape}), but these inputs need (${shape})`);
}
