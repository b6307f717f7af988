import { formatPermalink } from '@rapporteur/domain/permalink';
import { z } from 'zod';
import { addressOf, evidenceOf, evidenced, share } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { limitOf } from '../part';
import { cut } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

export const changesTool = tool({
  name: 'list_changes',
  title: 'List changes of the record',
  description:
    'The public log, newest first: publications, corrections, withdrawals, merges and translations, with their notes. compare_dates tells what changed in one record.',
  input: z.strictObject({
    only: z.enum(['corrections']).nullable().default(null).describe('Only where the record was wrong; null for all.'),
    before: z
      .int()
      .min(1)
      .max(Number.MAX_SAFE_INTEGER)
      .nullable()
      .default(null)
      .describe('The `next` of the page before; null for the newest.'),
    limit: limitOf(20, 10),
    asOf,
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        sequence: z.int(),
        action: z.string(),
        at: z.string(),
        note: z.string().exactOptional().describe('What readers are told of it.'),
        language: z.string().exactOptional().describe('Of a translation: which.'),
        address: z
          .string()
          .exactOptional()
          .describe('Where its tombstone stands, or leads to, where it is not public.'),
        permalink: z.string().exactOptional().describe('The revision that it made public, where it is not told.'),
        revision: evidenced.nullable().describe('What was made public, with a passage; null once it is withdrawn.'),
      }),
    ),
    next: z.int().nullable().describe('Ask again with this as `before` for the next page; null on the last.'),
  }),
  answer: async (source, { asOf: moment, ...input }) => {
    const api = askAt(source, isoOrNull(moment));
    const { items, next } = await api.publication.list(input);
    const longest = share(input.limit);
    const told = items.map(async ({ record, revisionNumber, sequence, action, recordedAt, note, language }) => {
      const found =
        revisionNumber === null ? null : await api.record.permalink({ id: record.id, revision: revisionNumber });
      const live = found?.answer.found === 'live' ? found.answer.record : null;
      return {
        sequence,
        action,
        at: recordedAt,
        ...(note === null ? {} : { note: cut(note, 2 * longest) }),
        ...(language === null ? {} : { language }),
        ...(live === null ? { address: addressOf(source.origin, record) } : {}),
        ...(live === null && revisionNumber !== null
          ? { permalink: source.origin + formatPermalink(record.id, revisionNumber) }
          : {}),
        revision: live && evidenceOf(live, source.origin, 1, longest),
      };
    });
    return { items: await Promise.all(told), next };
  },
});
