// Written by scripts/build-wasm.mjs from crates/wasm. Do not edit.
/* tslint:disable */
/* eslint-disable */

/**
 * Where the array's elements begin in memory. Good until the next call.
 */
export function array_address(handle: number): number;

/**
 * The same memory outside of every graph.
 */
export function array_detach(handle: number): number;

/**
 * Frees a handle.
 */
export function array_free(handle: number): void;

/**
 * A new array of the shape in the scratch words, with arbitrary contents.
 */
export function array_new(ndim: number, dtype: number): number;

/**
 * Writes the shape into the scratch words; gives the number of dimensions plus 256 times the dtype's code.
 */
export function array_spec(handle: number): number;

/**
 * Makes an array a variable with a gradient of zeros, row-sparse if told so.
 */
export function attach_grad(handle: number, code: number, row_sparse: boolean): void;

/**
 * Backward from the heads in the scratch words; after them come `grads` head gradients (0 for ones).
 */
export function backward(heads: number, grads: number, retain_graph: boolean, train_mode: boolean): void;

/**
 * Calls an operator: the scratch words hold the inputs' handles and then those of `out`. Writes the outputs' handles
 * there (those of `out` come first and unchanged). Gives their number, plus 65536 when memory presses.
 */
export function call(id: number, inputs: number, out: number): number;

/**
 * Forgets a number.
 */
export function call_free(id: number): void;

/**
 * Parses an operator with attributes (`key\u{1}value` pairs joined by `\u{2}`) and gives it a number.
 */
export function call_new(name: string, attrs: string): number;

/**
 * Makes `Custom` known. The host's function takes a question, the attributes as a list, and a text or number:
 * `describe` (gives lists of inputs, states and outputs, and what it needs), `infer` (shapes and dtype codes of inputs; gives
 * those of all), `run` (as many handles are in the scratch words; gives the number of outputs, whose handles are there).
 */
export function custom_register(host: Function): void;

/**
 * The shape that a reshape code (in the scratch words, as signed numbers) makes of this array, written into the
 * scratch words; gives the number of dimensions.
 */
export function decode_shape(handle: number, count: number, reverse: boolean): number;

/**
 * What operators there are, as [`registry::describe`] writes it.
 */
export function describe_registry(): string;

/**
 * Runs backward from the gradients of outputs in the scratch words (0 for none).
 */
export function executor_backward(handle: number, grads: number, training: boolean): boolean;

/**
 * Whether prediction folds batch normalisations into the layers before them.
 */
export function executor_fold(handle: number, fold: boolean): void;

/**
 * Runs forward; tells whether memory presses.
 */
export function executor_forward(handle: number, training: boolean): boolean;

/**
 * Frees a handle.
 */
export function executor_free(handle: number): void;

/**
 * Sets what is told of every value: a function of its name and handle.
 */
export function executor_monitor(handle: number, monitor?: Function | null): void;

/**
 * Binds a symbol to the arrays in the scratch words: arguments, their gradients (0 for none), states. `reqs` has a digit
 * for each argument. After it the scratch words hold the handles of the outputs.
 */
export function executor_new(symbol: number, reqs: string, states: number): number;

/**
 * Whether backward has reached a variable since the flag was cleared.
 */
export function fresh_grad(handle: number): boolean;

/**
 * Gradients with respect to variables: the scratch words hold heads, head gradients and variables. Writes the
 * gradients' handles there.
 */
export function grad(heads: number, grads: number, variables: number, retain_graph: boolean, create_graph: boolean, train_mode: boolean): void;

/**
 * The gradient buffer of a variable, or 0.
 */
export function grad_of(handle: number): number;

/**
 * Puts part `i` of a row-sparse gradient into the scratch words, indices and rows; tells whether there is one.
 */
export function grad_rows(handle: number, i: number): boolean;

/**
 * Whether an array has a gradient buffer.
 */
export function has_grad(handle: number): boolean;

/**
 * Whether an array is part of a graph.
 */
export function in_graph(handle: number): boolean;

/**
 * Whether operators are recorded.
 */
export function is_recording(): boolean;

/**
 * Whether operators behave as in training.
 */
