// The worker's side: turns messages into calls of the session. Messages are heard between training steps.
import { loadDigits } from "./digits.ts";
import { buffersOf, type Report, type Request } from "./protocol.ts";
import { Session } from "./session.ts";

const scope = self as unknown as {
  postMessage(message: Report, transfer: Transferable[]): void;
  onmessage: (event: MessageEvent<Request>) => void;
};
const report = (message: Report): void => scope.postMessage(message, buffersOf(message));

let paused = false;
const resumed: (() => void)[] = [];
function setPaused(value: boolean): void {
  paused = value;
  if (!value) for (const go of resumed.splice(0)) go();
}

// A message to oneself queues behind the page's messages; a timer would wait for milliseconds.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();
async function breathe(): Promise<void> {
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
  if (paused) await new Promise<void>((resolve) => resumed.push(resolve));
}

const session = new Session(report, breathe);
let source = "";
let loading: ReturnType<typeof loadDigits> | null = null;

/** Loads the digits at their first use; tries again if that failed. */
function digits(): ReturnType<typeof loadDigits> {
  loading ??= loadDigits(source, (loaded, total) => report({ type: "loading", loaded, total })).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function handle(request: Request): Promise<void> {
  switch (request.type) {
    case "load":
      source = request.url;
      await digits();
      return;
    case "configure":
      setPaused(false);
      return session.configure(request.settings);
    case "train":
      setPaused(false);
      return session.train(digits(), request.settings);
    case "pause":
      return setPaused(true);
    case "resume":
      return setPaused(false);
    case "stop":
      session.stop();
      return setPaused(false);
    case "learningRate":
      return session.setLearningRate(request.value);
    case "predict":
      return report({ type: "prediction", ...session.predict(request.id, request.image) });
    case "sample":
      return report({ type: "sample", ...session.sample(request.id, (await digits()).test) });
  }
}

scope.onmessage = ({ data }) => {
  handle(data).catch((error: Error) => {
    const { name, message } = error;
    report({ type: "failed", name, message, ...("id" in data ? { id: data.id } : {}) });
  });
};
