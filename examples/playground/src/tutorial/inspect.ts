// Values as text, as a console shows them.
import { NDArray } from "mxgrad";

function nested(value: unknown, depth: number, seen: readonly object[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return `[${value.name ? `Function: ${value.name}` : "Function"}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof NDArray) return String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (seen.includes(value)) return "[Circular]";
  if (depth > 4) return "…";
  const inner = (item: unknown): string => nested(item, depth + 1, [...seen, value]);
  if (ArrayBuffer.isView(value) || Array.isArray(value)) {
    const list = Array.from(value as unknown as ArrayLike<unknown>);
    const items = list.slice(0, 100).map(inner);
    if (list.length > 100) items.push(`… ${list.length - 100} more`);
    const name = Array.isArray(value) ? "" : `${value.constructor.name}(${list.length}) `;
    return items.length === 0 ? `${name}[]` : `${name}[ ${items.join(", ")} ]`;
  }
  if (value instanceof Map)
    return `Map(${value.size}) { ${[...value].map(([k, v]) => `${inner(k)} => ${inner(v)}`).join(", ")} }`;
  if (value instanceof Set) return `Set(${value.size}) { ${[...value].map(inner).join(", ")} }`;
  if (
    Object.hasOwn(Object.getPrototypeOf(value) ?? {}, "toString") &&
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return String(value);
  const name = value.constructor && value.constructor !== Object ? `${value.constructor.name} ` : "";
  const entries = Object.entries(value).map(
    ([key, item]) => `${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: ${inner(item)}`,
  );
  return entries.length === 0 ? `${name}{}` : `${name}{ ${entries.join(", ")} }`;
}

/** A line of `console.log`. */
export function formatLine(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === "string" ? value : nested(value, 0, []))).join(" ");
}
