// What the page and the worker that finds faces say to each other. Files are handed over as they are: the worker reads them.
import type { Face } from "../../../mtcnn/detector.ts";

/** From the page; each is answered once, in turn. */
export type Request =
  /** Load the networks from these files, by name. */
  | { readonly type: "load"; readonly files: ReadonlyMap<string, Blob> }
  /** Decode a picture. */
  | { readonly type: "open"; readonly picture: Blob }
  /** Find the faces in it. */
  | { readonly type: "find"; readonly smallest: number };

/** A picture to show: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly buffer: ArrayBuffer;
}

export interface Found {
  readonly faces: readonly Face[];
  readonly milliseconds: number;
}

export interface Answers {
  readonly load: null;
  readonly open: Pixels;
  readonly find: Found;
}

export type Numbered<T> = T & { readonly id: number };

/** From the worker. */
export type Report = Numbered<
  | { readonly ok: true; readonly value: Answers[keyof Answers] }
  | { readonly ok: false; readonly name: string; readonly message: string }
>;
