// Writing protocol buffers: as much of the format as ONNX needs.

const utf8 = new TextEncoder();

/** A number as a varint; negative ones as 64 bits in two's complement. */
function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}

/** A message. Fields are written in the order of the calls. */
export class Message {
  /** Pieces, so that weights are copied once. */
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  #put(part: Uint8Array): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** A field of any length after its key. */
  #delimited(field: number, length: number): void {
    this.#put(Uint8Array.from([...varint((field << 3) | 2), ...varint(length)]));
  }

  /** An int64 or an enum. */
  int(field: number, value: number | bigint): this {
    this.#put(Uint8Array.from([...varint(field << 3), ...varint(value)]));
    return this;
  }

  /** A repeated int64, packed or not: readers take both. */
  ints(field: number, values: readonly (number | bigint)[]): this {
    for (const value of values) this.int(field, value);
    return this;
  }

  float(field: number, value: number): this {
    this.#put(Uint8Array.from(varint((field << 3) | 5)));
    this.#put(new Uint8Array(Float32Array.of(value).buffer));
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#delimited(field, value.length);
    this.#put(value);
    return this;
  }

  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  texts(field: number, values: readonly string[]): this {
    for (const value of values) this.text(field, value);
    return this;
  }

  message(field: number, inner: Message): this {
    this.#delimited(field, inner.#length);
    for (const part of inner.#parts) this.#put(part);
    return this;
  }

  messages(field: number, inner: readonly Message[]): this {
    for (const one of inner) this.message(field, one);
    return this;
  }

  /** The message as bytes. */
  finish(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
