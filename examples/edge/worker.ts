// An edge function that reads handwritten digits, and learns from those that come with a label.
//
//   POST /  784 bytes (28x28 grey values, row by row), or JSON { "image": number[784], "label"?: 0..9 } with values 0..1
//   GET  /  what is served, and how much memory it takes
//
// Everything between reading the request and answering is synchronous, so requests never see each other's recording.
import { autograd, gluon, MXNetError, memory, nd, scope } from "mxgrad";
import bundled from "./digits.params";
import { makeModel, SIDE } from "./model.ts";

/** Object storage, as far as it is used here. */
interface Bucket {
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
}

/** The worker's bindings: with a bucket, its `digits.params` is served instead of the bundled one. */
export interface Env {
  readonly CHECKPOINTS?: Bucket;
}

interface Question {
  readonly image: nd.NDArray;
  readonly label?: number;
}

const MOST_BYTES = 64 * 1024;
const PIXELS = SIDE * SIDE;

/** What is wrong with a request, to be answered with this status. */
class Refused extends Error {
  readonly status: number;
  constructor(message: string, status = 400) {
    super(message);
    this.status = status;
  }
}

interface Served {
  readonly net: gluon.HybridBlock;
  readonly loss: gluon.loss.Loss;
  readonly trainer: gluon.Trainer;
}

let loading: Promise<Served> | undefined;

async function load(env: Env): Promise<Served> {
  const stored = await env.CHECKPOINTS?.get("digits.params");
  const bytes = stored ? await stored.arrayBuffer() : bundled;
  const net = makeModel();
  net.loadParameters(new Uint8Array(bytes), { castDtype: true });
  const loss = new gluon.loss.SoftmaxCrossEntropyLoss();
  return { net, loss, trainer: new gluon.Trainer(net.collectParams(), "sgd", { learningRate: 0.01 }) };
}

/** The model, loaded once an isolate; a load that failed is tried again by the next request. */
function served(env: Env): Promise<Served> {
  loading ??= load(env).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The body, which is not read further than anything sensible is long. */
async function readBody(request: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new Refused(`the body is larger than ${MOST_BYTES} bytes`);
    }
    parts.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return body;
}

/** What the body of a request asks. The library says what is wrong with an image that is none. */
function readQuestion(body: Uint8Array, type: string): Question {
  if (!type.includes("json")) return { image: nd.array(body, { dtype: "float32" }).div(255).reshape([1, PIXELS]) };
  let json: { image?: unknown; label?: unknown } | null;
  try {
    json = JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    throw new Refused(`the body is not JSON: ${(error as Error).message}`);
  }
  if (typeof json !== "object" || json === null || !Array.isArray(json.image)) {
    throw new Refused('the body has no list "image"');
  }
  const { label } = json;
  if (label !== undefined && !(Number.isInteger(label) && (label as number) >= 0 && (label as number) <= 9)) {
    throw new Refused(`"label" is ${JSON.stringify(label)}, expected an integer from 0 to 9`);
  }
  const image = nd.array(json.image as number[], { dtype: "float32" }).reshape([1, PIXELS]);
  return label === undefined ? { image } : { image, label: label as number };
}

/** Reads the digit, and takes one step towards the label if there is one. */
function answer({ net, loss, trainer }: Served, { image, label }: Question): object {
  const probabilities = Array.from(nd.softmax(net(image)).toTypedArray() as Float32Array);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  if (label === undefined) return { digit, probabilities };
  const error = autograd.record(() => loss(net(image), nd.array([label])));
  error.backward();
  trainer.step(1);
  return { digit, probabilities, loss: error.asscalar() };
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      const model = await served(env);
      if (request.method === "GET") {
        const parameters = [...model.net.collectParams().values()].map((p) => [p.name, p.shape]);
        return Response.json({ parameters, memory: memory(), recording: autograd.isRecording() });
      }
      if (request.method !== "POST") throw new Refused(`${request.method} is not understood here: GET or POST`, 405);
      const body = await readBody(request);
      return Response.json(scope(() => answer(model, readQuestion(body, request.headers.get("content-type") ?? ""))));
    } catch (error) {
      if (error instanceof Refused) return Response.json({ error: error.message }, { status: error.status });
      if (error instanceof MXNetError || error instanceof TypeError) {
        return Response.json({ error: error.message }, { status: 400 });
      }
      return Response.json({ error: "something went wrong here" }, { status: 500 });
    }
  },
};
