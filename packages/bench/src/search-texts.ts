import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** How long a sentence is that a statement can be made of, in characters. */
const shortest = 40;
const longest = 400;

/** Every different sentence of the texts of a folder: files of JSON lines, gzipped, each line with a `text`. */
export async function sentencesOf(folder: string): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));
  if (files.length === 0) throw new Error(`There is no .jsonl.gz in ${folder}.`);
  const found = new Set<string>();
  for (const name of files.toSorted()) {
    const lines = createInterface({ input: createReadStream(path.join(folder, name)).pipe(createGunzip()) });
    for await (const line of lines) addSentences(found, (JSON.parse(line) as { text: string }).text);
  }
  return [...found];
}

/** Every different sentence of some texts. */
export function sentencesIn(texts: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const text of texts) addSentences(found, text);
  return [...found];
}

function addSentences(found: Set<string>, text: string): void {
  for (const sentence of text.split(/(?<=[.!?])\s+|\n{2,}/)) {
    const plain = sentence.replaceAll(/\s+/g, ' ').replaceAll('\0', '').trim();
    if (plain.length >= shortest && plain.length <= longest) found.add(plain);
  }
}

/** The n-th statement of a record: a sentence, and when all were used, two of them that no other statement puts together. */
export function statementText(sentences: readonly string[], n: number): string {
  const { length } = sentences;
  const own = sentences[n % length] ?? '';
  const round = Math.floor(n / length);
  return round === 0 ? own : `${own} ${sentences[(n + round * 7919) % length] ?? ''}`;
}

/** Names of two words as they stand in the texts, the most frequent first. */
export function namesIn(sentences: readonly string[], count: number): string[] {
  const found = new Map<string, number>();
  for (const sentence of sentences) {
    // Not at the beginning, where every word has a capital.
    for (const [name] of sentence.slice(1).matchAll(/(?<=[a-z,] )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b/g))
      found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found]
    .toSorted(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([name]) => name);
}
