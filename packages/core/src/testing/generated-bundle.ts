import { evidenceFields } from '@rapporteur/domain/content/evidence';
import type { AnyContent } from '@rapporteur/domain/content/content';
import { kinds, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import fc, { type GeneratorValue } from 'fast-check';
import { generatedContent, one, type World } from './generated-content';

/** One bundle of a history: its lines behind the header. */
export type Lines = Record<string, unknown>[];

/**
 * A history of a public record of every kind: a first bundle, then updates, corrections, withdrawals and merges, one
 * bundle each. The first is sound; a later one may be refused, because something rests on what it ends.
 */
export function generatedHistory(pick: GeneratorValue): Lines[] {
  const world: World = {
    handles: Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as World['handles'],
    texts: new Map(),
  };
  const first: Lines = [];
  // Names come before contents, so that records may name one another in any order.
  for (const kind of kinds) {
    // An actor has one position on an issue, so a second one might be refused.
    const count = kind === 'position' ? 1 : pick(fc.integer, { min: 1, max: 3 });
    for (let n = 0; n < count; n += 1) world.handles[kind].push(`${segmentOf(kind)}/${kind}-${n}`);
  }
  for (const kind of kinds)
    for (const handle of world.handles[kind]) first.push(generatedRecord(pick, world, kind, handle));
  // Nothing names these, so that in every history something is withdrawn and something is merged.
  for (const handle of ['actors/lone', 'actors/alone', 'actors/forlorn'])
    first.push(generatedRecord(pick, world, 'actor', handle));
  const steps = pick(fc.integer, { min: 2, max: 8 });
  return [
    first,
    ...Array.from({ length: steps }, () => nextStep(pick, world)),
    [
      { type: 'withdrawal', kind: 'actor', slug: 'forlorn', reason: 'Nobody is called so.' },
      { type: 'merge', kind: 'actor', slug: 'lone', into: 'actors/alone', reason: 'One state.' },
    ],
  ];
}

function nextStep(pick: GeneratorValue, world: World): Lines {
  const what = one(pick, ['change', 'correct', 'withdraw', 'merge', 'anew'] as const);
  const kind = one(pick, kinds);
  const handle = one(pick, world.handles[kind]);
  const slug = handle.split('/')[1];
  const reason = one(pick, ['One of a pair.', 'It was wrong: “nobody” said so. 🕊️', '=reason']);
  switch (what) {
    case 'change':
      return [generatedRecord(pick, world, kind, handle)];
    case 'correct':
      return [{ ...generatedRecord(pick, world, kind, handle), change: 'correct', note: 'It was wrong.' }];
    case 'withdraw': {
      // What nothing rests on, more often than not.
      const leaf = one(pick, ['article', 'commitment', 'position', kind] as const);
      const ended = one(pick, world.handles[leaf]);
      return [{ type: 'withdrawal', kind: leaf, slug: ended.split('/')[1], reason }];
    }
    case 'merge':
      return [{ type: 'merge', kind, slug, into: one(pick, world.handles[kind]), reason }];
    case 'anew': {
      const added = `${segmentOf(kind)}/${kind}-${world.handles[kind].length}`;
      world.handles[kind].push(added);
      return [generatedRecord(pick, world, kind, added)];
    }
  }
}

function generatedRecord(pick: GeneratorValue, world: World, kind: Kind, handle: string): Lines[number] {
  const content = generatedContent(pick, world, kind, handle);
  const record = { kind, content } as unknown as AnyContent;
  const fields = evidenceFields(record);
  const more = fields.length > 0 && pick(fc.boolean) ? [one(pick, fields)] : [];
  const citations = [
    ...fields.map((field) => ({ ...generatedQuote(pick, world), field, role: 'supports' })),
    ...more.map((field) => ({
      ...generatedQuote(pick, world),
      field,
      role: one(pick, ['contradicts', 'context']),
    })),
  ];
  return { type: 'record', kind, slug: handle.split('/')[1], content, citations };
}

/** A stretch of the newest text of a source, with all that stands around it, because words repeat. */
function generatedQuote(pick: GeneratorValue, { texts }: World) {
  const source = one(pick, [...texts.keys()]);
  const points = [...(texts.get(source)?.at(-1) ?? '')];
  const start = pick(fc.nat, { max: points.length - 1 });
  const end = pick(fc.integer, { min: start + 1, max: points.length });
  const [prefix, quote, suffix] = [points.slice(0, start), points.slice(start, end), points.slice(end)];
  return { source, quote: quote.join(''), prefix: prefix.join(''), suffix: suffix.join('') };
}
