// Where image iterators read from: files of records, and lists.
import { MXNetError } from "../error.ts";
import { invalid } from "../files/bytes.ts";
import { bytesOf, type FileSource } from "../files/source.ts";
import { expectCount } from "../io/data-iter.ts";
import { describe } from "../nd/invoke.ts";
import { shuffleList } from "../random/python.ts";
import { MXIndexedRecordIO, MXRecordIO, unpack } from "../recordio/index.ts";

/** A label or several, and the image file: its path below `pathRoot`, or its bytes. */
export type ImageListItem = readonly [label: number | readonly number[], file: FileSource];

/** Where image iterators read from. */
export interface ImageSourceOptions {
  /** A file of records that hold images: a path or bytes. */
  pathImgrec?: FileSource | null | undefined;
  /** The index of that file; needed to shuffle it and to part it. */
  pathImgidx?: FileSource | null | undefined;
  /** A list of images: lines of number, labels and path, parted by tabs. */
  pathImglist?: FileSource | null | undefined;
  /** The folder of the list's images. */
  pathRoot?: string | null | undefined;
  /** The list itself. */
  imglist?: readonly ImageListItem[] | null | undefined;
  /** Whether every pass is in another order. Default: false. */
  shuffle?: boolean | undefined;
  /** Which part of the images is read. Default: 0. */
  partIndex?: number | undefined;
  /** Into how many parts they are cut. Default: 1. */
  numParts?: number | undefined;
}

/** An image as it is read. */
export interface Sample {
  readonly label: ArrayLike<number>;
  readonly file: Uint8Array;
  /** What the image is called in messages. */
  readonly name: string;
}

/** The images one after another, in another order each time if asked. */
export class ImageSource {
  readonly #what: string;
  readonly #records: MXRecordIO | null = null;
  readonly #list: Map<number, ImageListItem> | null = null;
  readonly #root: string;
  /** The keys of the images in order; null for records one after another. */
  readonly #keys: number[] | null;
  readonly #shuffle: boolean;
  #at = 0;

  /** @param what - the iterator, for messages */
  constructor(what: string, given: ImageSourceOptions) {
    const { pathImgrec, pathImgidx, pathImglist, imglist } = given;
    if (!pathImgrec && !pathImglist && !imglist) {
      throw new MXNetError(`${what}: one of pathImgrec, pathImglist and imglist is needed`);
    }
    this.#what = what;
    this.#shuffle = Boolean(given.shuffle);
    this.#root = given.pathRoot ? `${given.pathRoot}/` : "";
    if (pathImglist) this.#list = readList(pathImglist, what);
    else if (imglist) this.#list = new Map(imglist.map((item, i) => [i, checkItem(item, i, what)]));
    let keys: number[] | null = null;
    if (!pathImgrec) keys = [...(this.#list as Map<number, ImageListItem>).keys()];
    else if (pathImgidx) {
      const records = new MXIndexedRecordIO(pathImgidx, pathImgrec, "r");
      this.#records = records;
      keys = [...records.keys];
    } else this.#records = new MXRecordIO(pathImgrec, "r");
    this.#keys = this.#part(keys, given.numParts as number, given.partIndex as number);
  }

  #part(keys: number[] | null, numParts: number, part: number): number[] | null {
    const what = this.#what;
    expectCount(numParts, `${what}: numParts`, 1);
    expectCount(part, `${what}: partIndex`, 0);
    if (part >= numParts) throw new MXNetError(`${what}: partIndex is ${part}, there are ${numParts} parts`);
    if (keys === null && (this.#shuffle || numParts > 1)) {
      throw new MXNetError(`${what}: to shuffle records or to part them, pathImgidx is needed`);
    }
    if (keys === null || numParts === 1) return keys;
    const size = Math.floor(keys.length / numParts);
    return keys.slice(part * size, (part + 1) * size);
  }

  /** Goes back to the start, and chooses another order if it shuffles. */
  reset(): void {
    if (this.#keys && this.#shuffle) shuffleList(this.#keys);
    this.rewind();
  }

  /** Goes back to the start. */
  rewind(): void {
    this.#at = 0;
    this.#records?.reset();
  }

  /** The next image's labels and file, or null at the end. */
  next(): Sample | null {
    const key = this.#keys?.[this.#at];
    if (this.#keys && key === undefined) return null;
    const name = `image ${key ?? this.#at}`;
    this.#at++;
    const item = key === undefined ? undefined : this.#list?.get(key);
    const labels = (label: unknown): ArrayLike<number> =>
      typeof label === "number" ? [label] : (label as ArrayLike<number>);
    if (this.#records) {
      const records = this.#records;
      const record = key === undefined ? records.read() : (records as MXIndexedRecordIO).readIdx(key);
      if (!record) return null;
      const [header, file] = unpack(record);
      return { label: labels(item ? item[0] : header.label), file, name };
    }
    const [label, source] = item as ImageListItem;
    const path = typeof source === "string" ? this.#root + source : null;
    return { label: labels(label), file: bytesOf(path ?? source, this.#what), name: path ?? name };
  }
}

function checkItem(item: unknown, i: number, what: string): ImageListItem {
  const [label, file] = Array.isArray(item) ? item : [];
  const fits = typeof label === "number" || Array.isArray(label) || ArrayBuffer.isView(label);
  if (!fits || file === undefined) {
    throw new TypeError(`${what}: item ${i} of imglist must be [label, path or bytes], got ${describe(item)}`);
  }
  return item as ImageListItem;
}

/** The lines of a list: number, labels, path. */
function readList(source: FileSource, what: string): Map<number, ImageListItem> {
  const items = new Map<number, ImageListItem>();
  const lines = new TextDecoder().decode(bytesOf(source, what)).split("\n");
  lines.forEach((line, i) => {
    if (line.trim() === "") return;
    const parts = line.trim().split("\t");
    const [key, ...labels] = parts.slice(0, -1).map((text) => (text.trim() === "" ? Number.NaN : Number(text)));
    if (key === undefined || ![key, ...labels].every(Number.isFinite) || labels.length === 0) {
      invalid(what, "image list", `line ${i + 1} is ${JSON.stringify(line.slice(0, 60))}`);
    }
    items.set(key as number, [labels, parts.at(-1) as string]);
  });
  return items;
}
