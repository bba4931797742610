// A recorded graph as a picture: what was computed on the left, from top to bottom, and beside it the way back of the
// gradients, from bottom to top.
import { graphlib, layout } from "@dagrejs/dagre";
import { s } from "../ui/dom.ts";
import type { Graph, GraphNode } from "./parse.ts";

const HEIGHT = 40;
const GAP = 36;
const MARGIN = 10;
const LETTER = 7.4;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface Placed {
  readonly boxes: ReadonlyMap<number, Box>;
  readonly width: number;
  readonly height: number;
}

const backwardLabel = (node: GraphNode): string =>
  node.kind === "variable" ? `${node.label}.grad` : `∂ ${node.label}`;
const widthOf = (node: GraphNode): number =>
  Math.max(62, 22 + LETTER * Math.max(backwardLabel(node).length, node.detail.length * 0.82));

function place({ nodes }: Graph): Placed {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 30, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(String(node.id), { width: widthOf(node), height: HEIGHT });
  for (const node of nodes) for (const input of node.inputs) graph.setEdge(String(input), String(node.id));
  layout(graph);
  const boxes = new Map(nodes.map((node) => [node.id, graph.node(String(node.id)) as Box]));
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { boxes, width, height };
}

function box({ x, y, width }: Box, className: string, label: string, detail: string): SVGElement {
  return s(
    "g",
    { class: className },
    s("rect", { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT, rx: 8 }),
    s("text", { x, y: detail ? y - 3 : y + 4.5, class: "graph-label" }, label),
    detail ? s("text", { x, y: y + 12, class: "graph-detail" }, detail) : null,
  );
}

/** An arrow from one box's edge to another's; `shift` moves parallel ones apart. */
function arrow(from: Box, to: Box, down: boolean, className: string, shift: number): SVGElement {
  const half = down ? HEIGHT / 2 : -HEIGHT / 2;
  const [y1, y2] = [from.y + half, to.y - half - (down ? 5 : -5)];
  const bend = (y2 - y1) / 2;
  const [x1, x2] = [from.x + shift, to.x + shift];
  const path = `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
  return s("path", { class: className, d: path, "marker-end": `url(#arrow-${className})` });
}

function marker(className: string): SVGElement {
  const attributes = {
    id: `arrow-${className}`,
    viewBox: "0 0 8 8",
    refX: 3,
    refY: 4,
    markerWidth: 7,
    markerHeight: 7,
    orient: "auto",
  };
  return s("marker", attributes, s("path", { class: `${className}-head`, d: "M0 0.5L7 4L0 7.5Z" }));
}

/** A sentence for those who cannot see the picture. */
function describe({ nodes, heads }: Graph): string {
  const steps = nodes.filter((node) => node.kind === "operator").map((node) => node.label);
  const variables = nodes.filter((node) => node.kind === "variable").map((node) => node.label);
  const last = nodes[heads[0] ?? -1]?.label ?? "nothing";
  return `Recorded graph: from ${variables.join(", ") || "no variables"} through ${steps.join(", ") || "no operators"} to ${last}. Gradients flow back the same way.`;
}

export function drawGraph(graph: Graph): SVGSVGElement {
  const { boxes, width, height } = place(graph);
  const shift = width + GAP;
  const mirror = (id: number): Box => ({ ...boxes.get(id)!, x: boxes.get(id)!.x + shift });
  const total = 2 * width + GAP;
  const forward: SVGElement[] = [];
  const backward: SVGElement[] = [];
  for (const node of graph.nodes) {
    const here = boxes.get(node.id)!;
    node.inputs.forEach((input, i) => {
      const twin =
        node.inputs.indexOf(input) === i && node.inputs.lastIndexOf(input) === i
          ? 0
          : (i - (node.inputs.length - 1) / 2) * 14;
      forward.push(arrow(boxes.get(input)!, here, true, "forward", twin));
      if (graph.nodes[input]!.differentiable)
        backward.push(arrow(mirror(node.id), mirror(input), false, "backward", twin));
    });
    forward.push(box(here, `graph-node ${node.kind}`, node.label, node.detail));
    if (node.differentiable) {
      backward.push(box(mirror(node.id), `graph-node gradient-${node.kind}`, backwardLabel(node), ""));
    }
  }
  for (const head of graph.heads) {
    const [from, to] = [boxes.get(head)!, mirror(head)];
    const path = `M${from.x + from.width / 2} ${from.y}H${to.x - to.width / 2 - 6}`;
    backward.push(s("path", { class: "turn", d: path, "marker-end": "url(#arrow-backward)" }));
  }
  const svg = s(
    "svg",
    { class: "graph", viewBox: `0 0 ${total} ${height + 18}`, role: "img", "aria-label": describe(graph) },
    s("defs", {}, marker("forward"), marker("backward")),
    s("text", { class: "graph-title forward-title", x: width / 2, y: 14 }, "values ↓"),
    s("text", { class: "graph-title backward-title", x: shift + width / 2, y: 14 }, "gradients ↑"),
    s("g", { transform: "translate(0 18)" }, ...forward, ...backward),
  );
  svg.style.maxWidth = `${Math.round(total)}px`;
  return svg;
}
