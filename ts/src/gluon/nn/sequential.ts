// Layers one after another.
import { MXNetError } from "../../error.ts";
import { NDArray } from "../../nd/ndarray.ts";
import { Block } from "../block.ts";
import { type Functions, HybridBlock } from "../hybrid-block.ts";
import { indent } from "../text.ts";

/** Runs blocks in order. What passes between two of the library's own layers is freed when the second is done with it. */
function run(blocks: readonly Block[], input: unknown): unknown {
  let x = input;
  let closed = false;
  for (const block of blocks) {
    const y = block(x as NDArray) as unknown;
    const wasClosed = closed;
    closed = block.isClosed();
    if (wasClosed && closed && x instanceof NDArray && x !== input && x !== y) x.dispose();
    x = y;
  }
  return x;
}

function blockAt(blocks: readonly Block[], index: number): Block {
  const block = blocks.at(index);
  if (!block) throw new MXNetError(`at: index ${index} is out of range for ${blocks.length} blocks`);
  return block;
}

function print(block: Block): string {
  const lines = [...block.children].map(([key, child]) => `  (${key}): ${indent(String(child), 2)}`);
  return `${block.constructor.name}(\n${lines.join("\n")}\n)`;
}

/**
 * Blocks that run one after another.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.Sequential();
 * net.add(new gluon.nn.Dense(20, { activation: "relu" }), new gluon.nn.Dense(10));
 * ```
 */
export class Sequential extends Block {
  static override readonly ownsTemporaries: boolean = true;
  // Names are given, because minifiers change those of classes.
  static override readonly name: string = "Sequential";

  /** Adds blocks at the end. */
  add(...blocks: Block[]): this {
    for (const block of blocks) this.registerChild(block);
    return this;
  }

  override forward(x: NDArray): unknown {
    return run([...this], x);
  }

  /** The block at this place; negative places count from the end. */
  at(index: number): Block {
    return blockAt([...this], index);
  }

  /** A Sequential of the blocks from `start` to before `end`. */
  slice(start: number, end?: number): Sequential {
    return new Sequential({ prefix: this.prefix }).add(...[...this].slice(start, end));
  }

  /** How many blocks there are. */
  override get length(): number {
    return this.children.size;
  }

  [Symbol.iterator](): IterableIterator<Block> {
    return this.children.values();
  }

  override toString(): string {
    return print(this);
  }
}

/**
 * As `Sequential`, of HybridBlocks only.
 *
 * @example
 * ```ts
 * const net = new gluon.nn.HybridSequential().add(new gluon.nn.Dense(20, { activation: "relu" }), new gluon.nn.Dense(10));
 * net.initialize("xavier");
 * console.log(net(nd.ones([2, 5])).shape); // [ 2, 10 ]
 * ```
 */
export class HybridSequential extends HybridBlock {
  static override readonly ownsTemporaries: boolean = true;
  static override readonly name: string = "HybridSequential";

  /** Adds blocks at the end. */
  add(...blocks: HybridBlock[]): this {
    for (const block of blocks) this.registerChild(block);
    return this;
  }

  override hybridForward(_F: Functions, x: NDArray): unknown {
    return run([...this], x);
  }

  /** The block at this place; negative places count from the end. */
  at(index: number): Block {
    return blockAt([...this], index);
  }

  /** A HybridSequential of the blocks from `start` to before `end`. */
  slice(start: number, end?: number): HybridSequential {
    return new HybridSequential({ prefix: this.prefix }).add(...([...this].slice(start, end) as HybridBlock[]));
  }

  /** How many blocks there are. */
  override get length(): number {
    return this.children.size;
  }

  [Symbol.iterator](): IterableIterator<Block> {
    return this.children.values();
  }

  override toString(): string {
    return print(this);
  }
}
