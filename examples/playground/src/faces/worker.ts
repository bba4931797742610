// The worker's side: reads the files, finds faces. The page only draws.
import { image, type NDArray, nd, scope } from "mxgrad";
import { Detector, type Networks } from "../../../mtcnn/detector.ts";
import { networksFrom } from "./networks.ts";
import { orientationOf, upright } from "./orientation.ts";
import type { Answers, Found, Numbered, Pixels, Report, Request } from "./protocol.ts";

/** Larger pictures are made smaller: a camera's take many seconds, and their faces are large. */
const LONGEST = 1280;

let networks: Networks | null = null;
let picture: NDArray | null = null;

/** The picture in a file, upright and no larger than is sensible. */
async function decode(file: Blob): Promise<NDArray> {
  let bytes: Uint8Array;
  let decoded: NDArray;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
    decoded = await image.imdecodeAsync(bytes);
  } catch (error) {
    throw new Error(`not a picture that this browser can read, or damaged. (${(error as Error).message})`);
  }
  const [height = 0, width = 0] = decoded.shape;
  const scale = Math.min(1, LONGEST / Math.max(height, width));
  const side = (size: number): number => Math.max(1, Math.round(size * scale));
  const seen = scope(() => {
    const small = scale < 1 ? image.imresize(decoded, side(width), side(height), 9) : decoded.copy();
    return upright(small, orientationOf(bytes));
  });
  decoded.dispose();
  return seen;
}

async function open(file: Blob): Promise<Pixels> {
  picture?.dispose();
  picture = null;
  const opened = await decode(file);
  picture = opened;
  const [height = 0, width = 0] = opened.shape;
  const bytes = scope(() => {
    const opaque = nd.full([height, width, 1], 255, { dtype: "uint8" });
    return nd.toTransferable(nd.concat(opened, opaque, { dim: 2 }));
  });
  return { width, height, buffer: bytes.buffer };
}

function find(smallest: number): Found {
  if (!networks || !picture) throw new Error("there is nothing to look at yet");
  const start = performance.now();
  const faces = new Detector(networks, { smallest }).detect(picture);
  return { faces, milliseconds: performance.now() - start };
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.type) {
    case "load":
      networks = null;
      networks = await networksFrom(request.files);
      return null;
    case "open":
      return open(request.picture);
    case "find":
      return find(request.smallest);
  }
}

async function handle({ id, ...request }: Numbered<Request>): Promise<void> {
  let report: Report;
  try {
    report = { id, ok: true, value: await answer(request as Request) };
  } catch (error) {
    const { name, message } = error as Error;
    report = { id, ok: false, name, message };
  }
  const buffer = report.ok && report.value && "buffer" in report.value ? [report.value.buffer] : [];
  (self as unknown as Worker).postMessage(report, buffer);
}

// One request at a time, in the order in which they came.
let turn: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Numbered<Request>>) => {
  turn = turn.then(() => handle(data));
};