export function is_training(): boolean;

/**
 * Makes an array a variable with this gradient buffer.
 */
export function mark_variable(handle: number, grad: number, code: number): void;

/**
 * Bytes that live arrays hold.
 */
export function memory_bytes(): number;

/**
 * Sets when memory presses.
 */
export function memory_limits(bytes: number, count: number): void;

/**
 * The number of arrays that the host holds.
 */
export function memory_live(): number;

/**
 * The most bytes that live arrays ever held.
 */
export function memory_peak(): number;

/**
 * Whether memory presses.
 */
export function memory_presses(): boolean;

/**
 * Gives pooled buffers back to the allocator.
 */
export function memory_trim(): void;

/**
 * `numpy.random.normal(loc, scale, count)`
 */
export function numpy_normal(loc: number, scale: number, count: number): Float64Array;

/**
 * `numpy.random.permutation(count)`: the order in which a shuffle puts `count` items, too.
 */
export function numpy_permutation(count: number): Uint32Array;

/**
 * `numpy.random.randint(low, high, count, dtype=int64)`
 */
export function numpy_randint(low: bigint, high: bigint, count: number): BigInt64Array;

/**
 * `numpy.random.seed(seed)`
 */
export function numpy_seed(seed: number): void;

/**
 * `numpy.random.uniform(low, high, count)`
 */
export function numpy_uniform(low: number, high: number, count: number): Float64Array;

/**
 * Frees a handle.
 */
export function program_free(handle: number): void;

/**
 * Makes a symbol ready to run.
 */
export function program_new(symbol: number): number;

/**
 * Runs a program on the arrays in the scratch words, one for each variable in the order of `list_inputs`; recorded if the
 * recording flag is set. After it they hold the handles of the outputs. Tells whether memory presses.
 */
export function program_run(handle: number, inputs: number): boolean;

/**
 * `count` zeros and ones, ones with the probability that the text says, as MXNet's `npx.random.bernoulli` draws them.
 */
export function random_bernoulli(count: number, prob: string): Uint8Array;

/**
 * Seeds the streams; with `device`, as MXNet's `seed(n, ctx=…)` does.
 */
export function random_seed(seed: number, device: boolean): void;

/**
 * Records a host function's call: the scratch words hold the inputs' and then the outputs' handles.
 */
export function record_function(backward: Function, inputs: number, outputs: number): void;

/**
 * Called by the host after a trap, when the stack is what it was before the call that trapped; again, if the engine's stack
 * was too full for it. Arrays that were made in the call are lost.
 */
export function recover(): void;

/**
 * Where the scratch words begin in memory.
 */
export function scratch_address(): number;

/**
 * How many scratch words there are.
 */
export function scratch_length(): number;

/**
 * Turns fused backward kernels off or on; gives the previous setting.
 */
export function set_composed(on: boolean): boolean;

/**
 * Tells the function that makes an exception from a message.
 */
export function set_error_factory(factory: Function): void;

/**
 * Sets the flag that `fresh_grad` reads.
 */
export function set_fresh_grad(handle: number, fresh: boolean): void;

/**
 * Replaces a row-sparse gradient by these rows.
 */
export function set_grad_rows(handle: number, indices: number, rows: number): void;

/**
 * Sets the recording flag; gives the previous one.
 */
export function set_recording(on: boolean): boolean;

/**
 * Sets the training flag; gives the previous one.
 */
export function set_training(on: boolean): boolean;

/**
 * Handles that were not used since the last sweep.
 */
export function sweep_cold(): Uint32Array;

/**
 * How an array may move out: 0 not at all (it shares memory, or a graph or an executor needs it), 1 as plain data, 2 as a
 * variable with its gradient.
 */
export function sweep_kind(handle: number): number;

/**
 * Whether an array on another's memory may be let go, to be derived again.
 */
export function sweep_plain(handle: number): boolean;

/**
 * Leaves an array that cannot move out to the host's collector.
 */
export function sweep_weaken(handle: number): void;

/**
 * An operator on the symbols in the scratch words.
 */
export function symbol_atomic(op: string, attrs: string, name: string, keys: string, count: number): number;

