// The digits that the build put beside the page.
import { type Dataset, type Sample, SIDE, split } from "../../../mnist/dataset.ts";

const RECORD = 1 + SIDE * SIDE;

function* samples(bytes: Uint8Array): Generator<Sample> {
  for (let at = 0; at + RECORD <= bytes.length; at += RECORD) {
    yield {
      label: bytes[at]!,
      pixels: Float32Array.from(bytes.subarray(at + 1, at + RECORD), (grey) => grey / 255),
    };
  }
}

/** Fetches a file and tells how far it is. */
async function fetchBytes(url: string, onProgress: (loaded: number, total: number) => void): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`cannot load the digits: ${url} answered ${response.status}`);
  const total = Number(response.headers.get("content-length")) || 7_850_000;
  const parts: Uint8Array[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    loaded += part.value.length;
    onProgress(loaded, Math.max(total, loaded));
  }
  const bytes = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** 8,000 digits for training and 2,000 that are held back for the test. */
export async function loadDigits(
  url: string,
  onProgress: (loaded: number, total: number) => void,
): Promise<{ train: Dataset; test: Dataset }> {
  return split(samples(await fetchBytes(url, onProgress)));
}
