import { escapeSegment } from '@rapporteur/domain/json-pointer';

/** Marks where a text goes on. */
const more = ' […]';

/** The beginning of a text in at most so many characters and the mark of what is left out, at the end of a word where one is near. */
export function cut(text: string, longest: number): string {
  const signs = [...text];
  if (signs.length <= longest) return text;
  const kept = signs.slice(0, longest - more.length).join('');
  const word = kept.search(/\s+\S*$/);
  return (word > kept.length / 2 ? kept.slice(0, word) : kept) + more;
}

/** A field that is not told whole, and how many items or characters it has. */
export interface Shortened {
  field: string;
  of: number;
  isText: boolean;
}

/** How much of lists and texts is kept, the most first. */
const bounds = [
  { items: 20, text: 2000 },
  { items: 10, text: 600 },
  { items: 5, text: 200 },
  { items: 2, text: 100 },
  { items: 1, text: 60 },
];

/**
 * As much of some JSON as fits into a number of bytes: of long lists the first items, of long texts the beginning, and which
 * fields that are, by JSON pointers. What has very many fields of its own may still be longer.
 */
export function shorten(value: unknown, bytes: number): { value: unknown; shortened: Shortened[] } {
  let made = { value, shortened: [] as Shortened[] };
  for (const bound of bounds) {
    if (Buffer.byteLength(JSON.stringify(made.value) ?? '') <= bytes) break;
    const shortened: Shortened[] = [];
    made = { value: within(value, bound, '', shortened), shortened };
  }
  return made;
}

function within(value: unknown, bound: (typeof bounds)[number], field: string, shortened: Shortened[]): unknown {
  if (typeof value === 'string') {
    const kept = cut(value, bound.text);
    if (kept !== value) shortened.push({ field, of: [...value].length, isText: true });
    return kept;
  }
  if (Array.isArray(value)) {
    if (value.length > bound.items) shortened.push({ field, of: value.length, isText: false });
    return value.slice(0, bound.items).map((item, at) => within(item, bound, `${field}/${at}`, shortened));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      within(item, bound, `${field}/${escapeSegment(name)}`, shortened),
    ]),
  );
}
