import { actorTypes, identifierSchemes, nameUses } from '@rapporteur/domain/content/actor';
import { steps } from '@rapporteur/domain/content/commitment';
import { choices, eventTypes, participantRoles } from '@rapporteur/domain/content/event';
import { turns, stances } from '@rapporteur/domain/content/position';
import { forces, natures, programmeRelations, programmeStatuses, scopes } from '@rapporteur/domain/content/programme';
import { sourceForms } from '@rapporteur/domain/content/source';
import { acts, channels, links } from '@rapporteur/domain/content/statement';
import { kinds, type Kind } from '@rapporteur/domain/kinds';
import { normaliseText } from '@rapporteur/domain/passage';
import fc, { type GeneratorValue } from 'fast-check';

/** What the next lines may name. */
export interface World {
  /** Handles of the records of a kind that are, or may be, public. */
  handles: Record<Kind, string[]>;
  /** The texts of each source, oldest first. */
  texts: Map<string, string[]>;
}

const dates = ['2021-05-03', '2021-05', '2021', '2021~', '2021-05-03?', '2021-05-03/2021-06', '2021/..', '../2022-01'];
const languages = ['en', 'uk', 'sr-Latn', 'pt-BR'];
// Words that repeat, need two code units, combine, or mean something to JSON, SQL or a spreadsheet.
const vocabulary = [
  'the',
  'meeting',
  'was',
  'calm.',
  'calm.',
  '“not',
  'theirs”',
  'naïve',
  'е\u0301',
  '🕊️',
  "d'Ivoire",
  '=1+1',
  '\\n',
  '{"a":',
  '%s',
  'Київ',
];

/** One of some values. */
export const one = <T>(pick: GeneratorValue, values: readonly T[]): T => pick(() => fc.constantFrom(...values));

const words = (pick: GeneratorValue, max: number) =>
  Array.from({ length: pick(fc.integer, { min: 1, max }) }, () => one(pick, vocabulary)).join(' ');
const line = (pick: GeneratorValue) => words(pick, 5);
const prose = (pick: GeneratorValue) => (pick(fc.boolean) ? words(pick, 8) : `${words(pick, 6)}\n\n${words(pick, 6)}`);
const maybe = <T>(pick: GeneratorValue, make: () => T): T | null => (pick(fc.boolean) ? make() : null);
const some = <T>(pick: GeneratorValue, least: number, most: number, make: (index: number) => T): T[] =>
  Array.from({ length: pick(fc.integer, { min: least, max: most }) }, (_, index) => make(index));

