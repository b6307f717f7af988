import { citationRoles } from '@rapporteur/domain/content/citation';
import { passageStates } from '@rapporteur/domain/views';
import { z } from 'zod';
import { addressOf, permalinkOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { after, limitOf, next, partOf } from '../part';
import { cut } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

/** How long a passage is told, and what stands around it, in characters. */
const longestQuote = 2000;
const longestAround = 200;

export const passagesTool = tool({
  name: 'list_passages',
  title: 'List the passages of a record',
  description:
    'Every passage that a record rests on, word for word, with what stands around it, where it was published, and whether it still stands there.',
  input: z.strictObject({
    record: namedRecord,
    field: z
      .string()
      .max(200)
      .nullable()
      .default(null)
      .describe(
        'Only those of this field and what is within it, as a JSON pointer such as "/provisions/2"; null for all.',
      ),
    after,
    limit: limitOf(10, 5),
    asOf,
  }),
  output: z.strictObject({
    title: z.string(),
    permalink: z.string(),
    passages: z.array(
      z.strictObject({
        field: z.string(),
        role: z.enum(citationRoles),
        quote: z.string().describe('The exact words of the source.'),
        before: z.string(),
        after: z.string(),
        source: z.string().nullable().describe('The title of the source.'),
        outlet: z.string().nullable(),
        published: z.string().nullable(),
        language: z.string().nullable(),
        address: z.string().describe('Where the passage is shown in its source, on the record.'),
        original: z.string().nullable().describe('Where the source itself was published.'),
        state: z
          .enum(passageStates)
          .describe('Whether the words still stand in the source; uncompared: nothing has looked.'),
      }),
    ),
    total: z.int(),
    next,
  }),
  answer: async (source, { record: text, field, after: place, limit, asOf: moment }) => {
    const record = await liveRecord(askAt(source, isoOrNull(moment)), text);
    const wanted = record.citations.filter(
      (each) => field === null || each.field === field || each.field.startsWith(`${field}/`),
    );
    const { items, next: following } = partOf(wanted, record.revisionNumber, place, limit);
    return {
      title: record.title,
      permalink: permalinkOf(source.origin, record),
      passages: items.map(({ field: of, role, passage: words }) => ({
        field: of,
        role,
        quote: cut(words.exact, longestQuote),
        before: words.before.slice(-longestAround),
        after: cut(words.after, longestAround),
        source: words.source.title,
        outlet: words.outlet,
        published: words.published,
        language: words.language,
        address: `${addressOf(source.origin, words.source)}/passages/${words.id}`,
        original: words.address,
        state: words.state,
      })),
      total: wanted.length,
      next: following,
    };
  },
});
