/** The edge function of examples/edge, in workerd. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDigits, SIDE } from "../../examples/mnist/data.ts";
import { workerd } from "../support/runtimes.ts";
import { type Served, serveWorker } from "./workerd.ts";

interface Answer {
  readonly digit: number;
  readonly probabilities: readonly number[];
  readonly loss?: number;
  readonly error?: string;
}

const missing = existsSync(workerd) ? null : "workerd is not installed: npm install in tests/runtimes";
const { test: held } = loadDigits();
const pixels = held.images.toTypedArray() as Float32Array;
const labels = held.labels.toTypedArray() as Float32Array;
const image = (i: number): number[] => [...pixels.subarray(i * SIDE * SIDE, (i + 1) * SIDE * SIDE)];

describe.skipIf(missing && !process.env.CI)(`in workerd${missing ? ` (${missing})` : ""}`, () => {
  let worker: Served;
  beforeAll(async () => {
    if (missing) throw new Error(missing);
    worker = await serveWorker(join(import.meta.dirname, "../../examples/edge/worker.ts"));
  });
  afterAll(() => worker?.close());

  const post = async (body: BodyInit, type = "application/json"): Promise<{ status: number; answer: Answer }> => {
    const response = await fetch(worker.url, { method: "POST", body, headers: { "content-type": type } });
    return { status: response.status, answer: (await response.json()) as Answer };
  };
  const ask = (i: number, label?: number) => post(JSON.stringify({ image: image(i), label }));
  const state = async () =>
    (await (await fetch(worker.url)).json()) as { memory: { heapBytes: number; live: number }; recording: boolean };

  test("reads digits, as JSON and as bytes alike", async () => {
    let right = 0;
    for (let i = 0; i < 200; i++) {
      const { status, answer } = await ask(i * 10);
      expect(status).toBe(200);
      if (answer.digit === labels[i * 10]) right++;
    }
    expect(right).toBeGreaterThan(180);
    const bytes = Uint8Array.from(image(3), (value) => Math.round(value * 255));
    const { answer } = await post(bytes, "application/octet-stream");
    expect(answer.digit).toBe((await ask(3)).answer.digit);
  });

  test("learns from a label", async () => {
    const wrong = (labels[5]! + 1) % 10;
    const losses: number[] = [];
    for (let i = 0; i < 10; i++) losses.push((await ask(5, wrong)).answer.loss!);
    expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
    for (let i = 1; i < losses.length; i++) expect(losses[i]).toBeLessThan(losses[i - 1]!);
  });

  test.each([
    ["another shape", JSON.stringify({ image: [1, 2, 3] }), "application/json", /[Rr]eshape.*3/],
    ["a ragged image", JSON.stringify({ image: [[1], [2, 3]] }), "application/json", /array/],
    ["no image", JSON.stringify({ label: 3 }), "application/json", /no list "image"/],
    ["a label that is none", JSON.stringify({ image: image(0), label: 12 }), "application/json", /"label" is 12/],
    ["something that is not JSON", "{", "application/json", /not JSON/],
    ["too few bytes", new Uint8Array(10), "application/octet-stream", /10/],
    ["too many bytes", new Uint8Array(1 << 20), "application/octet-stream", /larger than 65536 bytes/],
  ])("%s is answered 400 with what is wrong", async (_, body, type, message) => {
    const { status, answer } = await post(body, type);
    expect(answer.error).toMatch(message);
    expect(status).toBe(400);
    expect((await ask(0)).status).toBe(200);
  });

  test("requests at once do not see each other's recording", async () => {
    const before = (await ask(1)).answer;
    const requests = Array.from({ length: 60 }, (_, i) =>
      i % 3 === 2 ? post("{") : ask(1, i % 3 === 1 ? labels[1] : undefined),
    );
    const statuses = (await Promise.all(requests)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? 400 : 200)));
    expect((await state()).recording).toBe(false);
    const after = (await ask(1)).answer;
    expect(after.probabilities[labels[1]!]).toBeGreaterThan(before.probabilities[labels[1]!]!);
  });

  test("1,000 requests leave memory where it was, far below the limit of 128 MB", async () => {
    const round = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i += 8) {
        await Promise.all(Array.from({ length: 8 }, (_, j) => ask(i + j, (i + j) % 2 ? labels[i + j] : undefined)));
      }
    };
    await round(200);
    const [live, heap, rss] = [(await state()).memory.live, (await state()).memory.heapBytes, worker.rss()];
    await round(1000);
    const end = (await state()).memory;
    expect(end.live).toBeLessThanOrEqual(live + 8);
    expect(end.heapBytes).toBe(heap);
    expect(end.heapBytes).toBeLessThan(32 << 20);
    expect(worker.rss(), `resident: ${rss} MiB before`).toBeLessThan(rss + 48);
  });
});
