import { RapporteurError } from '@rapporteur/domain/errors';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { standingAt, type Standing } from '@rapporteur/domain/standing';
import { z } from 'zod';
import { evidenced, evidenceOf } from '../evidence';
import { instantOf, moment } from '../instant';
import { answerTo, namedRecord } from '../named-record';
import { askAt } from '../source';
import { tool } from '../tool';

const mostPassages = 20;

const standing = z.strictObject({
  at: z.string(),
  revision: z.number().int().nullable().describe('The revision that was public then; null where there was none.'),
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
    from: moment.describe('A day (its end, UTC) or an instant.'),
    to: moment.describe('The later day or instant.'),
  }),
  output: z.strictObject({
    from: standing,
    to: standing,
    changes: z.array(
      z.strictObject({
        path: z.string().describe('The field, as a JSON pointer.'),
        kind: z.enum(['added', 'removed', 'changed']),
        before: z.unknown().optional(),
        after: z.unknown().optional(),
      }),
    ),
    now: evidenced.nullable().describe('The record as it was at the later date, with its passages.'),
  }),
  answer: async (source, { record: text, from, to }) => {
    const [earlier, later] = [instantOf(from), instantOf(to)];
    if (earlier > later) throw new RapporteurError('invalid_input', `"from" (${from}) is after "to" (${to}).`);
    const api = askAt(source, null);
    const answer = await answerTo(api, text);
    const id =
      answer.found === 'live' ? answer.record.id : answer.found === 'merged' ? answer.into.id : answer.tombstone.id;
    const publications = (await api.record.history({ id }))?.publications ?? [];
    const [before, after] = [standingAt(publications, earlier), standingAt(publications, later)];
    // What was withdrawn is not shown through an earlier version either.
    const isPublic = answer.found !== 'withdrawn';
    const differ = isPublic && before.version !== null && after.version !== null && before.version !== after.version;
    const difference = differ ? await api.record.diff({ id, from: before.version, to: after.version }) : null;
    const then =
      isPublic && after.version !== null ? await api.record.permalink({ id, revision: after.version }) : null;
    const told = (instant: Date, { version, ...rest }: Standing) => ({
      at: instant.toISOString(),
      revision: version,
      withdrawn: 'ended' in rest && rest.ended,
      permalink: version === null ? null : source.origin + formatPermalink(id, version),
    });
    return {
      from: told(earlier, before),
      to: told(later, after),
      changes: difference?.changes ?? [],
      now: then?.answer.found === 'live' ? evidenceOf(then.answer.record, source.origin, mostPassages) : null,
    };
  },
});
