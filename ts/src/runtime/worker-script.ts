// The script of a worker, as text: no file beside the library's own, nothing for bundlers to find.
//
// A worker says "up", gets told where in the shared memory its stack and its thread locals are, instantiates the module
// there, says "ready", and sleeps and works in it until it is told to leave. It calls nothing of the host.

/** What a worker is sent: the module and the memory. */
export interface Orders {
  readonly module: WebAssembly.Module;
  /** The relaxed kernels, when the core has them in its table of functions. */
  readonly relaxed: WebAssembly.Module | undefined;
  readonly memory: WebAssembly.Memory;
  /** Where its stack ends (it grows downwards). */
  readonly stack: number;
  /** Where its thread locals begin. */
  readonly locals: number;
}

/** The script. */
export const WORKER_SCRIPT: string = `"use strict";
const threads = globalThis.process?.getBuiltinModule?.("node:worker_threads");
const port = threads?.parentPort ?? globalThis;
const say = (word) => port.postMessage(word);
const serve = ({ module, relaxed, memory, stack, locals }) => {
  const imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    const none = () => { throw new Error("a worker called " + name); };
    (imports[from] ??= {})[name] = kind === "memory" ? memory : none;
  }
  const core = new WebAssembly.Instance(module, imports).exports;
  core.__stack_pointer.value = stack;
  core.__wasm_init_tls(locals);
  if (relaxed) {
    const kernels = new WebAssembly.Instance(relaxed, { env: { memory } }).exports;
    const names = Object.keys(kernels).filter((name) => typeof kernels[name] === "function").sort();
    const table = core.__indirect_function_table;
    const first = table.grow(names.length);
    names.forEach((name, i) => table.set(first + i, kernels[name]));
  }
  say("ready");
  for (let working = true; working; ) {
    try {
      core.worker_run();
      working = false;
    } catch {
      // The caller of the job gets the error; here nothing is unwound.
      core.__stack_pointer.value = stack;
      core.worker_failed();
    }
  }
  say("left");
};
const receive = (orders) => {
  try {
    serve(orders);
  } catch (error) {
    say(String(error));
  }
};
if (threads?.parentPort) port.once("message", receive);
else port.onmessage = (event) => receive(event.data);
say("up");
`;
