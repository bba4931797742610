// Shapes, parts and products.
import { longs, type Operation } from "./builder.ts";
import type { Translation } from "./layers.ts";

function reshape(operation: Operation): void {
  const { attrs, build } = operation;
  const given = attrs.ints("shape");
  // 0 and -1 mean the same in both; other codes are of MXNet only.
  const plain = given && !attrs.bool("reverse", false) && given.every((size) => size >= -1);
  operation.out("Reshape", [operation.in(0), build.ints(plain ? given : operation.outShape())]);
}

/** A node with a shape as its second input. */
const toShape =
  (op: string): Translation =>
  (operation) =>
    operation.out(op, [operation.in(0), operation.build.ints(operation.outShape())]);

function transpose(operation: Operation): void {
  const ndim = operation.shape(0).length;
  const axes = operation.attrs.ints("axes") ?? Array.from({ length: ndim }, (_, i) => ndim - 1 - i);
  operation.out("Transpose", [operation.in(0)], { perm: longs(axes.map((axis) => (axis < 0 ? axis + ndim : axis))) });
}

function swapAxis(operation: Operation): void {
  const perm = operation.shape(0).map((_, i) => i);
  const [a, b] = [operation.axis("dim1", 0), operation.axis("dim2", 0)];
  [perm[a], perm[b]] = [b, a];
  operation.out("Transpose", [operation.in(0)], { perm: longs(perm) });
}

/** Ranges of axes; an end of null is that of the axis. */
function sliced(
  operation: Operation,
  axes: readonly number[],
  begin: readonly (number | null)[],
  end: readonly (number | null)[],
  step: readonly (number | null)[],
): void {
  const { build } = operation;
  const shape = operation.shape(0);
  const steps = axes.map((_, i) => step[i] ?? 1);
  const starts = axes.map((axis, i) => begin[i] ?? ((steps[i] as number) < 0 ? (shape[axis] as number) - 1 : 0));
  const ends = axes.map(
    (axis, i) => end[i] ?? ((steps[i] as number) < 0 ? -(shape[axis] as number) - 1 : (shape[axis] as number)),
  );
  const inputs = [starts, ends, axes, steps].map((values) => build.ints(values));
  operation.out("Slice", [operation.in(0), ...inputs]);
}

function slice(operation: Operation): void {
  const { attrs } = operation;
  const [begin, end, step] = ["begin", "end", "step"].map((name) => attrs.tuple(name) ?? []) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  sliced(
    operation,
    Array.from({ length: begin.length }, (_, i) => i),
    begin,
    end,
    step,
  );
}

function sliceChannel(operation: Operation): void {
  const { attrs, build, outputs } = operation;
  const axis = operation.axis("axis", 1);
  const count = attrs.number("num_outputs", 1);
  const size = (operation.shape(0)[axis] as number) / count;
  const sizes = build.ints(Array<number>(count).fill(size));
  const squeezes = attrs.bool("squeeze_axis", false);
  const parts = squeezes ? outputs.map(() => build.fresh("part")) : outputs;
  build.addAll("Split", [operation.in(0), sizes], parts, { axis: BigInt(axis) });
  if (squeezes) {
    parts.forEach((part, i) => {
      build.add("Squeeze", [part, build.ints([axis])], {}, outputs[i] as string);
    });
  }
}

function stack(operation: Operation): void {
  const axis = operation.axis("axis", 0, operation.shape(0).length + 1);
  const axes = operation.build.ints([axis]);
  const parts = operation.inputs.map((input) => operation.add("Unsqueeze", [input, axes]));
  operation.out("Concat", parts, { axis: BigInt(axis) });
}

function pad(operation: Operation): void {
  const { attrs, build } = operation;
  const widths = attrs.ints("pad_width") ?? attrs.fail("pad_width is missing");
  const mode = attrs.text("mode", "");
  if (!["constant", "edge", "reflect"].includes(mode)) attrs.fail(`mode ${mode} is not supported`);
  const pads = [...widths.filter((_, i) => i % 2 === 0), ...widths.filter((_, i) => i % 2 === 1)];
  const value = mode === "constant" ? [build.floats(attrs.number("constant_value", 0))] : [];
  operation.out("Pad", [operation.in(0), build.ints(pads), ...value], { mode });
}

