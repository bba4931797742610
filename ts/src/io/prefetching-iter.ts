import { MXNetError } from "../error.ts";
import type { NDArray } from "../nd/ndarray.ts";
import { DataBatch } from "./data-batch.ts";
import { DataDesc } from "./data-desc.ts";
import { DataIter } from "./data-iter.ts";

/** New names by old ones, for each iterator. */
export type Renames = readonly { readonly [name: string]: string }[];

/**
 * Several iterators as one, whose batches hold what all of theirs hold, under other names if asked. MXNet reads ahead in
 * threads; here a batch is read when it is asked for.
 *
 * @example
 * ```ts
 * const [a, b] = [nd.ones([4, 2]), nd.zeros([4, 3])].map((x) => new io.NDArrayIter(x, null, { batchSize: 2 }));
 * const iter = new io.PrefetchingIter([a!, b!], [{ data: "left" }, { data: "right" }]);
 * console.log(iter.provideData.map(String).join());
 * // DataDesc[left,(2, 2),float32,NCHW],DataDesc[right,(2, 3),float32,NCHW]
 * ```
 */
export class PrefetchingIter extends DataIter {
  readonly iters: readonly DataIter[];
  readonly #renameData: Renames | null;
  readonly #renameLabel: Renames | null;
  #batch: DataBatch | null = null;

  /**
   * @param iters - the iterators, which must have equally many batches
   * @param renameData - for each the new names of its data
   * @param renameLabel - for each the new names of its labels
   */
  constructor(
    iters: DataIter | readonly DataIter[],
    renameData: Renames | null = null,
    renameLabel: Renames | null = null,
  ) {
    const list: readonly DataIter[] = iters instanceof DataIter ? [iters] : iters;
    super(list[0]?.batchSize);
    if (list.length === 0) throw new MXNetError("PrefetchingIter: there is no iterator");
    for (const names of [renameData, renameLabel]) {
      if (names && names.length !== list.length) {
        throw new MXNetError(`PrefetchingIter: there are names for ${names.length} of ${list.length} iterators`);
      }
    }
    this.iters = list;
    this.#renameData = renameData;
    this.#renameLabel = renameLabel;
  }

  get provideData(): readonly DataDesc[] {
    return this.iters.flatMap(({ provideData }, i) => renamed(provideData, this.#renameData?.[i]));
  }

  get provideLabel(): readonly DataDesc[] {
    return this.iters.flatMap(({ provideLabel }, i) => renamed(provideLabel, this.#renameLabel?.[i]));
  }

  reset(): void {
    for (const iter of this.iters) iter.reset();
  }

  override iterNext(): boolean {
    return this.next() !== null;
  }

  override next(): DataBatch | null {
    const batches = this.iters.map((iter) => iter.next());
    const first = batches[0] ?? null;
    if (batches.some((batch) => (batch === null) !== (first === null) || batch?.pad !== first?.pad)) {
      throw new MXNetError("Number of entry mismatches between iterators");
    }
    this.#batch =
      first &&
      new DataBatch(
        batches.flatMap((batch) => batch?.data ?? []),
        batches.flatMap((batch) => batch?.label ?? []),
        first.pad,
        first.index,
        null,
        this.provideData,
        this.provideLabel,
      );
    return this.#batch;
  }

  override getData(): readonly NDArray[] {
    return this.#batch?.data ?? [];
  }

  override getLabel(): readonly NDArray[] {
    return this.#batch?.label ?? [];
  }

  override getIndex(): readonly number[] | null {
    return this.#batch?.index ?? null;
  }

  override getPad(): number | null {
    return this.#batch?.pad ?? null;
  }
}

function renamed(descs: readonly DataDesc[], names: { readonly [name: string]: string } | undefined): DataDesc[] {
  return descs.map(({ name, shape, dtype, layout }) => {
    if (names && !Object.hasOwn(names, name)) {
      throw new MXNetError(
        `PrefetchingIter: there is no new name for ${name}, only for ${Object.keys(names).join(", ")}`,
      );
    }
    return new DataDesc(names ? (names[name] as string) : name, shape, dtype, layout);
  });
}
