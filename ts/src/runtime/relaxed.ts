// Kernels with relaxed vector instructions: a small second module on the core's memory, whose functions stand in the core's
// table of functions. Without them, or when the user wants exact results, the core runs its own.
import { relaxed } from "#loader";
import * as wasm from "./wasm.ts";

/** Where the functions stand in the core's table; 0 when there are none. */
let first = 0;
let wantsExact = false;

/** Puts the functions of the second module, made for this memory, at the core's disposal. */
export function placeRelaxed(module: WebAssembly.Module, memory: WebAssembly.Memory): void {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const names = Object.keys(exports).filter((name) => typeof exports[name] === "function");
  first = wasm.addFunctions(names.sort().map((name) => exports[name] as WebAssembly.ExportValue));
  wasm.use_relaxed(wantsExact ? 0 : first);
}

if (relaxed) {
  try {
    placeRelaxed(relaxed, wasm.wasm_memory() as WebAssembly.Memory);
  } catch {
    // The core's own kernels serve.
  }
}

/** Whether the core runs relaxed kernels. */
export function isRelaxed(): boolean {
  return first > 0 && !wantsExact;
}

/** Whether there are relaxed kernels that the core may run. */
export function hasRelaxed(): boolean {
  return first > 0;
}

/** Whether exact results are wanted. */
export function isExact(): boolean {
  return wantsExact;
}

/** Has the core run its own kernels and convolutions take every product as it stands, or takes that back. */
export function setExact(on: boolean): void {
  wantsExact = on;
  wasm.use_relaxed(on ? 0 : first);
  wasm.use_plain(on);
}
