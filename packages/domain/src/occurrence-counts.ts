/**
 * How often each of many patterns stands in a text, overlapping occurrences included; an empty pattern never. Takes time in
 * proportion to the length of the text and of all patterns together, whatever they look like and however many they are.
 * Aho and Corasick: Efficient string matching, an aid to bibliographic search, Communications of the ACM 18 (1975).
 */
export function countOccurrences(text: string, patterns: readonly string[]): number[] {
  const trie = new Trie(patterns.reduce((sum, { length }) => sum + length, 1));
  const ends = patterns.map((pattern) => trie.add(pattern));
  const order = trie.link();
  const visits = new Uint32Array(trie.size);
  let node = 0;
  for (let at = 0; at < text.length; at++) {
    node = trie.step(node, text.charCodeAt(at));
    visits[node] = (visits[node] ?? 0) + 1;
  }
  // Where a longer pattern ends, the shorter ones end that it ends with: summed up once, from the longest on.
  for (let index = order.length - 1; index >= 0; index--) {
    const from = order[index] ?? 0;
    const into = trie.failure[from] ?? 0;
    visits[into] = (visits[into] ?? 0) + (visits[from] ?? 0);
  }
  return ends.map((end) => (end === 0 ? 0 : (visits[end] ?? 0)));
}

/** The beginnings of patterns, each a node; the empty one is node 0. */
class Trie {
  size = 1;
  /** For each node, that of its longest end which is a beginning as well. */
  readonly failure: Uint32Array;
  private readonly parents: Uint32Array;
  private readonly units: Uint16Array;
  private readonly depths: Uint32Array;
  /** Children by parent and code unit: a table of open addressing that is at most half full; 0 where there is none. */
  private readonly table: Uint32Array;

  constructor(most: number) {
    this.failure = new Uint32Array(most);
    this.parents = new Uint32Array(most);
    this.units = new Uint16Array(most);
    this.depths = new Uint32Array(most);
    this.table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  /** Adds a pattern; answers its node. */
  add(pattern: string): number {
    let node = 0;
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at);
      const place = this.placeOf(node, unit);
      const child = this.table[place] ?? 0;
      if (child !== 0) {
        node = child;
        continue;
      }
      const added = this.size++;
      this.table[place] = added;
      this.parents[added] = node;
      this.units[added] = unit;
      this.depths[added] = at + 1;
      node = added;
    }
    return node;
  }

  /** Finds the failures. Answers all nodes but the first, the shorter before the longer. */
  link(): Uint32Array {
    const order = this.byDepth();
    for (const node of order) {
      const parent = this.parents[node] ?? 0;
      if (parent !== 0) this.failure[node] = this.step(this.failure[parent] ?? 0, this.units[node] ?? 0);
    }
    return order;
  }

  private byDepth(): Uint32Array {
    const starts = new Uint32Array(this.size + 1);
    for (let node = 1; node < this.size; node++) {
      const after = (this.depths[node] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let depth = 1; depth < starts.length; depth++) starts[depth] = (starts[depth] ?? 0) + (starts[depth - 1] ?? 0);
    const order = new Uint32Array(this.size - 1);
    for (let node = 1; node < this.size; node++) {
      const depth = this.depths[node] ?? 0;
      const place = starts[depth] ?? 0;
      order[place] = node;
      starts[depth] = place + 1;
    }
    return order;
  }

  /** The longest beginning that stands at the end after one code unit more. */
  step(from: number, unit: number): number {
    for (let node = from; ; node = this.failure[node] ?? 0) {
      const child = this.table[this.placeOf(node, unit)] ?? 0;
      if (child !== 0) return child;
      if (node === 0) return 0;
    }
  }

  private placeOf(parent: number, unit: number): number {
    const last = this.table.length - 1;
    let place = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit + 1, 0x85ebca6b)) >>> 0;
    for (place = (place ^ (place >>> 15)) & last; ; place = (place + 1) & last) {
      const child = this.table[place] ?? 0;
      if (child === 0 || (this.parents[child] === parent && this.units[child] === unit)) return place;
    }
  }
}
