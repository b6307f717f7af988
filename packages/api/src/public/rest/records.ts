import { RapporteurError } from '@rapporteur/domain/errors';
import { eventsFound } from '@rapporteur/domain/event/views';
import { kindOfId } from '@rapporteur/domain/ids';
import { kindNames, kinds, segmentOf, type Kind } from '@rapporteur/domain/kinds';
import { formatPermalink } from '@rapporteur/domain/permalink';
import {
  listItem,
  listPage,
  publicationView,
  recordDiff,
  recordLink,
  recordView,
  type RecordLink,
} from '@rapporteur/domain/views';
import { actorTypes } from '@rapporteur/domain/content/actor';
import { z } from 'zod';
import { revisionNumber } from '../../inputs';
import { endpoint, nextBy, pathOf, type Asked, type Endpoint, type Reply } from './endpoint';
import { exampleDiff, exampleEvents, exampleHistory, exampleListOf, exampleRecordOf } from './examples/records';
import { eventsAsked, eventsNarrowed } from './narrowed';
import { keyOf, language, paged, regionAsked } from './parameters';
import { Withdrawn } from './problem';

const address = z.string().meta({ description: 'Its address in this interface.' });

/** A page of a list whose items say where they stand. */
export const listed = listPage.extend({ items: z.array(listItem.extend({ href: address })) });

const nameOf = (kind: Kind) => kindNames[kind].plural.toLowerCase();

/** What a list of actors can be narrowed to. */
const narrowing = {
  type: z.enum(actorTypes).optional().meta({ description: 'Only actors of this type.' }),
  region: regionAsked,
};

function list(kind: Exclude<Kind, 'actor' | 'event'>): Endpoint {
  return endpoint({
    ...listing(kind),
    query: paged(),
    read: (asked) => pageOf(asked, { kind, after: asked.query.after ?? null, limit: asked.query.limit }),
  });
}

function actors(): Endpoint {
  return endpoint({
    ...listing('actor'),
    query: { ...paged(), ...narrowing },
    read: (asked) => {
      const { after = null, type = null, region = null, limit } = asked.query;
      return pageOf(asked, { kind: 'actor', type, region, after, limit });
    },
  });
}

/** What the lists of all kinds have in common. */
const listing = (kind: Kind) => ({
  path: `/${segmentOf(kind)}`,
  id: `list${kindNames[kind].plural}`,
  tag: kindNames[kind].plural,
  summary: `List ${nameOf(kind)}`,
  description:
    kind === 'actor' || kind === 'issue' ? 'All that are public, by name.' : 'All that are public, the newest first.',
  parameters: {},
  answer: listed,
  selects: 'items' as const,
  example: exampleListOf(kind),
});

async function pageOf(
  { record, addressOf }: Pick<Asked, 'record' | 'addressOf'>,
  wanted: Parameters<Reads['record']['list']>[0],
): Promise<Reply> {
  const found = await record.record.list(wanted);
  const items = found.items.map((item) => ({ ...item, href: addressOf(pathOf(segmentOf(wanted.kind), item.record)) }));
  return { answer: { ...found, items }, next: nextBy('after', found.next) };
}

/** Events can be narrowed as on their page. */
const events = (): Endpoint =>
  endpoint({
    ...listing('event'),
    description:
      'All that are public, or those that are asked for, the newest first. Of very many, `total` counts the first.',
    query: { ...eventsNarrowed, ...paged() },
    answer: eventsFound.extend({ items: z.array(eventsFound.shape.items.element.extend({ href: address })) }),
    example: exampleEvents,
    read: async ({ record, query, addressOf }) => {
      const page = await record.event.list(eventsAsked(query));
      const items = page.items.map((item) => ({ ...item, href: addressOf(pathOf(segmentOf('event'), item.record)) }));
      return { answer: { ...page, items }, next: nextBy('after', page.next) };
    },
  });

const viewOf = (kind: Kind) => {
  const view = recordView.options.find(({ shape }) => shape.kind.value === kind);
  if (view === undefined) throw new Error(`there is no view of the kind ${kind}`);
  return view;
};

