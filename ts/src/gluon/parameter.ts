// Parameters of layers.
import { isTraining, pause } from "../autograd/index.ts";
import { MXNetError } from "../error.ts";
import { create, InitDesc, type InitializerLike, Uniform } from "../init/index.ts";
import { array, zeros } from "../nd/create.ts";
import type { DType } from "../nd/dtype.ts";
import { describe } from "../nd/invoke.ts";
import { type Context, checkStype, type GradReq, NDArray, type Nested, type StorageType } from "../nd/ndarray.ts";
import { floatText } from "../runtime/attrs.ts";
import { outsideScopes } from "../runtime/cell.ts";
import { inspectSymbol } from "../runtime/symbols.ts";
import type { GraphSymbol } from "../symbol/symbol.ts";
import { Variable } from "../symbol/variable.ts";
import { tuple } from "./text.ts";

/**
 * The parameter's shape is not known before the first forward.
 *
 * @example
 * ```ts
 * const layer = new gluon.nn.Dense(2);
 * layer.initialize();
 * try {
 *   layer.weight.data();
 * } catch (error) {
 *   console.log(error instanceof gluon.DeferredInitializationError); // true
 * }
 * ```
 */
export class DeferredInitializationError extends MXNetError {
  override name = "DeferredInitializationError";
}

/** What `Parameter` takes. */
export interface ParameterOptions {
  /** What backward does with the gradient: `"write"` (the default), `"add"` or `"null"`. */
  gradReq?: GradReq | undefined;
  /** The shape; dimensions of 0 are unknown. */
  shape?: number | readonly number[] | null | undefined;
  /** The element type; float32 by default. */
  dtype?: DType | undefined;
  /** Multiplies the learning rate; 1 by default. */
  lrMult?: number | undefined;
  /** Multiplies the decay of weights; 1 by default. */
  wdMult?: number | undefined;
  /** The initializer; goes before the one that `initialize` names. */
  init?: InitializerLike | null | undefined;
  /** Whether a parameter whose shape is unknown may be initialized later, when it is known. */
  allowDeferredInit?: boolean | undefined;
  /** Whether there is a gradient at all. */
  differentiable?: boolean | undefined;
  /** How the values are stored: `"default"` or `"row_sparse"`. */
  stype?: StorageType | undefined;
  /** How the gradient is stored; a `"row_sparse"` one holds only the rows that backward reached. */
  gradStype?: StorageType | undefined;
}

/** What `Parameter.initialize` takes. */
export interface InitializeOptions {
  /** The initializer; goes before the parameter's own. */
  init?: InitializerLike | null | undefined;
  /** The initializer where neither this call nor the parameter names one; `Uniform(0.07)` by default. */
  defaultInit?: InitializerLike | undefined;
  /** Whether a parameter that has values gets new ones. */
  forceReinit?: boolean | undefined;
  /** Accepted for MXNet's sake: there is one device. */
  ctx?: Context | undefined;
}

/** How loaded values of another dtype are taken. */
export interface LoadOptions {
  /** Whether parameters that the file lacks are left alone. */
  allowMissing?: boolean | undefined;
  /** Whether arrays of the file that have no parameter are ignored. */
  ignoreExtra?: boolean | undefined;
  /** Whether values of another dtype are converted. */
  castDtype?: boolean | undefined;
  /** Converted to which dtype: the parameter's, or the saved one (the parameter is cast). */
  dtypeSource?: "current" | "saved" | undefined;
  /** Accepted for MXNet's sake: there is one device. */
  ctx?: Context | undefined;
}

interface Deferred {
  readonly init: InitializerLike;
  readonly defaultInit: InitializerLike;
  /** Values that were set before the shape was known. */
  readonly data: NDArray | null;
}

/**
 * A weight of a layer: an array with its gradient, made when the shape is known.
 *
 * @example
 * ```ts
 * const w = new gluon.Parameter("w", { shape: [2, 3] });
 * w.initialize("xavier");
 * w.data();
 * ```
 */
