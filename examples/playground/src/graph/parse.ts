// MXNet's symbol JSON as nodes to draw.

export interface GraphNode {
  readonly id: number;
  readonly kind: "variable" | "constant" | "operator";
  readonly label: string;
  readonly detail: string;
  readonly inputs: readonly number[];
  /** Whether a gradient flows through it: a variable is among what it was made from. */
  readonly differentiable: boolean;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly heads: readonly number[];
}

interface JsonNode {
  readonly op: string;
  readonly name: string;
  readonly attrs?: Readonly<Record<string, string>>;
  readonly inputs: readonly (readonly number[])[];
}

const MOST_DETAIL = 22;

function detail({ op, attrs }: JsonNode): string {
  if (op === "null") return "";
  const texts = Object.entries(attrs ?? {}).map(([key, value]) => (key === "scalar" ? value : `${key} ${value}`));
  const text = texts.join(", ");
  return text.length > MOST_DETAIL ? `${text.slice(0, MOST_DETAIL - 1)}…` : text;
}

/** Whether a graph holds everything that another one does. */
export function covers(graph: string, other: string): boolean {
  const names = (json: string): string[] =>
    (JSON.parse(json) as { nodes: JsonNode[] }).nodes.map(({ op, name }) => `${op} ${name}`);
  const known = new Set(names(graph));
  return names(other).every((name) => known.has(name));
}

export function parseGraph(json: string): Graph {
  const parsed = JSON.parse(json) as { nodes: JsonNode[]; heads: number[][] };
  const nodes: GraphNode[] = [];
  parsed.nodes.forEach((node, id) => {
    const inputs = node.inputs.map(([input]) => input!);
    const variable = node.op === "null" && node.name.startsWith("var");
    nodes.push({
      id,
      kind: node.op !== "null" ? "operator" : variable ? "variable" : "constant",
      label: node.op === "null" ? (variable ? node.name : "constant") : node.op.replace(/^_(?=[a-zA-Z])/, ""),
      detail: detail(node),
      inputs,
      differentiable: variable || inputs.some((input) => nodes[input]?.differentiable),
    });
  });
  return { nodes, heads: parsed.heads.map(([head]) => head!) };
}