/**
 * An attribute of the symbol's node.
 */
export function symbol_attr(handle: number, key: string): string | undefined;

/**
 * The attributes of the symbol's node, or those of all nodes.
 */
export function symbol_attrs(handle: number, all: boolean): string;

/**
 * A copy with variables replaced by the symbols in the scratch words, and with another name if there is one.
 */
export function symbol_compose(handle: number, name: string, keys: string, count: number): number;

/**
 * The graph of a body that was made within a larger graph, and what its variables stand for there. Gives their number;
 * their handles are in the scratch words.
 */
export function symbol_cut(handle: number): number;

/**
 * Frees a handle.
 */
export function symbol_free(handle: number): void;

/**
 * The outputs of the symbols in the scratch words as one symbol.
 */
export function symbol_group(count: number): number;

/**
 * Infers shapes and types.
 */
export function symbol_infer(handle: number, known: string): string;

/**
 * The name of the node that all outputs belong to.
 */
export function symbol_name(handle: number): string | undefined;

/**
 * Names: 0 of arguments, 1 of states, 2 of both as they come, 3 of outputs.
 */
export function symbol_names(handle: number, what: number): string;

/**
 * Another symbol of the same graph, or 0: 0 all its values, 1 its inputs, 2 one output.
 */
export function symbol_part(handle: number, what: number, output: number): number;

/**
 * Reads JSON.
 */
export function symbol_read(json: string): number;

/**
 * The recorded graph of an array as a symbol.
 */
export function symbol_recorded(array: number): number;

/**
 * Sets an attribute of the symbol's node.
 */
export function symbol_set_attr(handle: number, key: string, value: string): void;

/**
 * A variable.
 */
export function symbol_variable(name: string, attrs: string): number;

/**
 * Writes JSON.
 */
export function symbol_write(handle: number): string;

/**
 * Shares no more work, and lets the workers leave.
 */
export function threads_close(): void;

/**
 * At least this many bytes for a worker, aligned to 16, for good: the host uses them again for its next worker.
 */
export function threads_memory(bytes: number): number;

/**
 * Shares work with this many workers from now on.
 */
export function threads_open(workers: number): void;

/**
 * Has convolutions take every product as it stands, or takes that back.
 */
export function use_plain(on: boolean): void;

/**
 * Uses the kernels that the host has put in the table of functions from `first` on, or the core's own for 0.
 */
export function use_relaxed(first: number): void;

/**
 * Makes an array that moved in again the variable that it was; the gradient's handle is freed.
 */
export function variable_restore(handle: number, grad: number, state: number): void;

/**
 * `grad_req` (0 null, 1 write, 2 add) plus 4 if the gradient is fresh, of a variable that moves out.
 */
export function variable_state(handle: number): number;

/**
 * The same memory under the shape in the scratch words, outside of every graph.
 */
export function view_reshaped(handle: number, ndim: number): number;

/**
 * Rows `begin..end` of the first axis on the same memory, outside of every graph.
 */
export function view_rows(handle: number, begin: number, end: number): number;

/**
 * The memory, for views of the host.
 */
export function wasm_memory(): any;

/**
 * Turns the checks for values that are not finite on or off; gives the previous setting.
 */
export function watch_anomalies(on: boolean): boolean;

/**
 * Called in a worker that trapped in a block, so that nobody waits for it or for the allocator. It may run on.
 */
export function worker_failed(): void;

/**
 * What a worker does; returns after [`threads_close`].
 */
export function worker_run(): void;

/** Makes the one instance of a compiled module. */
export function instantiate(module: WebAssembly.Module): void;
/** Tells what to throw for a trap. */
export function onTrap(makeError: (trap: Error) => Error): void;
/** How many bytes the thread locals of an instance take. */
export function threadLocalsSize(): number;
/** Adds functions to the table of functions, and tells the index of the first. */
export function addFunctions(functions: WebAssembly.ExportValue[]): number;
/** Goes on as another instance, of the same module with a shared memory, which becomes a copy of this one's. */
export function moveTo(module: WebAssembly.Module, memory: WebAssembly.Memory): void;
