import { invalid, viewOf } from "../files/bytes.ts";
import { bytesOf } from "../files/source.ts";
import { describe } from "../nd/invoke.ts";
import { NDArray } from "../nd/ndarray.ts";
import { type RecordData, recordBytes } from "./record-io.ts";

const SIZE = 24;

/**
 * What stands before an image in a record: a flag, one label or several, and a number in two parts.
 *
 * @example
 * ```ts
 * const header = new recordio.IRHeader(0, 4, 2574, 0);
 * console.log(String(header)); // HEADER(flag=0, label=4, id=2574, id2=0)
 * ```
 */
export class IRHeader {
  /** How many labels follow the header; 0 for the one in it. */
  readonly flag: number;
  readonly label: number | ArrayLike<number> | NDArray;
  readonly id: number | bigint;
  readonly id2: number | bigint;

  constructor(flag: number, label: IRHeader["label"], id: number | bigint, id2: number | bigint) {
    this.flag = flag;
    this.label = label;
    this.id = id;
    this.id2 = id2;
  }

  *[Symbol.iterator](): Generator<IRHeader["label"] | bigint, void, undefined> {
    yield* [this.flag, this.label, this.id, this.id2];
  }

  toString(): string {
    const { flag, label, id, id2 } = this;
    const text = typeof label === "number" ? label : `[${Array.from(numbers(label)).join(", ")}]`;
    return `HEADER(flag=${flag}, label=${text}, id=${id}, id2=${id2})`;
  }
}

function numbers(label: unknown): Float32Array {
  const list = label instanceof NDArray ? label.toTypedArray() : label;
  if (!Array.isArray(list) && !ArrayBuffer.isView(list)) {
    throw new TypeError(`pack: the label must be a number or a list of numbers, got ${describe(label)}`);
  }
  return Float32Array.from(list as ArrayLike<number>, Number);
}

function u64(value: number | bigint, what: string): bigint {
  const fits = typeof value === "bigint" || Number.isSafeInteger(value);
  if (!fits || value < 0 || BigInt(value) >= 1n << 64n) {
    throw new TypeError(`pack: ${what} must be an integer from 0 to 2^64 - 1, got ${describe(value)}`);
  }
  return BigInt(value);
}

/**
 * A record of a header and bytes. Several labels stand between the two, and their number is the flag.
 *
 * @param header - an `IRHeader`, or its four fields
 * @param data - the image file, or other bytes
 * @example
 * ```ts
 * const record = recordio.pack(new recordio.IRHeader(0, [1, 2], 7, 0), "bytes");
 * const [header, data] = recordio.unpack(record);
 * console.log(String(header), data.length); // HEADER(flag=2, label=[1, 2], id=7, id2=0) 5
 * ```
 */
export function pack(
  header: IRHeader | readonly [flag: number, label: IRHeader["label"], id: number | bigint, id2: number | bigint],
  data: RecordData,
): Uint8Array {
  const [, label, id, id2] = [...header] as [number, IRHeader["label"], number | bigint, number | bigint];
  const one = typeof label === "number";
  const labels = one ? new Float32Array(0) : numbers(label);
  const rest = recordBytes(data, "pack");
  const bytes = new Uint8Array(SIZE + 4 * labels.length + rest.length);
  const view = viewOf(bytes);
  view.setUint32(0, labels.length, true);
  view.setFloat32(4, one ? label : 0, true);
  view.setBigUint64(8, u64(id, "id"), true);
  view.setBigUint64(16, u64(id2, "id2"), true);
  labels.forEach((value, i) => {
    view.setFloat32(SIZE + 4 * i, value, true);
  });
  bytes.set(rest, SIZE + 4 * labels.length);
  return bytes;
}

/**
 * Header and bytes of a record that `pack` made. Several labels come as a `Float32Array`, and ids beyond 2⁵³ as bigints.
 *
 * @example
 * ```ts
 * const [header] = recordio.unpack(recordio.pack([0, 0.5, 3, 0], ""));
 * console.log(header.label, header.id); // 0.5 3
 * ```
 */
export function unpack(record: Uint8Array | ArrayBuffer): [header: IRHeader, data: Uint8Array] {
  const bytes = bytesOf(record, "unpack");
  const fail = (why: string): never => invalid("unpack", "record", why);
  if (bytes.length < SIZE) fail(`it has ${bytes.length} bytes, a header has ${SIZE}`);
  const view = viewOf(bytes);
  const flag = view.getUint32(0, true);
  const start = SIZE + 4 * flag;
  if (start > bytes.length) fail(`${flag} labels ask for ${start} bytes, it has ${bytes.length}`);
  const id = (at: number): number | bigint => {
    const value = view.getBigUint64(at, true);
    return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  };
  const label =
    flag === 0
      ? view.getFloat32(4, true)
      : Float32Array.from({ length: flag }, (_, i) => view.getFloat32(SIZE + 4 * i, true));
  return [new IRHeader(flag, label, id(8), id(16)), bytes.subarray(start)];
}
