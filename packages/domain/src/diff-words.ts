import { commonSubsequence } from './sequence';

/** A run of text that stayed, came or went. */
export interface WordChange {
  kind: 'same' | 'ins' | 'del';
  text: string;
}

// A word, a run of white space, or one sign: so that a changed comma does not change its word.
const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/**
 * The difference of two texts word by word. The texts of `same` and `del` together are the older text, those of `same` and
 * `ins` the newer one. What went stands before what came, and a lone space between two changes belongs to them.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const older = before.match(token) ?? [];
  const newer = after.match(token) ?? [];
  const changes: WordChange[] = [];
  let [from, to] = [0, 0];
  for (const pair of [...commonSubsequence<string>(older, newer), { from: older.length, to: newer.length }]) {
    push(changes, 'del', older.slice(from, pair.from).join(''));
    push(changes, 'ins', newer.slice(to, pair.to).join(''));
    push(changes, 'same', older[pair.from] ?? '');
    [from, to] = [pair.from + 1, pair.to + 1];
  }
  return absorbSpaces(changes);
}

function push(changes: WordChange[], kind: WordChange['kind'], text: string): void {
  const last = changes.at(-1);
  if (text === '') return;
  if (last?.kind === kind) last.text += text;
  else changes.push({ kind, text });
}

/** Joins changes that only white space separates: three replaced words are one replacement, not three. */
function absorbSpaces(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let [gone, come] = ['', ''];
  const flush = () => {
    push(joined, 'del', gone);
    push(joined, 'ins', come);
    [gone, come] = ['', ''];
  };
  changes.forEach((change, index) => {
    const amid = gone !== '' && come !== '' && (changes[index + 1]?.kind ?? 'same') !== 'same';
    if (change.kind === 'del') gone += change.text;
    else if (change.kind === 'ins') come += change.text;
    else if (amid && change.text.trim() === '') {
      gone += change.text;
      come += change.text;
    } else {
      flush();
      push(joined, 'same', change.text);
    }
  });
  flush();
  return joined;
}
