// Whether the memory that a WebAssembly module imports is shared: one bit of the module.

/** Reads an unsigned LEB128 number; gives it and the offset behind it. */
function leb(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0;
  for (let at = from, unit = 1; ; unit *= 128) {
    const byte = bytes[at++] as number;
    value += (byte & 127) * unit;
    if (byte < 128) return [value, at];
  }
}

/** The offset of the limits of the first imported memory. */
function limitsOf(bytes: Uint8Array): number {
  let [at, end] = [8, 8];
  while (bytes[at] !== 2) {
    if (at >= bytes.length) throw new Error("the module imports no memory");
    [end, at] = leb(bytes, at + 1);
    at += end;
  }
  let count: number;
  [end, at] = leb(bytes, at + 1);
  [count, at] = leb(bytes, at);
  const skip = (): number => leb(bytes, at)[1];
  for (; count > 0; count--) {
    for (let name = 0; name < 2; name++) {
      const [length, start] = leb(bytes, at);
      at = start + length;
    }
    switch (bytes[at++]) {
      case 0: // a function: its type
        at = skip();
        break;
      case 1: // a table: its type and limits
        at += 1;
        at = limitsEnd(bytes, at);
        break;
      case 2:
        return at;
      case 3: // a global: its type and whether it changes
        at += 2;
        break;
      default: // a tag: an attribute and its type
        at += 1;
        at = skip();
    }
  }
  throw new Error("the module imports no memory");
}

function limitsEnd(bytes: Uint8Array, at: number): number {
  const hasMaximum = ((bytes[at] as number) & 1) === 1;
  const [, afterMinimum] = leb(bytes, at + 1);
  return hasMaximum ? leb(bytes, afterMinimum)[1] : afterMinimum;
}

/** Makes a module's imported memory a shared one, or an ordinary one, in place. The memory must have a maximum. */
export function setShared(bytes: Uint8Array, shared: boolean): void {
  const at = limitsOf(bytes);
  if (((bytes[at] as number) & 1) === 0) throw new Error("the module's memory has no maximum");
  bytes[at] = shared ? 3 : 1;
}
