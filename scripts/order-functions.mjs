// An order of a module's functions in which those that resemble each other are neighbours, after those that are called most.
// It is worth a twentieth of the download: gzip looks 32 KiB back.

/** How many least hashes stand for a function; equal ones estimate how much two functions share. */
const HASHES = 128;
/** Bytes a hash is of. */
const GRAM = 7;
/** How many functions come before all others: one byte is enough for their numbers, imported functions counted. */
const NEAR = 110;
const CUSTOM = 0;
const IMPORTS = 2;
const CODE = 10;
const FUNCTION_NAMES = 1;

/** The module with its functions named by their numbers. */
export function nameByNumber(module) {
  const { functions } = codeOf(module);
  return withNames(module, [...functions.keys()]);
}

/**
 * The module that `optimised` was made of, with its functions named by their place in the order of `optimised`, for
 * `wasm-opt --reorder-functions-by-name`. There they have the names of `nameByNumber`, and the most called come first.
 */
export function nameByOrder(module, optimised) {
  const { functions } = codeOf(optimised);
  const names = namesOf(optimised);
  const places = Array.from({ length: codeOf(module).functions.length }, (_, f) => functions.length + f);
  order(functions).forEach((f, place) => {
    places[names[f]] = place;
  });
  return withNames(module, places);
}

/** The functions of a module, and how many are imported before them. */
function codeOf(module) {
  const sections = [...sectionsOf(module)];
  const find = (id) => new Reader(module, sections.find((section) => section.id === id).start);
  const code = find(CODE);
  const functions = Array.from({ length: code.number() }, () => code.take(code.number()));
  return { functions, first: countImportedFunctions(find(IMPORTS)) };
}

/** The module with numbers as the names of its functions, and no others. */
function withNames(module, numbers) {
  const { first } = codeOf(module);
  const names = numbers.flatMap((number, f) => [...leb(f + first), ...text(String(number).padStart(6, "0"))]);
  const list = [...leb(numbers.length), ...names];
  const body = [...text("name"), FUNCTION_NAMES, ...leb(list.length), ...list];
  const others = [...sectionsOf(module)].filter((section) => section.id !== CUSTOM);
  const kept = others.map(({ at, end }) => module.subarray(at, end));
  return Buffer.concat([module.subarray(0, 8), ...kept, Buffer.from([CUSTOM, ...leb(body.length), ...body])]);
}

/** The numbers that the functions of a module are named by. */
function namesOf(module) {
  const { first } = codeOf(module);
  for (const { id, start, end } of sectionsOf(module)) {
    const reader = new Reader(module, start);
    if (id !== CUSTOM || String(reader.take(reader.number())) !== "name") continue;
    while (reader.at < end) {
      const kind = reader.take(1)[0];
      const part = new Reader(reader.take(reader.number()), 0);
      if (kind !== FUNCTION_NAMES) continue;
      const names = [];
      for (let left = part.number(); left > 0; left--) {
        const f = part.number();
        names[f - first] = Number(part.take(part.number()));
      }
      return names;
    }
  }
  throw new Error("wasm-opt left no names");
}

/** After the first ones, always the function that shares most with the last. */
function order(functions) {
  const hashes = functions.map(leastHashes);
  const left = new Set(functions.keys());
  const out = [];
  for (let last = 0; left.size > 0; ) {
    left.delete(last);
    out.push(last);
    if (out.length < NEAR) {
      last++;
      continue;
    }
    let most = -1;
    let next = last;
    for (const f of left) {
      let shared = 1 / (1 + Math.abs(Math.log(functions[f].length / functions[last].length)));
      for (let i = 0; i < HASHES; i++) if (hashes[f][i] === hashes[last][i]) shared++;
      if (shared > most) [most, next] = [shared, f];
    }
    last = next;
  }
  return out;
}

/** The least value of each of several hash functions over all runs of bytes. */
function leastHashes(body) {
  const least = new Int32Array(HASHES).fill(0x7fffffff);
  for (let at = 0; at + GRAM <= body.length; at++) {
    let run = 0;
    for (let i = 0; i < GRAM; i++) run = (Math.imul(run, 31) + body[at + i]) | 0;
    for (let i = 0; i < HASHES; i++) {
      let hash = Math.imul(run ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hash ^= hash >>> 16;
      if (hash < least[i]) least[i] = hash;
    }
  }
  return least;
}

function* sectionsOf(module) {
  for (let at = 8; at < module.length; ) {
    const reader = new Reader(module, at + 1);
    const size = reader.number();
    yield { id: module[at], at, start: reader.at, end: reader.at + size };
    at = reader.at + size;
  }
}

function countImportedFunctions(imports) {
  let functions = 0;
  for (let left = imports.number(); left > 0; left--) {
    imports.take(imports.number());
    imports.take(imports.number());
    const kind = imports.take(1)[0];
    // A function's type; a table's element type and limits; limits of a memory; a global's type; a tag.
    if (kind === 1) imports.take(1);
    if (kind === 1 || kind === 2) imports.limits();
    else if (kind === 3) imports.take(2);
    else {
      if (kind === 4) imports.take(1);
      imports.number();
    }
    if (kind === 0) functions++;
  }
  return functions;
}

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  limits() {
    const hasMost = this.number() & 1;
    this.number();
    if (hasMost) this.number();
  }
}

/** A number as LEB128. */
function leb(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(Math.floor(value / 128))];
}

/** A text with its length. */
function text(value) {
  const bytes = [...Buffer.from(value)];
  return [...leb(bytes.length), ...bytes];
}
