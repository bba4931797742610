// npm run example:mtcnn -- picture.jpg --models FOLDER: finds the faces in a picture, and writes it with them marked.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { image } from "mxgrad";
import * as codecs from "mxgrad/codecs";
import { DEFAULTS, Detector } from "./detector.ts";
import { annotate } from "./draw.ts";
import { loadNetworks } from "./networks.ts";

const USAGE = `Finds faces and their landmarks with MTCNN, from MXNet checkpoints.

  npm run example:mtcnn -- PICTURE --models FOLDER [options]

  PICTURE          a JPEG or PNG file
  --models FOLDER  where det1-symbol.json, det1-0001.params … det3 (and det4, if there) are
  --out FILE       the annotated picture (PICTURE with -faces.png)
  --smallest N     the smallest face that is looked for, in pixels (${DEFAULTS.smallest})`;

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function read(): { picture: string; models: string; out: string; smallest: number } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    return fail((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [picture] = positionals;
  if (positionals.length !== 1 || picture === undefined) return fail("one picture is needed");
  if (!existsSync(picture)) return fail(`there is no file ${picture}`);
  if (values.models === undefined) return fail("--models is needed");
  const smallest = Number(values.smallest ?? DEFAULTS.smallest);
  if (!(smallest >= 12)) return fail(`--smallest: ${values.smallest} is not a number of at least 12`);
  const out = values.out ?? `${basename(picture, extname(picture))}-faces.png`;
  return { picture, models: values.models, out, smallest };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: { models: { type: "string" }, out: { type: "string" }, smallest: { type: "string" } },
  });
}

const options = read();
image.setCodecs(codecs);
const networks = await loadNetworks(
  (name) => join(options.models, name),
  existsSync(join(options.models, "det4-symbol.json")),
);
const picture = image.imdecode(readFileSync(options.picture));
const [height, width] = picture.shape;

const start = performance.now();
const faces = new Detector(networks, { smallest: options.smallest }).detect(picture);
const time = performance.now() - start;

console.log(
  `${options.picture}: ${width} x ${height}, ${faces.length} face${faces.length === 1 ? "" : "s"} in ${time.toFixed(0)} ms`,
);
for (const face of faces) {
  const [left, top, right, bottom] = [face.left, face.top, face.right, face.bottom].map(Math.round);
  const points = face.landmarks.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(" ");
  console.log(`  (${left}, ${top}) to (${right}, ${bottom}), score ${face.score.toFixed(3)}; landmarks ${points}`);
}
writeFileSync(options.out, image.imencode(annotate(picture, faces)));
console.log(`written to ${options.out}`);