/** A sound content of a kind. A source's new text is kept in the world, for others to quote. */
export function generatedContent(pick: GeneratorValue, world: World, kind: Kind, handle: string): object {
  const ref = (of: Kind) => one(pick, world.handles[of]);
  const date = () => one(pick, dates);
  const text = () => prose(pick);
  const title = () => line(pick);
  switch (kind) {
    case 'source':
      return generatedSource(pick, world, handle);
    case 'actor':
      return {
        type: one(pick, actorTypes),
        names: some(pick, 1, 3, () => ({ text: title(), language: one(pick, languages), use: one(pick, nameUses) })),
        description: maybe(pick, text),
        identifiers: some(pick, 0, 2, () => ({ scheme: one(pick, identifierSchemes), value: title() })),
        memberships: some(pick, 0, 2, () => ({ organisation: ref('actor'), role: maybe(pick, title), period: date() })),
        offices: some(pick, 0, 2, () => ({
          title: title(),
          institution: maybe(pick, () => ref('actor')),
          period: date(),
        })),
      };
    case 'event':
      return {
        title: title(),
        type: one(pick, eventTypes),
        date: date(),
        place: maybe(pick, title),
        summary: maybe(pick, text),
        partOf: maybe(pick, () => ref('event')),
        participants: some(pick, 0, 2, () => ({ actor: ref('actor'), role: one(pick, participantRoles) })),
        choices: [...new Set(some(pick, 0, 2, () => ref('actor')))].map((actor) => ({
          actor,
          choice: one(pick, choices),
        })),
      };
    case 'programme':
      return {
        title: title(),
        summary: text(),
        status: one(pick, programmeStatuses),
        nature: maybe(pick, () => one(pick, natures)),
        period: maybe(pick, date),
        edition: maybe(pick, title),
        editionOf: maybe(pick, () => ref('programme')),
        setOutAt: maybe(pick, () => ref('event')),
        parties: some(pick, 0, 2, () => ref('actor')),
        provisions: some(pick, 0, 3, () => {
          const scope = one(pick, scopes);
          const readInFull = scope === 'not_mentioned' ? [ref('source')] : [];
          const force = maybe(pick, () => one(pick, forces));
          return { group: maybe(pick, title), subject: title(), scope, force, note: maybe(pick, text), readInFull };
        }),
        relations: some(pick, 0, 2, () => ({ type: one(pick, programmeRelations), programme: ref('programme') })),
      };
    case 'issue':
      return {
        question: title(),
        shortTitle: title(),
        description: maybe(pick, text),
        programmes: some(pick, 0, 2, () => ref('programme')),
      };
    case 'statement':
      return {
        text: text(),
        speech: one(pick, ['direct', 'indirect']),
        act: one(pick, acts),
        speaker: ref('actor'),
        capacity: maybe(pick, title),
        onBehalfOf: maybe(pick, () => ref('actor')),
        date: date(),
        event: maybe(pick, () => ref('event')),
        channel: maybe(pick, () => one(pick, channels)),
        originalLanguage: maybe(pick, () => one(pick, languages)),
        claims: some(pick, 1, 2, () => ({
          text: text(),
          role: one(pick, ['claim', 'reason']),
          issue: maybe(pick, () => ref('issue')),
        })),
        programmes: some(pick, 0, 1, () => ref('programme')),
        attribution: some(pick, 0, 2, () => ({
          link: one(pick, links),
          actor: maybe(pick, () => ref('actor')),
          name: maybe(pick, title),
        })),
        reports: some(pick, 1, 2, () => ({ source: ref('source'), repeats: maybe(pick, () => ref('source')) })),
      };
    case 'position':
      return {
        actor: ref('actor'),
        issue: ref('issue'),
        turns: some(pick, 1, 3, (index) => ({
          // Every second turn lapses, so that the next is new again.
          turn: index % 2 === 0 ? 'new' : ('lapsed' satisfies (typeof turns)[number]),
          date: date(),
          stance: index % 2 === 0 ? one(pick, stances) : null,
          summary: text(),
          statements: some(pick, 0, 1, () => ref('statement')),
          votes: some(pick, 0, 1, () => ref('event')),
        })),
      };
    case 'commitment':
      return {
        title: title(),
        summary: text(),
        owedBy: some(pick, 1, 2, () => ref('actor')),
        owedTo: some(pick, 0, 2, () => ref('actor')),
        programme: maybe(pick, () => ref('programme')),
        steps: some(pick, 1, 2, () => ({
          step: one(pick, steps),
          date: date(),
          event: maybe(pick, () => ref('event')),
          note: maybe(pick, text),
        })),
      };
    case 'article':
      return {
        title: title(),
        standfirst: text(),
        byline: title(),
        date: date(),
        body: {
          type: 'doc',
          content: some(pick, 1, 2, () => ({
            type: 'paragraph',
            content: [
              { type: 'text', text: text() },
              { type: 'recordCitation', attrs: { record: ref(one(pick, kinds)), words: title() } },
            ],
          })),
        },
      };
  }
}

function generatedSource(pick: GeneratorValue, world: World, handle: string): object {
  const texts = world.texts.get(handle) ?? [];
  // Now and then a new version; a second source may hold the very text of the first.
  if (texts.length === 0 || pick(fc.boolean)) {
    const others = [...world.texts.values()].flat();
    const copied = others.length > 0 && pick(fc.integer, { min: 0, max: 4 }) === 0;
    texts.push(copied ? one(pick, others) : normaliseText(`${prose(pick)}\n${prose(pick)}`));
  }
  world.texts.set(handle, texts);
  return {
    title: line(pick),
    form: one(pick, sourceForms),
    publisher: maybe(pick, () => one(pick, world.handles.actor)),
    author: maybe(pick, () => line(pick)),
    language: one(pick, languages),
    published: maybe(pick, () => one(pick, dates)),
    address: maybe(pick, () => 'https://example.org/a?b=c&d=é'),
    archivedAddress: null,
    rights: one(pick, ['full', 'passages']),
    licence: maybe(pick, () => line(pick)),
    note: maybe(pick, () => prose(pick)),
    versions: texts.map((text, index) => ({ text, fetched: `2021-05-0${(index % 9) + 1}T00:00:00Z` })),
  };
}
