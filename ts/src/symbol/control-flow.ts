// Loops and branches of `sym.contrib`. What a function makes of symbols becomes a graph within the node.
import { MXNetError } from "../error.ts";
import { describe } from "../nd/invoke.ts";
import { expectFunctions, expectIterations, expectPair, leaves, regroup } from "../nd/nested.ts";
import { scratch } from "../runtime/memory.ts";
import * as wasm from "../runtime/wasm.ts";
import { AttrScope, withScopes } from "./attribute.ts";
import { atomic } from "./create.ts";
import { GraphSymbol } from "./symbol.ts";
import { Group, Variable } from "./variable.ts";

/** A symbol or lists of symbols, nested as deeply as one likes. */
export type NestedSymbols = GraphSymbol | readonly NestedSymbols[];

/** How a loop or a branch is made. */
export interface ControlOptions {
  /** What the names of its graphs begin with. */
  name?: string | undefined;
}

/** The graph of a body, the names of its variables, and what these stand for outside. */
interface Body {
  readonly graph: GraphSymbol;
  readonly names: readonly string[];
  readonly values: readonly GraphSymbol[];
}

const MARK = "__subgraph_name__";

/** Checks what was given; a symbol of several outputs is a list of them. */
function nested(x: unknown, op: string, arg: string): NestedSymbols {
  if (x instanceof GraphSymbol) return x.length > 1 ? [...x] : x;
  if (Array.isArray(x)) return x.map((part) => nested(part, op, arg));
  throw new TypeError(`${op}: ${arg} must be a Symbol or nested lists of them, got ${describe(x)}`);
}

/** How symbols are nested. */
const form = (x: NestedSymbols): string => (x instanceof GraphSymbol ? "0" : `[${x.map(form)}]`);

/** What a function returns of outputs and states. */
function pair(x: unknown, op: string, arg: string): [outputs: NestedSymbols, states: NestedSymbols] {
  const [outputs, states] = expectPair(x, op, arg);
  return [nested(outputs, op, `the outputs of ${arg}`), nested(states, op, `the states of ${arg}`)];
}

/** The name of the variable that stands for a value in a body. */
const standIn = (x: GraphSymbol): string => `${x.name}-${x.attr("_value_index")}`;

const counts: Map<string, number> = /* @__PURE__ */ new Map();

/** Makes the graph of what `make` returns, whose last outputs are states. What was made outside is cut off. */
function body(op: string, hint: string, make: () => { outputs: GraphSymbol[]; states?: GraphSymbol[] }): Body {
  const outer = withScopes(null, op)[MARK];
  const full = outer ? `${outer}$${hint}` : hint;
  const count = counts.get(full) ?? 0;
  counts.set(full, count + 1);
  const name = `${full}${count}`;
  const whole = new AttrScope({ [MARK]: name }).scope(() => {
    const { outputs, states = [] } = make();
    const all = [...outputs, ...states];
    if (all.length === 0) throw new MXNetError(`${op}: there is neither an output nor a state`);
    const inputs = Group(all).listInputs();
    const made = outputs.map((output) => output.name);
    // Outputs must be operators of this graph, and different ones.
    const own = (x: GraphSymbol, i: number): GraphSymbol => {
      const taken = inputs.includes(x.name as string) || x.attr(MARK) !== name;
      const again = i >= outputs.length && made.includes(x.name);
      return taken || again ? atomic("_copy", "identity", [["", x]], {}) : x;
    };
    return Group(all.map(own));
  });
  const handles = wasm.symbol_cut(whole.handle);
  const [graph, ...values] = Array.from(scratch().slice(0, handles), (handle) => new GraphSymbol(handle));
  const names = (graph as GraphSymbol).listInputs();
  if (new Set(names).size < names.length) {
    throw new MXNetError(`${op}: the inputs of the graph don't have unique names: ${names.join(", ")}`);
  }
  return { graph: graph as GraphSymbol, names, values };
}

const list = (places: readonly number[]): string => `[${places.join(", ")}]`;

/** The symbols of the outputs of a node with graphs. */
function node(
  op: string,
  graphs: readonly Body[],
  inputs: readonly GraphSymbol[],
  attrs: Readonly<Record<string, string | number>>,
): GraphSymbol[] {
  const all = [...graphs.map(({ graph }) => graph), ...inputs];
  const texts = Object.entries({ num_args: all.length, ...attrs }).map(([key, value]) => [key, String(value)]);
  return [
    ...atomic(
      op,
      op,
      all.map((x) => ["", x] as const),
      Object.fromEntries(texts),
    ),
  ];
}

