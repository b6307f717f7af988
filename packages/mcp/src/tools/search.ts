import { kinds } from '@rapporteur/domain/kinds';
import { longestQuestion } from '@rapporteur/domain/search/views';
import { unstorable } from '@rapporteur/domain/storable';
import { z } from 'zod';
import { evidence, evidenceOf, share } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { after, limitOf, next } from '../part';
import { cut } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

export const searchTool = tool({
  name: 'search',
  title: 'Search the record',
  description:
    'Finds records by words, phrases in quotation marks and names in any script or spelling. Each comes with its permanent address and the first passage it rests on; read tells all of one record.',
  input: z.strictObject({
    question: z
      .string()
      .min(1)
      .max(longestQuestion)
      .refine((text) => unstorable(text) === null, 'holds a character that cannot be looked for')
      .describe('Words that must all be found, "phrases in quotation marks", names; a minus sign excludes a word.'),
    kinds: z.array(z.enum(kinds)).max(kinds.length).default([]).describe('Only records of these kinds; none for all.'),
    asOf,
    after,
    limit: limitOf(10, 5),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        ...evidence,
        excerpt: z
          .string()
          .exactOptional()
          .describe('The words that match best; left out where the passage holds them.'),
        date: z.string().exactOptional(),
        stance: z.string().exactOptional(),
      }),
    ),
    total: z.int(),
    atLeast: z.boolean().describe('Whether there are more than were counted.'),
    alike: z
      .array(z.string())
      .describe('Names that are spelt or sound like a word for which hardly anything was found.'),
    asWritten: z
      .int()
      .exactOptional()
      .describe('Where there are such names: how many records the question finds as it is written.'),
    instead: z
      .array(z.string())
      .exactOptional()
      .describe(
        'Questions that may have been meant, spelt as names on record are. Say so rather than replace what was asked.',
      ),
    withoutKinds: z
      .int()
      .exactOptional()
      .describe('Where none of the wanted kinds is found: how many records of all kinds the question finds.'),
    next,
  }),
  answer: async (source, { question, kinds: wanted, asOf: moment, after: place, limit }) => {
    const api = askAt(source, isoOrNull(moment));
    const found = await api.search.find({ question, filter: { kinds: wanted }, after: place, limit });
    const longest = share(limit);
    const items = await Promise.all(
      found.items.map(async ({ record, excerpt, date, stance }) => {
        const answer = await api.record.get({ id: record.id });
        if (answer?.found !== 'live') return [];
        const told = evidenceOf(answer.record, source.origin, 1, longest);
        const words = excerpt?.text.map(({ text }) => text).join('') ?? '';
        const isTold = told.passages.some(({ quote }) => quote.includes(words.slice(0, 60)));
        return [
          {
            ...told,
            ...(isTold ? {} : { excerpt: cut(words, longest) }),
            ...(date === null ? {} : { date }),
            ...(stance === null ? {} : { stance }),
          },
        ];
      }),
    );
    return {
      items: items.flat(),
      total: found.total.count,
      atLeast: found.total.atLeast,
      alike: found.alike.flatMap(({ record }) => record.title ?? []),
      ...(found.asWritten === null ? {} : { asWritten: found.asWritten }),
      ...(found.asWritten === null && found.instead.length === 0 ? {} : { instead: found.instead }),
      ...(found.elsewhere === null ? {} : { withoutKinds: found.elsewhere.count }),
      next: found.next,
    };
  },
});
