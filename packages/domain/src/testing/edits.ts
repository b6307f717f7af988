/** One act of an editor on a content: which place, what is done there, and with which words. */
export interface Edit {
  act: 'write' | 'rewrite' | 'clear' | 'insert' | 'remove' | 'move';
  place: number;
  target: number;
  words: string;
}

type Holder = Record<string, unknown> | unknown[];
interface Spot {
  holder: Holder;
  key: string | number;
  value: unknown;
}

/** The content as the editor leaves it. `stamp` makes every text they type their own. */
export function edited(before: unknown, all: readonly Edit[], stamp: string): unknown {
  const after = structuredClone(before);
  all.forEach((edit, index) => applyEdit(after, edit, `${edit.words} ${stamp}${index}`));
  return after;
}

function applyEdit(root: unknown, { act, place, target }: Edit, text: string): void {
  const spots = [...walk(root)];
  const pick = (wanted: (spot: Spot) => boolean): Spot | undefined => {
    const found = spots.filter(wanted);
    return found[place % Math.max(1, found.length)];
  };
  if (act === 'write' || act === 'rewrite') {
    const spot = pick(
      ({ value, key }) => typeof value === 'string' && /^(title|summary|subject|note|text)$/.test(String(key)),
    );
    if (spot) put(spot, act === 'write' ? `${String(spot.value)} ${text}` : text);
  } else if (act === 'clear') {
    const spot = pick(({ key, value }) => /^(summary|note|force)$/.test(String(key)) && value !== null);
    if (spot) put(spot, null);
  } else {
    const spot = pick(({ value }) => Array.isArray(value) && !value.some(isText));
    if (!spot) return;
    const items = spot.value as unknown[];
    if (act === 'insert') items.splice(target % (items.length + 1), 0, newItem(spot, text));
    else if (items.length > 0) {
      const [item] = items.splice(target % items.length, 1);
      if (act === 'move') items.splice((target * 7) % (items.length + 1), 0, item);
    }
  }
}

function newItem({ key, holder }: Spot, text: string): unknown {
  if (key === 'parties')
    return `act_${text
      .replaceAll(/[^a-z0-9]/g, '')
      .padEnd(26, 'x')
      .slice(-26)}`;
  if (key === 'choices')
    return {
      actor: `act_${text
        .replaceAll(/[^a-z0-9]/g, '')
        .padEnd(26, 'x')
        .slice(-26)}`,
      choice: 'yes',
    };
  if (key === 'provisions') return { subject: text, scope: 'included', force: null, note: null };
  if (key === 'claims') return { text, role: 'claim' };
  const node = { type: 'paragraph', content: [{ type: 'text', text }] };
  return (holder as Record<string, unknown>)['type'] === 'doc' && text.length % 2 === 0
    ? { type: 'quotation', content: [node] }
    : node;
}

function put({ holder, key }: Spot, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

function* walk(holder: unknown): Generator<Spot> {
  if (typeof holder !== 'object' || holder === null) return;
  const entries = Array.isArray(holder)
    ? holder.map((value, index) => [index, value] as const)
    : Object.entries(holder);
  for (const [key, value] of entries) {
    yield { holder: holder as Holder, key, value };
    yield* walk(value);
  }
}

const isText = (node: unknown) => typeof node === 'object' && node !== null && 'type' in node && node.type === 'text';

/** Every text anywhere in a value. */
export function textsIn(value: unknown): Set<string> {
  if (typeof value === 'string') return new Set([value]);
  return new Set([...walk(value)].flatMap(({ value: inner }) => (typeof inner === 'string' ? [inner] : [])));
}
