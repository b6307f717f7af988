import { RapporteurError } from '@rapporteur/domain/errors';
import { formatPointer } from '@rapporteur/domain/json-pointer';
import { unstorable } from '@rapporteur/domain/storable';
import { longestLine } from './format';
import { tooLong } from './raw-lines';

/** Only an escape, or half of a character pair as it stands, can hide what no text of the database can hold. */
const suspect = /\\u|\p{Surrogate}/u;

/** One line of a bundle as JSON. Answers the fault where it is none, or where something in it would be lost on the way. */
export function parseJson(raw: string): unknown {
  if (raw.length > longestLine) return tooLong();
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return new RapporteurError('invalid_input', 'is not JSON; is the bundle whole?');
  }
  const lost = lostField(raw);
  const fault = lost ?? (suspect.test(raw) ? unstorable(value) : null);
  return fault ? new RapporteurError('invalid_input', fault.message, [fault]) : value;
}

interface Open {
  /** The names of an object so far; null for a list. */
  names: Set<string> | null;
  /** The name or index of what is being read. */
  at: string | number;
}

/**
 * The first field that a parser would drop without a word: one that stands twice in its object, of which only the last is
 * kept (RFC 7493 forbids it), or `__proto__`. Expects JSON that parses.
 */
function lostField(raw: string): { path: string; message: string } | null {
  const open: Open[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const mark = raw[at];
    const inner = open.at(-1);
    if (mark === '{') open.push({ names: new Set(), at: '' });
    else if (mark === '[') open.push({ names: null, at: 0 });
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ',' && typeof inner?.at === 'number') inner.at += 1;
    else if (mark === '"') {
      const end = endOfString(raw, at);
      if (inner?.names && isName(raw, end)) {
        const text = raw.slice(at, end + 1);
        const name = text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1);
        inner.at = name;
        const path = () => formatPointer(open.map((each) => each.at));
        if (inner.names.has(name)) return { path: path(), message: 'stands twice; leave one of them' };
        if (name === '__proto__') return { path: path(), message: 'is not a field of this record' };
        inner.names.add(name);
      }
      at = end;
    }
  }
  return null;
}

function endOfString(raw: string, begin: number): number {
  for (let end = raw.indexOf('"', begin + 1); ; end = raw.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (raw[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

function isName(raw: string, end: number): boolean {
  let next = end + 1;
  while (/\s/.test(raw[next] ?? '')) next += 1;
  return raw[next] === ':';
}
