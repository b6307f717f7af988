import { formatPermalink } from '@rapporteur/domain/permalink';
import { inOrder } from '@rapporteur/domain/span';
import { standingAt, type Standing } from '@rapporteur/domain/standing';
import { z } from 'zod';
import { evidenced, evidenceOf } from '../evidence';
import { instantMeant, moment } from '../instant';
import { answerTo, namedRecord } from '../named-record';
import { after, limitOf, next, partOf } from '../part';
import { shorten } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

/** How much is told of a field before and after, each, in bytes. */
const longestValue = 400;

const standing = z.strictObject({
  at: z.string(),
  revision: z.int().nullable().describe('The revision that was public then; null where there was none.'),
  withdrawn: z.boolean(),
  permalink: z.string().nullable(),
});

export const compareTool = tool({
  name: 'compare_dates',
  title: 'Compare a record at two dates',
  description:
    'What the record said about something at two dates, and every field that changed in between. This is record time: when it was said here, not when it happened.',
  input: z.strictObject({
    record: namedRecord,
    from: moment.describe('A day such as 2024-01-31 (its end, UTC), or an instant.'),
    to: moment.describe('The other day or instant; the earlier of the two counts as the first.'),
    after,
    limit: limitOf(20, 10),
  }),
  output: z.strictObject({
    from: standing,
    to: standing,
    changes: z.array(
      z.strictObject({
        path: z.string().describe('The field, as a JSON pointer.'),
        kind: z.enum(['added', 'removed', 'changed']),
        before: z.unknown().optional().describe('Long values are shortened: read_field has them whole.'),
        after: z.unknown().optional(),
      }),
    ),
    next,
    now: evidenced.nullable().describe('The record as it was at the later date, with passages.'),
  }),
  answer: async (source, { record: text, from, to, after: place, limit }) => {
    const { from: earlier, to: later } = inOrder({ from: instantMeant(from), to: instantMeant(to) });
    const api = askAt(source, null);
    const answer = await answerTo(api, text);
    const id =
      answer.found === 'live' ? answer.record.id : answer.found === 'merged' ? answer.into.id : answer.tombstone.id;
    const publications = (await api.record.history({ id }))?.publications ?? [];
    const [before, then] = [standingAt(publications, earlier), standingAt(publications, later)];
    // What was withdrawn is not shown through an earlier version either.
    const isPublic = answer.found !== 'withdrawn';
    const differ = isPublic && before.version !== null && then.version !== null && before.version !== then.version;
    const difference = differ ? await api.record.diff({ id, from: before.version, to: then.version }) : null;
    const shown = isPublic && then.version !== null ? await api.record.permalink({ id, revision: then.version }) : null;
    const changed = partOf(difference?.changes ?? [], then.version ?? 0, place, limit);
    const told = (instant: Date, { version, ...rest }: Standing) => ({
      at: instant.toISOString(),
      revision: version,
      withdrawn: 'ended' in rest && rest.ended,
      permalink: version === null ? null : source.origin + formatPermalink(id, version),
    });
    return {
      from: told(earlier, before),
      to: told(later, then),
      changes: changed.items.map((change) => ({
        path: change.path,
        kind: change.kind,
        ...('before' in change ? { before: shorten(change.before, longestValue).value } : {}),
        ...('after' in change ? { after: shorten(change.after, longestValue).value } : {}),
      })),
      next: changed.next,
      now: shown?.answer.found === 'live' ? evidenceOf(shown.answer.record, source.origin, 3) : null,
    };
  },
});
