import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A text of a collection with what is known of it. */
export interface CollectedText {
  name: string;
  text: string;
  published: string | null;
}

/** The texts of a file of JSON lines with a field `text` (`.jsonl`, `.jsonl.gz`), one after the other. */
export async function* textsOf(file: string): AsyncGenerator<CollectedText> {
  const bytes = createReadStream(file);
  const lines = createInterface({
    input: file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes,
    crlfDelay: Infinity,
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === '') continue;
    const { text, date, path, title, country } = JSON.parse(line) as Record<string, unknown>;
    if (typeof text !== 'string') throw new Error(`${file}, line ${number}: there is no text in it.`);
    const name = [path, title, country].find((known) => typeof known === 'string') ?? `line ${number}`;
    const day = typeof date === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? null) : null;
    yield { name: String(name), text, published: day };
  }
}
