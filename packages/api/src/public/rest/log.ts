import { changesPage, changeView } from '@rapporteur/domain/change-views';
import { RapporteurError } from '@rapporteur/domain/errors';
import { segmentOf } from '@rapporteur/domain/kinds';
import { publicationView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { recordId, revisionNumber } from '../../inputs';
import { momentsView, permalinkView } from '../outputs';
import { endpoint, nextBy, pathOf, type Endpoint } from './endpoint';
import { exampleChanges, exampleMoments, examplePermalink, examplePublications } from './examples/log';
import { paged } from './parameters';

const sequence = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
const before = sequence
  .optional()
  .meta({ description: 'The sequence number to go on from: the `next` of the page before.' });
const limit = paged().limit;

const publications = endpoint({
  path: '/publications',
  id: 'listPublications',
  tag: 'Log',
  summary: 'Read the publication log',
  description:
    'Every publication, correction and withdrawal, the newest first. Each row holds the hash of the row before it.',
  parameters: {},
  query: {
    before,
    limit,
    only: z.enum(['corrections']).optional().meta({ description: 'Only where the record was wrong.' }),
  },
  answer: z.object({ items: z.array(publicationView), next: z.number().int().nullable() }),
  selects: 'items',
  example: examplePublications,
  read: async ({ record, query }) => {
    const { before: from = null, only = null } = query;
    const answer = await record.publication.list({ before: from, only, limit: query.limit });
    return { answer, next: nextBy('before', answer.next) };
  },
});

/** A page of changes that say where their record stands. */
export const followed = changesPage.extend({
  items: z.array(changeView.extend({ href: z.string().meta({ description: 'The address of its record here.' }) })),
});

const changes = endpoint({
  path: '/changes',
  id: 'followChanges',
  tag: 'Log',
  summary: 'Follow what changes',
  description:
    'For whoever keeps a copy: every change after a sequence number, the oldest first. Begin with 0, ask again with the `next` of each answer, and the copy holds exactly the revisions that are public. `publish`, `correct`, `update` and `edit` put a revision in the place of the one before; `withdraw` and `merge` take the record away; the two of translations concern one language. Two things change without a change of their own: titles that are made from the name of another record follow when that is renamed; and a translation goes with its record, and shows the original where that has changed since. After a backup was restored, `newest` may be below your number; and the first change that you get must name the `hash` of the last one that you hold as its `previousHash`. Otherwise begin again. With `Accept: text/event-stream` the answer stays open: see `/changes/stream`.',
  parameters: {},
  query: {
    after: z
      .int()
      .min(0)
      .max(Number.MAX_SAFE_INTEGER)
      .default(0)
      .meta({ description: 'The sequence number of the last change that the copy holds; 0 for an empty one.' }),
    limit: paged(100, 100).limit,
  },
  answer: followed,
  selects: 'items',
  example: exampleChanges,
  read: async ({ record, query, addressOf }) => {
    const page = await record.publication.changes(query);
    const items = page.items.map((item) => ({
      ...item,
      href: addressOf(pathOf(segmentOf(item.record.kind), item.record)),
    }));
    return { answer: { ...page, items }, next: page.more ? nextBy('after', page.next) : null };
  },
});

const moments = endpoint({
  path: '/moments',
  id: 'listMoments',
  tag: 'Log',
  summary: 'List when the record changed',
  description: 'The instants at which anything changed, the newest first: what `asOf` is worth asking for.',
  parameters: {},
  query: { before, limit },
  answer: momentsView,
  mayLack: true,
  selects: 'items',
  example: exampleMoments,
  read: async ({ record, query }) => {
    const answer = await record.publication.moments({ of: null, before: query.before ?? null, limit: query.limit });
    if (answer === null) throw new RapporteurError('not_found', 'Nothing had been published by then.');
    return { answer, next: nextBy('before', answer.next) };
  },
});

const revision = endpoint({
  path: '/revisions/{id}/{revision}',
  id: 'getRevision',
  tag: 'Log',
  summary: 'Read one revision of a record',
  description:
    'What a permalink shows: the record as it stood when that revision was published. Of a withdrawn or merged record it says so instead.',
  parameters: { id: recordId, revision: revisionNumber },
  query: {},
  answer: permalinkView,
  selects: 'answer',
  example: examplePermalink,
  read: async ({ record, path }) => {
    const answer = await record.record.permalink(path);
    if (answer === null) throw new RapporteurError('not_found', 'There is no such public revision on record.');
    return { answer };
  },
});

/** The publication log, and the states of the record that it leads to. */
export const logEndpoints: Endpoint[] = [publications, changes, moments, revision];