/** The inputs of all graphs, each once, and for each graph where its own are among them. */
function union(
  graphs: readonly Body[],
  known: (inputs: readonly GraphSymbol[]) => ReadonlyMap<string, GraphSymbol>,
): { inputs: GraphSymbol[]; places: number[][] } {
  const inputs: GraphSymbol[] = [];
  const places = graphs.map(({ names, values }) => {
    const given = known(inputs);
    return names.map((name, i) => {
      const value = given.get(name) ?? (values[i] as GraphSymbol);
      const place = inputs.indexOf(value);
      return place < 0 ? inputs.push(value) - 1 : place;
    });
  });
  return { inputs, places };
}

/**
 * A symbol of `body` for each slice of `data` along its first axis, which hands states on from step to step.
 *
 * @param body - gets a slice (nested like `data`) and the states; returns the step's outputs and the new states. It is called once
 * @param data - a symbol or nested lists of symbols, all with the same first dimension
 * @param initStates - the states of the first step
 * @returns the outputs of all steps, stacked along a new first axis, and the last states
 * @throws MXNetError when the body does not use all data and states, or nests the states in another way
 * @example
 * ```ts
 * const step = (x: sym.Symbol, sum: sym.Symbol): [sym.Symbol, sym.Symbol] => [sum.add(x), sum.add(x)];
 * const [sums] = sym.contrib.foreach(step, sym.Variable("x"), sym.Variable("start"));
 * const [y] = (sums as sym.Symbol).eval({ x: nd.array([[1], [2], [3]]), start: nd.zeros([1]) });
 * console.log(y!.toArray()); // [ [ 1 ], [ 3 ], [ 6 ] ]
 * ```
 */
export function foreach<D extends NestedSymbols, S extends NestedSymbols>(
  body_: (data: D, states: S) => readonly [outputs: NestedSymbols, states: S],
  data: D,
  initStates: S,
  { name = "foreach" }: ControlOptions = {},
): [outputs: NestedSymbols, states: S] {
  const op = "foreach";
  expectFunctions(op, { body: body_ });
  const [slices, start] = [nested(data, op, "data"), nested(initStates, op, "initStates")];
  const [arrays, states] = [leaves<GraphSymbol>(slices), leaves<GraphSymbol>(start)];
  if (arrays.length === 0) throw new MXNetError(`${op}: there is no data`);
  const [arrayNames, stateNames] = [arrays.map(standIn), states.map(standIn)];
  let made: [NestedSymbols, NestedSymbols] | undefined;
  const graph = body(op, name, () => {
    const inside = regroup<GraphSymbol>(
      arrayNames.map((each) => Variable(each)),
      slices,
    );
    const before = regroup<GraphSymbol>(
      stateNames.map((each) => Variable(each)),
      start,
    );
    made = pair(body_(inside as D, before as S), op, "body");
    if (form(made[1]) !== form(start)) {
      throw new MXNetError(`${op}: the states are nested like ${form(start)}, those of body like ${form(made[1])}`);
    }
    return { outputs: leaves<GraphSymbol>(made[0]), states: leaves<GraphSymbol>(made[1]) };
  });
  const [outputs, after] = made as unknown as [NestedSymbols, NestedSymbols];
  const places = (names: readonly string[], what: string): number[] =>
    names.map((each) => {
      const place = graph.names.indexOf(each);
      if (place < 0) throw new MXNetError(`${op}: the ${what} have to be used in the loop body; ${each} is not`);
      return place;
    });
  const [dataPlaces, statePlaces] = [places(arrayNames, "data arrays"), places(stateNames, "state arrays")];
  const rest = graph.names.flatMap((each, i) => ([...arrayNames, ...stateNames].includes(each) ? [] : [i]));
  const count = leaves<GraphSymbol>(outputs).length;
  const results = node(
    "_foreach",
    [graph],
    [...arrays, ...states, ...rest.map((i) => graph.values[i] as GraphSymbol)],
    {
      num_outputs: count + states.length,
      num_out_data: count,
      in_state_locs: list(statePlaces),
      in_data_locs: list(dataPlaces),
      remain_locs: list(rest),
    },
  );
  return [regroup(results.splice(0, count), outputs), regroup(results, after) as S];
}

/**
 * A symbol of `func` as long as `cond` holds, which hands the loop variables on.
 *
 * @param cond - gets the loop variables; a symbol of one element tells whether to go on. It is called once
 * @param func - gets the loop variables; returns the step's outputs and the new loop variables. It is called once
 * @param loopVars - the first loop variables: a symbol or a list
 * @param options - `maxIterations`: the most steps, and the first dimension of the outputs
 * @returns the outputs of all steps, stacked along a new first axis and filled up with zeros, and the last loop variables
 * @throws MXNetError when `maxIterations` is missing, there is no loop variable, their number changes or one is not used
 * @example
 * ```ts
 * const [powers] = sym.contrib.whileLoop(
 *   (x) => x.lesser(20),
 *   (x) => [x.mul(1), [x.mul(2)]],
 *   [sym.Variable("x")],
 *   { maxIterations: 4 },
 * );
 * console.log((powers as sym.Symbol).eval({ x: nd.array([3]) })[0]!.toArray()); // [ [ 3 ], [ 6 ], [ 12 ], [ 0 ] ]
 * ```
 */
