// The lessons are the files of examples/tutorial, in the order of MXNet's tutorial.

const sources = import.meta.glob<string>("../../../tutorial/*.ts", { query: "?raw", import: "default", eager: true });

const TITLES: Readonly<Record<string, string>> = {
  "custom-function": "A derivative of your own",
  grad: "Gradients of gradients",
  "predict-mode": "Predict mode while recording",
  dumps: "Initializers as text",
  mixed: "An initializer for each parameter",
};

export interface Lesson {
  readonly name: string;
  readonly title: string;
  /** What the file's first comment says. */
  readonly about: string;
  readonly code: string;
}

function lesson(name: string, source: string): Lesson {
  const comment = /^\/\*\*([\s\S]*?)\*\/\n+/.exec(source);
  const about = (comment?.[1] ?? "").replace(/^\s*\* ?/gm, "").trim();
  const spaced = name.replaceAll("-", " ");
  return {
    name,
    title: TITLES[name] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1),
    about,
    code: source.slice(comment?.[0].length ?? 0).trimEnd(),
  };
}

const order = Object.keys(TITLES);
/** Files that have no title yet come last. */
const place = ({ name }: Lesson): number => (order.includes(name) ? order.indexOf(name) : order.length);

export const LESSONS: readonly Lesson[] = Object.entries(sources)
  .map(([path, source]) => lesson(/([^/]+)\.ts$/.exec(path)![1]!, source))
  .sort((a, b) => place(a) - place(b));
