/** Initializers as scripts/oracle/initializers.py writes them: [class, arguments, keyword arguments]. */
import { init, nd } from "mxgrad";

export type Spec = readonly [klass: string, args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>];

interface Marked {
  readonly float?: number;
  readonly array?: never;
  readonly dtype?: "int32";
  readonly init?: Spec;
  readonly params?: Readonly<Record<string, number[]>>;
}

function value(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(value);
  if (typeof x !== "object" || x === null) return x;
  const marked = x as Marked;
  if (marked.float !== undefined) return init.float(marked.float);
  if (marked.array !== undefined) return nd.array(marked.array, { dtype: marked.dtype ?? "float32" });
  if (marked.init !== undefined) return build(marked.init);
  const params = marked.params ?? {};
  return Object.fromEntries(Object.entries(params).map(([name, data]) => [name, nd.array(data)]));
}

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Makes the initializer; keyword arguments become options in JavaScript's spelling. */
export function build([klass, args, kwargs]: Spec): init.Initializer {
  const Class = init[klass as "Zero"] as unknown as new (...args: unknown[]) => init.Initializer;
  const options = Object.fromEntries(Object.entries(kwargs).map(([key, x]) => [camel(key), value(x)]));
  return new Class(...args.map(value), ...(Object.keys(kwargs).length > 0 ? [options] : []));
}