/** The last two axes exchanged. */
function turned(operation: Operation, i: number, flag: string): string {
  if (!operation.attrs.bool(flag, false)) return operation.in(i);
  const perm = operation.shape(i).map((_, axis) => axis);
  perm.push(...(perm.splice(-2).reverse() as number[]));
  return operation.add("Transpose", [operation.in(i)], { perm: longs(perm) });
}

function dot(operation: Operation): void {
  if (operation.op === "dot" && (operation.shape(0).length > 2 || operation.shape(1).length !== 2)) {
    operation.attrs.fail("only matrices are supported");
  }
  operation.out("MatMul", [turned(operation, 0, "transpose_a"), turned(operation, 1, "transpose_b")]);
}

function gemm2(operation: Operation): void {
  const { attrs, build } = operation;
  const product = [turned(operation, 0, "transpose_a"), turned(operation, 1, "transpose_b")];
  const alpha = attrs.number("alpha", 1);
  if (alpha === 1) operation.out("MatMul", product);
  else operation.out("Mul", [operation.add("MatMul", product), build.floats(alpha)]);
}

function take(operation: Operation): void {
  const { attrs, build } = operation;
  const axis = operation.axis("axis", 0);
  if (attrs.text("mode", "clip") !== "clip") attrs.fail("only mode clip is supported");
  const most = build.ints([(operation.shape(0)[axis] as number) - 1], []);
  const indices = operation.add("Cast", [operation.in(1)], { to: 7n });
  operation.out("Gather", [operation.in(0), operation.add("Clip", [indices, build.ints([0], []), most])], {
    axis: BigInt(axis),
  });
}

function squeeze(operation: Operation): void {
  const axes = operation.attrs.ints("axis");
  operation.out("Squeeze", [operation.in(0), ...(axes ? [operation.build.ints(axes)] : [])]);
}

function adaptivePool(operation: Operation): void {
  const size = operation.attrs.ints("output_size");
  if (size?.some((n) => n !== 1)) operation.attrs.fail("an output_size other than 1 is not supported");
  operation.out("GlobalAveragePool", [operation.in(0)]);
}

/** Moves and products by MXNet's names. */
export const MOVES: Readonly<Record<string, Translation>> = {
  Reshape: reshape,
  Flatten: (operation) => operation.out("Flatten", [operation.in(0)], { axis: 1n }),
  transpose,
  SwapAxis: swapAxis,
  expand_dims: (operation) =>
    operation.out("Unsqueeze", [
      operation.in(0),
      operation.build.ints([operation.axis("axis", 0, operation.shape(0).length + 1)]),
    ]),
  squeeze,
  slice,
  slice_axis: (operation) => {
    const [begin, end] = ["begin", "end"].map((name) => operation.attrs.maybe(name));
    sliced(operation, [operation.axis("axis", 0)], [begin ?? null], [end ?? null], []);
  },
  SliceChannel: sliceChannel,
  Concat: (operation) => operation.out("Concat", operation.inputs, { axis: BigInt(operation.axis("dim", 1)) }),
  stack,
  Pad: pad,
  tile: (operation) => {
    const reps = operation.attrs.ints("reps") ?? [];
    const ndim = operation.shape(0).length;
    if (reps.length > ndim) operation.attrs.fail("reps has more dimensions than the tensor");
    operation.out("Tile", [
      operation.in(0),
      operation.build.ints([...Array<number>(ndim - reps.length).fill(1), ...reps]),
    ]);
  },
  broadcast_to: toShape("Expand"),
  broadcast_axis: toShape("Expand"),
  broadcast_like: toShape("Expand"),
  reshape_like: toShape("Reshape"),
  where: (operation) =>
    operation.out("Where", [operation.add("Cast", [operation.in(0)], { to: 9n }), operation.in(1), operation.in(2)]),
  dot,
  batch_dot: dot,
  _linalg_gemm2: gemm2,
  take,
  depth_to_space: (operation) =>
    operation.out("DepthToSpace", [operation.in(0)], { blocksize: BigInt(operation.attrs.number("block_size", 1)) }),
  space_to_depth: (operation) =>
    operation.out("SpaceToDepth", [operation.in(0)], { blocksize: BigInt(operation.attrs.number("block_size", 1)) }),
  _contrib_AdaptiveAvgPooling2D: adaptivePool,
};
