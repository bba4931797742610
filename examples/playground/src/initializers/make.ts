import { init } from "mxgrad";
import type { InitializerChoice } from "./choices.ts";

/** The initializer that was chosen. */
export function makeInitializer({ name, options }: InitializerChoice): init.Initializer {
  const Class = (init as unknown as Record<string, new (options: object) => init.Initializer>)[name];
  if (!Class) throw new TypeError(`there is no initializer ${name}`);
  return new Class({ ...options });
}
