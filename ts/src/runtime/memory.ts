// The core's memory as the host sees it. Views die when it grows (those of a shared memory stay short), so they are made
// anew whenever the buffer changed.
import * as wasm from "./wasm.ts";

let memory = wasm.wasm_memory() as WebAssembly.Memory;
const scratchAddress = wasm.scratch_address();

/** How many words the scratch list has. */
export const scratchLength: number = wasm.scratch_length();

let view = new Uint32Array(memory.buffer, scratchAddress, scratchLength);

/** The scratch words, through which lists of handles and sizes pass. Fetch it anew after every call into the core. */
export function scratch(): Uint32Array {
  if (view.buffer !== memory.buffer) view = new Uint32Array(memory.buffer, scratchAddress, scratchLength);
  return view;
}

/** The bytes at an address: a view that dies at the next call into the core. */
export function bytesAt(address: number, length: number): Uint8Array {
  // Another thread may have made a shared memory grow; this asks for its size now.
  if (address + length > memory.buffer.byteLength) memory.grow(0);
  return new Uint8Array(memory.buffer, address, length);
}

/** The size of the core's memory in bytes. It never shrinks. */
export function heapBytes(): number {
  return memory.buffer.byteLength;
}

/** Looks at the memory of another instance from now on, which is a copy. */
export function memoryMoved(): void {
  memory = wasm.wasm_memory() as WebAssembly.Memory;
}
