// Written by scripts/build-wasm.mjs from crates/wasm. Do not edit.
/**
 * Where the array's elements begin in memory. Good until the next call.
 * @param {number} handle
 * @returns {number}
 */
export function array_address(handle) {
    let ret;
    try { ret = wasm.array_address(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The same memory outside of every graph.
 * @param {number} handle
 * @returns {number}
 */
export function array_detach(handle) {
    let ret;
    try { ret = wasm.array_detach(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Frees a handle.
 * @param {number} handle
 */
export function array_free(handle) {
    try { wasm.array_free(handle); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * A new array of the shape in the scratch words, with arbitrary contents.
 * @param {number} ndim
 * @param {number} dtype
 * @returns {number}
 */
export function array_new(ndim, dtype) {
    let ret;
    try { ret = wasm.array_new(ndim, dtype); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Writes the shape into the scratch words; gives the number of dimensions plus 256 times the dtype's code.
 * @param {number} handle
 * @returns {number}
 */
export function array_spec(handle) {
    let ret;
    try { ret = wasm.array_spec(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Makes an array a variable with a gradient of zeros, row-sparse if told so.
 * @param {number} handle
 * @param {number} code
 * @param {boolean} row_sparse
 */
export function attach_grad(handle, code, row_sparse) {
    let ret;
    try { ret = wasm.attach_grad(handle, code, row_sparse); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Backward from the heads in the scratch words; after them come `grads` head gradients (0 for ones).
 * @param {number} heads
 * @param {number} grads
 * @param {boolean} retain_graph
 * @param {boolean} train_mode
 */
export function backward(heads, grads, retain_graph, train_mode) {
    let ret;
    try { ret = wasm.backward(heads, grads, retain_graph, train_mode); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Calls an operator: the scratch words hold the inputs' handles and then those of `out`. Writes the outputs' handles
 * there (those of `out` come first and unchanged). Gives their number, plus 65536 when memory presses.
 * @param {number} id
 * @param {number} inputs
 * @param {number} out
 * @returns {number}
 */
export function call(id, inputs, out) {
    let ret;
    try { ret = wasm.call(id, inputs, out); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Forgets a number.
 * @param {number} id
 */
export function call_free(id) {
    try { wasm.call_free(id); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Parses an operator with attributes (`key\u{1}value` pairs joined by `\u{2}`) and gives it a number.
 * @param {string} name
 * @param {string} attrs
 * @returns {number}
 */
export function call_new(name, attrs) {
    let ptr0, len0, ptr1, len1;
    try {
        ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passStringToWasm0(attrs, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len1 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
        throw e;
    }
    let ret;
    try { ret = wasm.call_new(ptr0, len0, ptr1, len1); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Makes `Custom` known. The host's function takes a question, the attributes as a list, and a text or number:
 * `describe` (gives lists of inputs, states and outputs, and what it needs), `infer` (shapes and dtype codes of inputs; gives
 * those of all), `run` (as many handles are in the scratch words; gives the number of outputs, whose handles are there).
 * @param {Function} host
 */
export function custom_register(host) {
    try { wasm.custom_register(host); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * The shape that a reshape code (in the scratch words, as signed numbers) makes of this array, written into the
 * scratch words; gives the number of dimensions.
 * @param {number} handle
 * @param {number} count
 * @param {boolean} reverse
 * @returns {number}
 */
export function decode_shape(handle, count, reverse) {
    let ret;
    try { ret = wasm.decode_shape(handle, count, reverse); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * What operators there are, as [`registry::describe`] writes it.
 * @returns {string}
 */
export function describe_registry() {
    let deferred1_0;
    let deferred1_1;
    try {
        let ret;
        try { ret = wasm.describe_registry(); } catch (e) { wasm = broken; throw recovered(e); }
        deferred1_0 = ret[0];
        deferred1_1 = ret[1];
        return getStringFromWasm0(ret[0], ret[1]);
    } finally {
        wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
    }
}

/**
 * Runs backward from the gradients of outputs in the scratch words (0 for none).
 * @param {number} handle
 * @param {number} grads
 * @param {boolean} training
 * @returns {boolean}
 */
export function executor_backward(handle, grads, training) {
    let ret;
    try { ret = wasm.executor_backward(handle, grads, training); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Whether prediction folds batch normalisations into the layers before them.
 * @param {number} handle
 * @param {boolean} fold
 */
export function executor_fold(handle, fold) {
    let ret;
    try { ret = wasm.executor_fold(handle, fold); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Runs forward; tells whether memory presses.
 * @param {number} handle
 * @param {boolean} training
 * @returns {boolean}
 */
export function executor_forward(handle, training) {
    let ret;
    try { ret = wasm.executor_forward(handle, training); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Frees a handle.
 * @param {number} handle
 */
export function executor_free(handle) {
    try { wasm.executor_free(handle); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Sets what is told of every value: a function of its name and handle.
 * @param {number} handle
 * @param {Function | null} [monitor]
 */
export function executor_monitor(handle, monitor) {
    const val1 = +handle;
    let ret;
    try { ret = wasm.executor_monitor(val1, isLikeNone(monitor) ? 0 : addToExternrefTable0(monitor)); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Binds a symbol to the arrays in the scratch words: arguments, their gradients (0 for none), states. `reqs` has a digit
 * for each argument. After it the scratch words hold the handles of the outputs.
 * @param {number} symbol
 * @param {string} reqs
 * @param {number} states
 * @returns {number}
 */
export function executor_new(symbol, reqs, states) {
    const val2 = +symbol;
    const val3 = +states;
    const ptr0 = passStringToWasm0(reqs, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len0 = WASM_VECTOR_LEN;
    let ret;
    try { ret = wasm.executor_new(val2, ptr0, len0, val3); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Whether backward has reached a variable since the flag was cleared.
 * @param {number} handle
 * @returns {boolean}
 */
export function fresh_grad(handle) {
    let ret;
    try { ret = wasm.fresh_grad(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Gradients with respect to variables: the scratch words hold heads, head gradients and variables. Writes the
 * gradients' handles there.
 * @param {number} heads
 * @param {number} grads
 * @param {number} variables
 * @param {boolean} retain_graph
 * @param {boolean} create_graph
 * @param {boolean} train_mode
 */
export function grad(heads, grads, variables, retain_graph, create_graph, train_mode) {
    let ret;
    try { ret = wasm.grad(heads, grads, variables, retain_graph, create_graph, train_mode); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * The gradient buffer of a variable, or 0.
 * @param {number} handle
 * @returns {number}
 */
export function grad_of(handle) {
    let ret;
    try { ret = wasm.grad_of(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Puts part `i` of a row-sparse gradient into the scratch words, indices and rows; tells whether there is one.
 * @param {number} handle
 * @param {number} i
 * @returns {boolean}
 */
export function grad_rows(handle, i) {
    let ret;
    try { ret = wasm.grad_rows(handle, i); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Whether an array has a gradient buffer.
 * @param {number} handle
 * @returns {boolean}
 */
export function has_grad(handle) {
    let ret;
    try { ret = wasm.has_grad(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Whether an array is part of a graph.
 * @param {number} handle
 * @returns {boolean}
 */
export function in_graph(handle) {
    let ret;
    try { ret = wasm.in_graph(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Whether operators are recorded.
 * @returns {boolean}
 */
export function is_recording() {
    let ret;
    try { ret = wasm.is_recording(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Whether operators behave as in training.
 * @returns {boolean}
 */
export function is_training() {
    let ret;
    try { ret = wasm.is_training(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Makes an array a variable with this gradient buffer.
 * @param {number} handle
 * @param {number} grad
 * @param {number} code
 */
export function mark_variable(handle, grad, code) {
    let ret;
    try { ret = wasm.mark_variable(handle, grad, code); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Bytes that live arrays hold.
 * @returns {number}
 */
export function memory_bytes() {
    let ret;
    try { ret = wasm.memory_bytes(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * Sets when memory presses.
 * @param {number} bytes
 * @param {number} count
 */
export function memory_limits(bytes, count) {
    try { wasm.memory_limits(bytes, count); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * The number of arrays that the host holds.
 * @returns {number}
 */
export function memory_live() {
    let ret;
    try { ret = wasm.memory_live(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * The most bytes that live arrays ever held.
 * @returns {number}
 */
export function memory_peak() {
    let ret;
    try { ret = wasm.memory_peak(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * Whether memory presses.
 * @returns {boolean}
 */
export function memory_presses() {
    let ret;
    try { ret = wasm.memory_presses(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Gives pooled buffers back to the allocator.
 */
export function memory_trim() {
    try { wasm.memory_trim(); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * `numpy.random.normal(loc, scale, count)`
 * @param {number} loc
 * @param {number} scale
 * @param {number} count
 * @returns {Float64Array}
 */
export function numpy_normal(loc, scale, count) {
    let ret;
    try { ret = wasm.numpy_normal(loc, scale, count); } catch (e) { wasm = broken; throw recovered(e); }
    var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
    return v1;
}

/**
 * `numpy.random.permutation(count)`: the order in which a shuffle puts `count` items, too.
 * @param {number} count
 * @returns {Uint32Array}
 */
export function numpy_permutation(count) {
    let ret;
    try { ret = wasm.numpy_permutation(count); } catch (e) { wasm = broken; throw recovered(e); }
    var v1 = getArrayU32FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
    return v1;
}

/**
 * `numpy.random.randint(low, high, count, dtype=int64)`
 * @param {bigint} low
 * @param {bigint} high
 * @param {number} count
 * @returns {BigInt64Array}
 */
export function numpy_randint(low, high, count) {
    let ret;
    try { ret = wasm.numpy_randint(low, high, count); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    var v1 = getArrayI64FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
    return v1;
}

/**
 * `numpy.random.seed(seed)`
 * @param {number} seed
 */
export function numpy_seed(seed) {
    try { wasm.numpy_seed(seed); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * `numpy.random.uniform(low, high, count)`
 * @param {number} low
 * @param {number} high
 * @param {number} count
 * @returns {Float64Array}
 */
export function numpy_uniform(low, high, count) {
    let ret;
    try { ret = wasm.numpy_uniform(low, high, count); } catch (e) { wasm = broken; throw recovered(e); }
    var v1 = getArrayF64FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 8, 8);
    return v1;
}

/**
 * Frees a handle.
 * @param {number} handle
 */
export function program_free(handle) {
    try { wasm.program_free(handle); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Makes a symbol ready to run.
 * @param {number} symbol
 * @returns {number}
 */
export function program_new(symbol) {
    let ret;
    try { ret = wasm.program_new(symbol); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Runs a program on the arrays in the scratch words, one for each variable in the order of `list_inputs`; recorded if the
 * recording flag is set. After it they hold the handles of the outputs. Tells whether memory presses.
 * @param {number} handle
 * @param {number} inputs
 * @returns {boolean}
 */
export function program_run(handle, inputs) {
    let ret;
    try { ret = wasm.program_run(handle, inputs); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * `count` zeros and ones, ones with the probability that the text says, as MXNet's `npx.random.bernoulli` draws them.
 * @param {number} count
 * @param {string} prob
 * @returns {Uint8Array}
 */
export function random_bernoulli(count, prob) {
    const val2 = +count;
    const ptr0 = passStringToWasm0(prob, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len0 = WASM_VECTOR_LEN;
    let ret;
    try { ret = wasm.random_bernoulli(val2, ptr0, len0); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    var v3 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
    return v3;
}

/**
 * Seeds the streams; with `device`, as MXNet's `seed(n, ctx=…)` does.
 * @param {number} seed
 * @param {boolean} device
 */
export function random_seed(seed, device) {
    try { wasm.random_seed(seed, device); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Records a host function's call: the scratch words hold the inputs' and then the outputs' handles.
 * @param {Function} backward
 * @param {number} inputs
 * @param {number} outputs
 */
export function record_function(backward, inputs, outputs) {
    let ret;
    try { ret = wasm.record_function(backward, inputs, outputs); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Called by the host after a trap, when the stack is what it was before the call that trapped; again, if the engine's stack
 * was too full for it. Arrays that were made in the call are lost.
 */
export function recover() {
    try { wasm.recover(); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Where the scratch words begin in memory.
 * @returns {number}
 */
export function scratch_address() {
    let ret;
    try { ret = wasm.scratch_address(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * How many scratch words there are.
 * @returns {number}
 */
export function scratch_length() {
    let ret;
    try { ret = wasm.scratch_length(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * Turns fused backward kernels off or on; gives the previous setting.
 * @param {boolean} on
 * @returns {boolean}
 */
export function set_composed(on) {
    let ret;
    try { ret = wasm.set_composed(on); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Tells the function that makes an exception from a message.
 * @param {Function} factory
 */
export function set_error_factory(factory) {
    try { wasm.set_error_factory(factory); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Sets the flag that `fresh_grad` reads.
 * @param {number} handle
 * @param {boolean} fresh
 */
export function set_fresh_grad(handle, fresh) {
    let ret;
    try { ret = wasm.set_fresh_grad(handle, fresh); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Replaces a row-sparse gradient by these rows.
 * @param {number} handle
 * @param {number} indices
 * @param {number} rows
 */
export function set_grad_rows(handle, indices, rows) {
    let ret;
    try { ret = wasm.set_grad_rows(handle, indices, rows); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * Sets the recording flag; gives the previous one.
 * @param {boolean} on
 * @returns {boolean}
 */
export function set_recording(on) {
    let ret;
    try { ret = wasm.set_recording(on); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Sets the training flag; gives the previous one.
 * @param {boolean} on
 * @returns {boolean}
 */
export function set_training(on) {
    let ret;
    try { ret = wasm.set_training(on); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Handles that were not used since the last sweep.
 * @returns {Uint32Array}
 */
export function sweep_cold() {
    let ret;
    try { ret = wasm.sweep_cold(); } catch (e) { wasm = broken; throw recovered(e); }
    var v1 = getArrayU32FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
    return v1;
}

/**
 * How an array may move out: 0 not at all (it shares memory, or a graph or an executor needs it), 1 as plain data, 2 as a
 * variable with its gradient.
 * @param {number} handle
 * @returns {number}
 */
export function sweep_kind(handle) {
    let ret;
    try { ret = wasm.sweep_kind(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Whether an array on another's memory may be let go, to be derived again.
 * @param {number} handle
 * @returns {boolean}
 */
export function sweep_plain(handle) {
    let ret;
    try { ret = wasm.sweep_plain(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] !== 0;
}

/**
 * Leaves an array that cannot move out to the host's collector.
 * @param {number} handle
 */
export function sweep_weaken(handle) {
    try { wasm.sweep_weaken(handle); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * An operator on the symbols in the scratch words.
 * @param {string} op
 * @param {string} attrs
 * @param {string} name
 * @param {string} keys
 * @param {number} count
 * @returns {number}
 */
export function symbol_atomic(op, attrs, name, keys, count) {
    const val5 = +count;
    let ptr0, len0, ptr1, len1, ptr2, len2, ptr3, len3;
    try {
        ptr0 = passStringToWasm0(op, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passStringToWasm0(attrs, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len1 = WASM_VECTOR_LEN;
        ptr2 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len2 = WASM_VECTOR_LEN;
        ptr3 = passStringToWasm0(keys, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len3 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr3) { wasm.__wbindgen_free(ptr3, len3 * 1, 1); }
        if (ptr2) { wasm.__wbindgen_free(ptr2, len2 * 1, 1); }
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
        throw e;
    }
    let ret;
    try { ret = wasm.symbol_atomic(ptr0, len0, ptr1, len1, ptr2, len2, ptr3, len3, val5); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * An attribute of the symbol's node.
 * @param {number} handle
 * @param {string} key
 * @returns {string | undefined}
 */
export function symbol_attr(handle, key) {
    const val2 = +handle;
    const ptr0 = passStringToWasm0(key, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len0 = WASM_VECTOR_LEN;
    let ret;
    try { ret = wasm.symbol_attr(val2, ptr0, len0); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    let v3;
    if (ret[0] !== 0) {
        v3 = getStringFromWasm0(ret[0], ret[1]);
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
    }
    return v3;
}

/**
 * The attributes of the symbol's node, or those of all nodes.
 * @param {number} handle
 * @param {boolean} all
 * @returns {string}
 */
export function symbol_attrs(handle, all) {
    let deferred2_0;
    let deferred2_1;
    try {
        let ret;
        try { ret = wasm.symbol_attrs(handle, all); } catch (e) { wasm = broken; throw recovered(e); }
        var ptr1 = ret[0];
        var len1 = ret[1];
        if (ret[3]) {
            ptr1 = 0; len1 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred2_0 = ptr1;
        deferred2_1 = len1;
        return getStringFromWasm0(ptr1, len1);
    } finally {
        wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
    }
}

/**
 * A copy with variables replaced by the symbols in the scratch words, and with another name if there is one.
 * @param {number} handle
 * @param {string} name
 * @param {string} keys
 * @param {number} count
 * @returns {number}
 */
export function symbol_compose(handle, name, keys, count) {
    const val3 = +handle;
    const val4 = +count;
    let ptr0, len0, ptr1, len1;
    try {
        ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passStringToWasm0(keys, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len1 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
        throw e;
    }
    let ret;
    try { ret = wasm.symbol_compose(val3, ptr0, len0, ptr1, len1, val4); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The graph of a body that was made within a larger graph, and what its variables stand for there. Gives their number;
 * their handles are in the scratch words.
 * @param {number} handle
 * @returns {number}
 */
export function symbol_cut(handle) {
    let ret;
    try { ret = wasm.symbol_cut(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Frees a handle.
 * @param {number} handle
 */
export function symbol_free(handle) {
    try { wasm.symbol_free(handle); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * The outputs of the symbols in the scratch words as one symbol.
 * @param {number} count
 * @returns {number}
 */
export function symbol_group(count) {
    let ret;
    try { ret = wasm.symbol_group(count); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Infers shapes and types.
 * @param {number} handle
 * @param {string} known
 * @returns {string}
 */
export function symbol_infer(handle, known) {
    let deferred4_0;
    let deferred4_1;
    try {
        const val2 = +handle;
        const ptr0 = passStringToWasm0(known, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const len0 = WASM_VECTOR_LEN;
        let ret;
        try { ret = wasm.symbol_infer(val2, ptr0, len0); } catch (e) { wasm = broken; throw recovered(e); }
        var ptr3 = ret[0];
        var len3 = ret[1];
        if (ret[3]) {
            ptr3 = 0; len3 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred4_0 = ptr3;
        deferred4_1 = len3;
        return getStringFromWasm0(ptr3, len3);
    } finally {
        wasm.__wbindgen_free(deferred4_0, deferred4_1, 1);
    }
}

/**
 * The name of the node that all outputs belong to.
 * @param {number} handle
 * @returns {string | undefined}
 */
export function symbol_name(handle) {
    let ret;
    try { ret = wasm.symbol_name(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    let v1;
    if (ret[0] !== 0) {
        v1 = getStringFromWasm0(ret[0], ret[1]);
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
    }
    return v1;
}

/**
 * Names: 0 of arguments, 1 of states, 2 of both as they come, 3 of outputs.
 * @param {number} handle
 * @param {number} what
 * @returns {string}
 */
export function symbol_names(handle, what) {
    let deferred2_0;
    let deferred2_1;
    try {
        let ret;
        try { ret = wasm.symbol_names(handle, what); } catch (e) { wasm = broken; throw recovered(e); }
        var ptr1 = ret[0];
        var len1 = ret[1];
        if (ret[3]) {
            ptr1 = 0; len1 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred2_0 = ptr1;
        deferred2_1 = len1;
        return getStringFromWasm0(ptr1, len1);
    } finally {
        wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
    }
}

/**
 * Another symbol of the same graph, or 0: 0 all its values, 1 its inputs, 2 one output.
 * @param {number} handle
 * @param {number} what
 * @param {number} output
 * @returns {number}
 */
export function symbol_part(handle, what, output) {
    let ret;
    try { ret = wasm.symbol_part(handle, what, output); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Reads JSON.
 * @param {string} json
 * @returns {number}
 */
export function symbol_read(json) {
    const ptr0 = passStringToWasm0(json, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const len0 = WASM_VECTOR_LEN;
    let ret;
    try { ret = wasm.symbol_read(ptr0, len0); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The recorded graph of an array as a symbol.
 * @param {number} array
 * @returns {number}
 */
export function symbol_recorded(array) {
    let ret;
    try { ret = wasm.symbol_recorded(array); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Sets an attribute of the symbol's node.
 * @param {number} handle
 * @param {string} key
 * @param {string} value
 */
export function symbol_set_attr(handle, key, value) {
    const val3 = +handle;
    let ptr0, len0, ptr1, len1;
    try {
        ptr0 = passStringToWasm0(key, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passStringToWasm0(value, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len1 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
        throw e;
    }
    let ret;
    try { ret = wasm.symbol_set_attr(val3, ptr0, len0, ptr1, len1); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * A variable.
 * @param {string} name
 * @param {string} attrs
 * @returns {number}
 */
export function symbol_variable(name, attrs) {
    let ptr0, len0, ptr1, len1;
    try {
        ptr0 = passStringToWasm0(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len0 = WASM_VECTOR_LEN;
        ptr1 = passStringToWasm0(attrs, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        len1 = WASM_VECTOR_LEN;
    } catch (e) {
        if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }
        if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }
        throw e;
    }
    let ret;
    try { ret = wasm.symbol_variable(ptr0, len0, ptr1, len1); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Writes JSON.
 * @param {number} handle
 * @returns {string}
 */
export function symbol_write(handle) {
    let deferred2_0;
    let deferred2_1;
    try {
        let ret;
        try { ret = wasm.symbol_write(handle); } catch (e) { wasm = broken; throw recovered(e); }
        var ptr1 = ret[0];
        var len1 = ret[1];
        if (ret[3]) {
            ptr1 = 0; len1 = 0;
            throw takeFromExternrefTable0(ret[2]);
        }
        deferred2_0 = ptr1;
        deferred2_1 = len1;
        return getStringFromWasm0(ptr1, len1);
    } finally {
        wasm.__wbindgen_free(deferred2_0, deferred2_1, 1);
    }
}

/**
 * Shares no more work, and lets the workers leave.
 */
export function threads_close() {
    try { wasm.threads_close(); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * At least this many bytes for a worker, aligned to 16, for good: the host uses them again for its next worker.
 * @param {number} bytes
 * @returns {number}
 */
export function threads_memory(bytes) {
    let ret;
    try { ret = wasm.threads_memory(bytes); } catch (e) { wasm = broken; throw recovered(e); }
    return ret >>> 0;
}

/**
 * Shares work with this many workers from now on.
 * @param {number} workers
 */
export function threads_open(workers) {
    try { wasm.threads_open(workers); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Has convolutions take every product as it stands, or takes that back.
 * @param {boolean} on
 */
export function use_plain(on) {
    try { wasm.use_plain(on); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Uses the kernels that the host has put in the table of functions from `first` on, or the core's own for 0.
 * @param {number} first
 */
export function use_relaxed(first) {
    try { wasm.use_relaxed(first); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * Makes an array that moved in again the variable that it was; the gradient's handle is freed.
 * @param {number} handle
 * @param {number} grad
 * @param {number} state
 */
export function variable_restore(handle, grad, state) {
    let ret;
    try { ret = wasm.variable_restore(handle, grad, state); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[1]) {
        throw takeFromExternrefTable0(ret[0]);
    }
}

/**
 * `grad_req` (0 null, 1 write, 2 add) plus 4 if the gradient is fresh, of a variable that moves out.
 * @param {number} handle
 * @returns {number}
 */
export function variable_state(handle) {
    let ret;
    try { ret = wasm.variable_state(handle); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The same memory under the shape in the scratch words, outside of every graph.
 * @param {number} handle
 * @param {number} ndim
 * @returns {number}
 */
export function view_reshaped(handle, ndim) {
    let ret;
    try { ret = wasm.view_reshaped(handle, ndim); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * Rows `begin..end` of the first axis on the same memory, outside of every graph.
 * @param {number} handle
 * @param {number} begin
 * @param {number} end
 * @returns {number}
 */
export function view_rows(handle, begin, end) {
    let ret;
    try { ret = wasm.view_rows(handle, begin, end); } catch (e) { wasm = broken; throw recovered(e); }
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The memory, for views of the host.
 * @returns {any}
 */
export function wasm_memory() {
    let ret;
    try { ret = wasm.wasm_memory(); } catch (e) { wasm = broken; throw recovered(e); }
    return ret;
}

/**
 * Turns the checks for values that are not finite on or off; gives the previous setting.
 * @param {boolean} on
 * @returns {boolean}
 */
export function watch_anomalies(on) {
    let ret;
    try { ret = wasm.watch_anomalies(on); } catch (e) { wasm = broken; throw recovered(e); }
    return ret !== 0;
}

/**
 * Called in a worker that trapped in a block, so that nobody waits for it or for the allocator. It may run on.
 */
export function worker_failed() {
    try { wasm.worker_failed(); } catch (e) { wasm = broken; throw recovered(e); }
}

/**
 * What a worker does; returns after [`threads_close`].
 */
export function worker_run() {
    try { wasm.worker_run(); } catch (e) { wasm = broken; throw recovered(e); }
}
function __wbg_get_imports(memory) {
    const import0 = {
        __proto__: null,
        __wbg___wbindgen_memory_17a1178bc3328ea3: function() {
            const ret = wasm.memory;
            return ret;
        },
        __wbg___wbindgen_number_get_934b640d0889af78: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'number' ? obj : undefined;
            getDataViewMemory0().setFloat64((arg0 >>> 0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, !isLikeNone(ret), true);
        },
        __wbg___wbindgen_string_get_7ce8eee7fd327545: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_throw_4c88d8bf264fd984: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg_call_275b78b3b6520b92: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
            const ret = arg0.call(arg1, arg2, arg3, arg4);
            return ret;
        }, arguments); },
        __wbg_call_a410eb4b59ed5965: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = arg0.call(arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_call_fc92fee6137d452d: function() { return handleError(function (arg0, arg1, arg2, arg3) {
            const ret = arg0.call(arg1, arg2, arg3);
            return ret;
        }, arguments); },
        __wbindgen_generic_0000000000000001: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        __wbindgen_generic_0000000000000002: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_init_externref_table: function() {
            const table = wasm.__wbindgen_externrefs;
            table.set(0, undefined);
            table.set(1024, undefined);
            table.set(1025, null);
            table.set(1026, true);
            table.set(1027, false);
        },
        memory: memory || new WebAssembly.Memory({initial:19,maximum:65536}),
    };
    return {
        __proto__: null,
        "./glue_bg.js": import0,
    };
}

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

function getArrayF64FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getFloat64ArrayMemory0().subarray(ptr / 8, ptr / 8 + len);
}

function getArrayI64FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getBigInt64ArrayMemory0().subarray(ptr / 8, ptr / 8 + len);
}

function getArrayU32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayU8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

let cachedBigInt64ArrayMemory0 = null;
function getBigInt64ArrayMemory0() {
    if (cachedBigInt64ArrayMemory0 === null || cachedBigInt64ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedBigInt64ArrayMemory0 = new BigInt64Array(wasm.memory.buffer);
    }
    return cachedBigInt64ArrayMemory0;
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

let cachedFloat64ArrayMemory0 = null;
function getFloat64ArrayMemory0() {
    if (cachedFloat64ArrayMemory0 === null || cachedFloat64ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedFloat64ArrayMemory0 = new Float64Array(wasm.memory.buffer);
    }
    return cachedFloat64ArrayMemory0;
}

function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

let cachedUint32ArrayMemory0 = null;
function getUint32ArrayMemory0() {
    if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
    }
    return cachedUint32ArrayMemory0;
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    const below = stack;
    stack = wasm.__stack_pointer.value;
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    } finally {
        try { if (wasm === broken) mend(); } finally { stack = below; }
    }
}

function isLikeNone(x) {
    return x === undefined || x === null;
}

function passStringToWasm0(arg, malloc, realloc) {
    try {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
    } catch (e) { wasm = broken; throw recovered(e); }
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(bytes) {
    numBytesDecoded += bytes.length;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
        cachedTextDecoder.decode();
        numBytesDecoded = bytes.length;
    }
    return cachedTextDecoder.decode(bytes.slice());
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedBigInt64ArrayMemory0 = null;
    cachedDataViewMemory0 = null;
    cachedFloat64ArrayMemory0 = null;
    cachedUint32ArrayMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

/** Makes the one instance of a compiled module. */
export function instantiate(module) {
    __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
    whole = wasm;
    stack = wasm.__stack_pointer.value;
}

/** The exports; `wasm` is `broken` instead from when a call ends in the middle until the module is mended. */
let whole;
const broken = new Proxy({}, { get(_, name) { mend(); return wasm[name]; } });

/** Where the stack of the module ends: below it are the frames that called the host, if it was called. */
let stack;
let internalError = (trap) => trap;

/** Tells what to throw for a trap. */
export function onTrap(makeError) {
    internalError = makeError;
}

/** Makes the module work on after a trap, which unwinds nothing, or after the engine's own stack was full. */
function mend() {
    whole.__stack_pointer.value = stack;
    whole.recover();
    wasm = whole;
}

/** What to throw. If the engine's stack is full for this too, the module is mended by the next that uses it. */
function recovered(error) {
    mend();
    return error.name === 'RuntimeError' ? internalError(error) : error;
}

/** How many bytes the thread locals of an instance take. */
export function threadLocalsSize() {
    return wasm.__tls_size.value;
}

/** Adds functions to the table of functions, and tells the index of the first. */
export function addFunctions(functions) {
    const table = wasm.__indirect_function_table;
    const first = table.grow(functions.length);
    functions.forEach((one, i) => { table.set(first + i, one); });
    return first;
}

/** Goes on as another instance, of the same module with a shared memory, which becomes a copy of this one's. */
export function moveTo(module, memory) {
    const pages = (wasm.memory.buffer.byteLength - memory.buffer.byteLength) / 65536;
    if (pages > 0) memory.grow(pages);
    new Uint8Array(memory.buffer).set(new Uint8Array(wasm.memory.buffer));
    // The copy says that its data is initialised. What lives outside of memory comes along: two globals, and the table
    // of host objects. The table of functions holds what it held at the start.
    const instance = new WebAssembly.Instance(module, __wbg_get_imports(memory));
    const next = instance.exports;
    for (const name of ['__stack_pointer', '__tls_base']) next[name].value = wasm[name].value;
    const [from, to] = [wasm.__wbindgen_externrefs, next.__wbindgen_externrefs];
    if (to.length < from.length) to.grow(from.length - to.length);
    for (let i = 0; i < from.length; i++) to.set(i, from.get(i));
    [wasmInstance, wasmModule] = [instance, module];
    wasm = whole = next;
}