function get(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}`,
    id: `get${kindNames[kind].singular}`,
    tag: kindNames[kind].plural,
    summary: `Read one ${kind}`,
    description:
      'What its page shows: content, citations with their passages, and the newest of what is about it. A withdrawn record answers 410 with its tombstone, a merged one leads to the one it was merged into.',
    parameters: { key: keyOf(kind) },
    query: { language },
    answer: viewOf(kind),
    selects: 'answer',
    example: exampleRecordOf(kind),
    read: async ({ record, path, query }) => {
      const by = kindOfId(path.key) === null ? { kind, slug: path.key } : { id: path.key };
      const found = await readIn(record, kind, by, query.language);
      switch (found?.found) {
        case undefined:
          throw nothing(kind, path.key);
        case 'withdrawn':
          throw new Withdrawn(found.tombstone);
        case 'merged':
          return { mergedInto: found.into };
        case 'untranslated':
          throw new RapporteurError('not_found', 'This record is not translated into that language.', [
            {
              path: '/language',
              message: `must be one of ${found.languages.join(', ') || 'none: it has no translation'}`,
            },
          ]);
        case 'live': {
          const { id, revisionNumber: number } = found.record;
          return { answer: found.record, links: { 'cite-as': formatPermalink(id, number) } };
        }
      }
    },
  });
}

type Reads = Asked['record'];
type By = { kind: Kind; slug: string } | { id: string };

/** A record, perhaps in another language. Translations are read by slug. */
async function readIn(reads: Reads, kind: Kind, by: By, told: z.output<typeof language>) {
  if (told === undefined) return reads.record.get(by);
  const slug = 'slug' in by ? by.slug : (await reads.record.link(by))?.slug;
  return slug === undefined ? null : reads.translation.get({ kind, slug, language: told });
}

function history(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}/history`,
    id: `get${kindNames[kind].singular}History`,
    tag: kindNames[kind].plural,
    summary: `Read the history of one ${kind}`,
    description: 'Every public change of it, the newest first, at most a thousand. Of a withdrawn record too.',
    parameters: { key: keyOf(kind) },
    query: {},
    answer: z.object({ record: recordLink, publications: z.array(publicationView) }),
    selects: null,
    example: exampleHistory(kind),
    read: async ({ record, path }) => {
      const { id } = await linkIn(record, kind, path.key);
      const answer = await record.record.history({ id });
      if (answer === null) throw nothing(kind, path.key);
      return { answer };
    },
  });
}

function diff(kind: Kind): Endpoint {
  return endpoint({
    path: `/${segmentOf(kind)}/{key}/diff`,
    id: `compare${kindNames[kind].singular}Revisions`,
    tag: kindNames[kind].plural,
    summary: `Compare two revisions of one ${kind}`,
    description: 'What readers saw change from one public revision to another, field by field.',
    parameters: { key: keyOf(kind) },
    query: { from: revisionNumber, to: revisionNumber },
    answer: recordDiff,
    selects: null,
    example: exampleDiff(kind),
    read: async ({ record, path, query }) => {
      const { id } = await linkIn(record, kind, path.key);
      const answer = await record.record.diff({ id, ...query });
      if (answer === null) throw nothing(kind, path.key, 'One of these revisions is not public.');
      return { answer };
    },
  });
}

/** The record of a kind that a key names, whatever became of it. Refuses with `not_found` where nothing ever stood. */
export async function linkIn(reads: Reads, kind: Kind, key: string): Promise<RecordLink> {
  const found = await reads.record.link(kindOfId(key) === null ? { kind, slug: key } : { id: key });
  if (found === null) throw nothing(kind, key);
  return found;
}

/** The refusal where there is nothing, the same for what is not public as for what never was. */
export const nothing = (kind: Kind, key: string, detail = `There is no ${kind} “${key}” on record.`) =>
  new RapporteurError('not_found', detail);

/** The reads of single records and lists of them, of each kind. */
export const recordEndpoints: Endpoint[] = kinds.flatMap((kind) => [
  kind === 'actor' ? actors() : kind === 'event' ? events() : list(kind),
  get(kind),
  history(kind),
  diff(kind),
]);