export function whileLoop<S extends GraphSymbol | readonly GraphSymbol[]>(
  cond_: (...loopVars: GraphSymbol[]) => GraphSymbol,
  func: (...loopVars: GraphSymbol[]) => readonly [outputs: NestedSymbols | null, loopVars: S],
  loopVars: S,
  { maxIterations, name = "while_loop" }: ControlOptions & { maxIterations: number },
): [outputs: NestedSymbols, loopVars: S] {
  const op = "whileLoop";
  expectFunctions(op, { cond: cond_, func });
  expectIterations(op, maxIterations);
  const start = nested(loopVars, op, "loopVars");
  const first = leaves<GraphSymbol>(start);
  if (first.length === 0) throw new MXNetError(`${op}: loopVars should contain at least one element`);
  const names = first.map(standIn);
  const inside = (): GraphSymbol[] => names.map((each) => Variable(each));
  const asks = body(op, `${name}_cond`, () => {
    const said: unknown = cond_(...inside());
    if (!(said instanceof GraphSymbol) || said.length !== 1) {
      throw new TypeError(`${op}: cond must return a Symbol of one output, got ${describe(said)}`);
    }
    return { outputs: [said] };
  });
  let outputs: NestedSymbols = [];
  const does = body(op, `${name}_func`, () => {
    const [made, after] = pair(func(...inside()), op, "func");
    const next = leaves<GraphSymbol>(after);
    if (next.length !== first.length) {
      throw new MXNetError(`${op}: func gives ${next.length} loop variables, expected ${first.length}`);
    }
    outputs = made;
    return { outputs: [...leaves<GraphSymbol>(made), ...next] };
  });
  const known = new Map(first.map((x, i) => [names[i] as string, x]));
  const { inputs, places } = union([asks, does], () => known);
  const carried = names.map((each, i) => {
    const place = does.names.indexOf(each);
    if (place < 0) throw new MXNetError(`${op}: loop variable ${i} is not used by func`);
    return place;
  });
  const count = leaves<GraphSymbol>(outputs).length;
  const results = node("_while_loop", [asks, does], inputs, {
    max_iterations: maxIterations,
    cond_input_locs: list(places[0] as number[]),
    func_input_locs: list(places[1] as number[]),
    func_var_locs: list(carried),
    num_out_data: count,
    num_outputs: count + first.length,
  });
  return [regroup(results.splice(0, count), outputs), regroup(results, start) as S];
}

/**
 * A symbol of one of two functions' results.
 *
 * @param pred - a symbol of one element
 * @param thenFunc - makes what is computed when it is true (not 0)
 * @param elseFunc - makes what is computed when it is false, of the same shapes and types
 * @returns the result, nested as `thenFunc` nests it
 * @throws MXNetError when the functions return different numbers of symbols
 * @example
 * ```ts
 * const [a, b] = [sym.Variable("a"), sym.Variable("b")];
 * const y = sym.contrib.cond(a.mul(b).lesser(5), () => a.add(5).mul(b.add(5)), () => a.sub(5).mul(b.sub(5)));
 * console.log(y.eval({ a: nd.array([1]), b: nd.array([2]) })[0]!.asscalar()); // 42
 * ```
 */
export function cond<T extends NestedSymbols>(
  pred: GraphSymbol,
  thenFunc: () => T,
  elseFunc: () => T,
  { name = "cond" }: ControlOptions = {},
): T {
  const op = "cond";
  expectFunctions(op, { thenFunc, elseFunc });
  if (!(pred instanceof GraphSymbol) || pred.length !== 1) {
    throw new TypeError(`${op}: pred must be a Symbol of one output, got ${describe(pred)}`);
  }
  const asks = body(op, `${name}_pred`, () => ({ outputs: [pred] }));
  const forms: NestedSymbols[] = [];
  const branch = (hint: string, make: () => T): Body =>
    body(op, `${name}_${hint}`, () => {
      const made = nested(make(), op, `the result of ${hint}Func`);
      forms.push(made);
      return { outputs: leaves<GraphSymbol>(made) };
    });
  const graphs = [asks, branch("then", thenFunc), branch("else", elseFunc)];
  const [yes, no] = forms.map((made) => leaves<GraphSymbol>(made).length) as [number, number];
  if (yes !== no) throw new MXNetError(`${op}: thenFunc gives ${yes} symbols, elseFunc ${no}`);
  const { inputs, places } = union(graphs, (before) => new Map(before.map((x) => [x.name as string, x])));
  const [ask, then, otherwise] = places.map(list) as [string, string, string];
  const results = node("_cond", graphs, inputs, {
    cond_input_locs: ask,
    then_input_locs: then,
    else_input_locs: otherwise,
    num_outputs: yes,
  });
  return regroup(results, forms[0] as NestedSymbols) as T;
}