export class Parameter {
  readonly name: string;
  lrMult: number;
  wdMult: number;
  init: InitializerLike | null;
  /** How the values are stored. */
  readonly stype: StorageType;
  /** How the gradient is stored. */
  readonly gradStype: StorageType;
  readonly #differentiable: boolean;
  readonly #allowDeferredInit: boolean;
  #gradReq: GradReq;
  #shape: readonly number[] | null;
  #dtype: DType;
  #data: NDArray | null = null;
  #deferred: Deferred | null = null;
  #var: GraphSymbol | undefined;

  constructor(name: string, options: ParameterOptions = {}) {
    const { shape = null } = options;
    this.name = name;
    this.lrMult = options.lrMult ?? 1;
    this.wdMult = options.wdMult ?? 1;
    this.init = options.init ?? null;
    this.stype = checkStype(options.stype ?? "default", `Parameter '${name}'`);
    this.gradStype = checkStype(options.gradStype ?? "default", `Parameter '${name}'`);
    this.#differentiable = options.differentiable ?? true;
    this.#allowDeferredInit = options.allowDeferredInit ?? false;
    this.#dtype = options.dtype ?? "float32";
    this.#shape = typeof shape === "number" ? [shape] : shape;
    this.#gradReq = this.#checkReq(options.gradReq ?? "write");
  }

