import { formatPermalink } from '@rapporteur/domain/permalink';
import { z } from 'zod';
import { addressOf, evidenceOf, evidenced } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { askAt } from '../source';
import { tool } from '../tool';

const passagesEach = 2;

export const changesTool = tool({
  name: 'list_changes',
  title: 'List changes of the record',
  description:
    'The public log, newest first: publications, corrections, withdrawals, merges and translations, with their notes.',
  input: z.strictObject({
    only: z.enum(['corrections']).nullable().default(null).describe('Only where the record was wrong.'),
    before: z
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .nullable()
      .default(null)
      .describe('The `next` of the page before.'),
    limit: z.int().min(1).max(20).default(10),
    asOf,
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        sequence: z.number().int(),
        action: z.string(),
        at: z.string(),
        note: z.string().nullable(),
        language: z.string().nullable(),
        title: z.string().nullable(),
        address: z.string(),
        permalink: z.string().nullable(),
        revision: evidenced.nullable().describe('What was made public, with its passages; null once it is withdrawn.'),
      }),
    ),
    next: z.number().int().nullable(),
  }),
  answer: async (source, { asOf: moment, ...input }) => {
    const api = askAt(source, isoOrNull(moment));
    const { items, next } = await api.publication.list(input);
    const told = items.map(async ({ record, revisionNumber, ...change }) => {
      const found =
        revisionNumber === null ? null : await api.record.permalink({ id: record.id, revision: revisionNumber });
      return {
        sequence: change.sequence,
        action: change.action,
        at: change.recordedAt,
        note: change.note,
        language: change.language,
        title: record.title,
        address: addressOf(source.origin, record),
        permalink: revisionNumber === null ? null : source.origin + formatPermalink(record.id, revisionNumber),
        revision: found?.answer.found === 'live' ? evidenceOf(found.answer.record, source.origin, passagesEach) : null,
      };
    });
    return { items: await Promise.all(told), next };
  },
});