  #checkReq(req: GradReq): GradReq {
    if (req !== "write" && req !== "add" && req !== "null") {
      throw new MXNetError(`grad_req must be one of 'write', 'add', or 'null', but got '${req}'`);
    }
    return this.#differentiable ? req : "null";
  }

  /** What backward does with the gradient. Setting it to `"null"` frees the gradient. */
  get gradReq(): GradReq {
    return this.#gradReq;
  }

  set gradReq(value: GradReq) {
    const req = this.#checkReq(value);
    if (req === this.#gradReq) return;
    this.#gradReq = req;
    if (this.#data) this.#adopt(req === "null" ? this.#data.detach() : this.#data);
  }

  /** The shape; dimensions of 0 are unknown. Setting it fills them in. */
  get shape(): readonly number[] | null {
    return this.#shape;
  }

  set shape(value: readonly number[]) {
    const old = this.#shape;
    if (old && (old.length !== value.length || old.some((d, i) => d > 0 && d !== value[i]))) {
      throw new MXNetError(
        `Parameter '${this.name}': Expected shape ${tuple(value)} is incompatible with given shape ${tuple(old)}.`,
      );
    }
    this.#shape = [...value];
  }

  /** The element type. Setting it casts the values. */
  get dtype(): DType {
    return this.#dtype;
  }

  set dtype(value: DType) {
    this.cast(value);
  }

  /** Whether there are values. */
  get isInitialized(): boolean {
    return this.#data !== null;
  }

  /** Whether values will come as soon as the shape is known. */
  get isDeferred(): boolean {
    return this.#deferred !== null;
  }

  get #hasShape(): boolean {
    return this.#shape?.every((d) => d > 0) ?? false;
  }

  /**
   * Makes the values and the gradient, or notes that they are to be made once the shape is known.
   *
   * @param init - an initializer, its name, or the options
   * @throws MXNetError if the shape is unknown and may not be
   */
  initialize(init?: InitializerLike | InitializeOptions | null, options: InitializeOptions = {}): void {
    const given = isOptions(init) ? init : { ...options, init: init ?? options.init };
    if (this.#data && !given.forceReinit) {
      console.warn(
        `Parameter '${this.name}' is already initialized, ignoring. Set force_reinit=True to re-initialize.`,
      );
      return;
    }
    this.#data = null;
    const defaultInit = given.defaultInit ?? new Uniform();
    this.#deferred = { init: given.init ?? this.init ?? defaultInit, defaultInit, data: null };
    if (this.#hasShape) {
      this.finishDeferredInit();
    } else if (!this.#allowDeferredInit) {
      this.#deferred = null;
      throw new MXNetError(
        `Cannot initialize Parameter '${this.name}' because it has invalid shape: ${tuple(this.#shape)}.`,
      );
    }
  }

  /** @internal Makes the values of a deferred parameter, whose shape is known by now. */
  finishDeferredInit(): void {
    const deferred = this.#deferred;
    if (!deferred) return;
    if (!this.#hasShape) {
      throw new MXNetError(
        `Cannot initialize Parameter '${this.name}' because it has invalid shape: ${tuple(this.#shape)}. Please specify in_units, in_channels, etc for \`Block\`s.`,
      );
    }
    this.#deferred = null;
    pause(() =>
      outsideScopes(() => {
        this.#adopt(deferred.data ?? this.makeData(deferred.init, deferred.defaultInit));
      }),
    );
  }

  /** @internal First values. */
  protected makeData(init: InitializerLike, defaultInit: InitializerLike): NDArray {
    const data = zeros(this.#shape as readonly number[], { dtype: this.#dtype });
    create(defaultInit)(new InitDesc(this.name, { __init__: create(init) }), data);
    return data;
  }

  /** Takes an array of its own as the values, with a gradient of zeros. */
  #adopt(data: NDArray): void {
    const stored = data.tostype(this.stype);
    if (this.#gradReq !== "null") stored.attachGrad(this.#gradReq, { stype: this.gradStype });
    this.#data = stored;
  }

  #get(): NDArray {
    if (this.#data) return this.#data;
    if (this.#deferred) {
      throw new DeferredInitializationError(
        `Parameter '${this.name}' has not been initialized yet because initialization was deferred. Actual initialization happens during the first forward pass. Please pass one batch of data through the network before accessing Parameters. You can also avoid deferred initialization by specifying in_units, num_features, etc., for network layers.`,
      );
    }
    throw new MXNetError(
      `Parameter '${this.name}' has not been initialized. Note that you should initialize parameters and create Trainer with Block.collect_params() instead of Block.params because the later does not include Parameters of nested child Blocks`,
    );
  }

  /**
   * The values; the array itself, not a copy.
   *
   * @throws DeferredInitializationError before the first forward of a layer whose sizes are unknown
   * @throws MXNetError before `initialize`
   */
  data(_ctx?: Context): NDArray {
    return this.#get();
  }

  /**
   * The gradient; the buffer itself, not a copy.
   *
   * @throws MXNetError before `initialize`, and if `gradReq` is `"null"`
   */
  grad(_ctx?: Context): NDArray {
    const grad = this.#get().grad;
    if (!grad) throw new MXNetError(`Cannot get gradient array for Parameter '${this.name}' because grad_req='null'`);
    return grad;
  }

  /**
   * The values of a parameter in row-sparse storage: all rows, as there is one device.
   *
   * @param _rowId - the rows that will be read
   * @throws MXNetError for parameters in another storage
   */
  rowSparseData(_rowId: NDArray): NDArray {
    if (this.stype !== "row_sparse") {
      throw new MXNetError(
        `Cannot return a copy of Parameter ${this.name} via row_sparse_data() because its storage type is ${this.stype}. Please use data() instead.`,
      );
    }
    return this.#get();
  }

  /** The values, one array a device: there is one. */
  listData(): NDArray[] {
    return [this.data()];
  }

  /** The gradients, one array a device: there is one. */
  listGrad(): NDArray[] {
    return [this.grad()];
  }

  /** The devices that hold the values. */
  listCtx(): Context[] {
    if (!this.#data && !this.#deferred) throw new MXNetError(`Parameter '${this.name}' has not been initialized`);
    return [CPU];
  }

  /** The variable that stands for the parameter in symbols. */
  var(): GraphSymbol {
    this.#var ??= Variable(this.name, {
      shape: this.#shape,
      dtype: this.#dtype,
      init: this.init === null ? null : initText(this.init),
      attr: {
        __lr_mult__: floatText(this.lrMult),
        __wd_mult__: floatText(this.wdMult),
        __storage_type__: "0",
      },
    });
    return this.#var;
  }

  /** Sets the values, from an array of this shape or nested numbers. */
  setData(value: NDArray | Nested): void {
    pause(() => {
      const given = value instanceof NDArray ? value : array(value);
      this.shape = given.shape;
      if (this.#data) {
        given.copyto(this.#data);
      } else if (this.#deferred) {
        const data = outsideScopes(() => array(given, { dtype: this.#dtype }));
        this.#deferred = { ...this.#deferred, data };
      } else {
        throw new MXNetError(`Parameter '${this.name}' has not been initialized`);
      }
    });
  }

  /** Sets the gradient to zero, if there is one. */
  zeroGrad(): void {
    pause(() => this.#data?.grad?.set(0));
  }

  /** Converts the values and the gradient to another dtype. */
  cast(dtype: DType): void {
    this.#dtype = dtype;
    const old = this.#data;
    if (!old || old.dtype === dtype) return;
    pause(() =>
      outsideScopes(() => {
        const data = old.astype(dtype).detach();
        const grad = old.grad;
        this.#adopt(data);
        if (grad) grad.copyto(data.grad as NDArray);
      }),
    );
  }

  /** @internal Takes values that were loaded; `source` names where from. */
  loadInit(data: NDArray, options: LoadOptions): void {
    const saved = data.shape;
    const shape = this.#shape;
    if (shape && (shape.length !== saved.length || shape.some((d, i) => d !== 0 && d !== saved[i]))) {
      throw new MXNetError(
        `Failed loading Parameter '${this.name}' from saved params: shape incompatible expected ${tuple(shape)} vs saved ${tuple(saved)}`,
      );
    }
    if (data.dtype !== this.#dtype) {
      if (!options.castDtype) {
        throw new MXNetError(
          `Failed loading Parameter '${this.name}' from saved params: dtype incompatible expected ${this.#dtype} vs saved ${data.dtype}. Set cast_dtype=True to cast the dtype of saved params.`,
        );
      }
      if (options.dtypeSource === "saved") this.cast(data.dtype);
    }
    this.#shape = saved;
    if (this.#data) {
      this.setData(data);
    } else {
      pause(() => outsideScopes(() => this.#adopt(array(data, { dtype: this.#dtype }))));
      this.#deferred = null;
    }
  }

  /** What Python prints. */
  toString(): string {
    return `Parameter ${this.name} (shape=${tuple(this.#shape)}, dtype=${this.#dtype})`;
  }

  /** @internal What `console.log` prints. */
  [inspectSymbol](): string {
    return this.toString();
  }
}

const CPU: Context = Object.freeze({ deviceType: "cpu", deviceId: 0, toString: () => "cpu(0)" });

/** An initializer as an attribute: its name as it was given, or its `dumps()`. */
function initText(init: InitializerLike): string {
  return typeof init === "string" ? init : create(init).dumps();
}

function isOptions(x: unknown): x is InitializeOptions {
  return typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype && !("initializer" in x);
}

/**
 * A parameter that is not trained: its values are given, and change only through `setData`.
 *
 * @example
 * ```ts
 * new gluon.Constant("scale", [[1, 2], [3, 4]]);
 * ```
 */
export class Constant extends Parameter {
  readonly value: NDArray;

  constructor(name: string, value: NDArray | Nested) {
    const data = value instanceof NDArray ? value : outsideScopes(() => array(value));
    super(name, { gradReq: "null", shape: data.shape, dtype: data.dtype, differentiable: false });
    this.value = data;
  }

  override get gradReq(): GradReq {
    return "null";
  }

  override set gradReq(req: GradReq) {
    if (req !== "null") {
      console.warn(
        `Constant parameter "${this.name}" does not support grad_req other than "null", and new value "${req}" is ignored.`,
      );
    }
  }

  protected override makeData(): NDArray {
    return array(this.value);
  }

  override toString(): string {
    return super.toString().replace("Parameter", "Constant");
  }
}

/** Checks that a value is a parameter. */
export function expectParameter(x: unknown, what: string): asserts x is Parameter {
  if (!(x instanceof Parameter)) throw new TypeError(`${what} must be a Parameter, got ${describe(x)}`);
}

/** Runs what changes parameters outside of recording, in the same mode. */
export function unrecorded<T>(run: () => T): T {
  return pause(run, isTraining());
}
