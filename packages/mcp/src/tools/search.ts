import { kinds } from '@rapporteur/domain/kinds';
import { longestQuestion } from '@rapporteur/domain/search/views';
import { unstorable } from '@rapporteur/domain/storable';
import { z } from 'zod';
import { evidence, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { askAt } from '../source';
import { tool } from '../tool';

const passagesEach = 3;

export const searchTool = tool({
  name: 'search',
  title: 'Search the record',
  description:
    'Finds records by words, phrases in quotation marks and names in any script or spelling. Each comes with its permanent address and the passages it rests on.',
  input: z.strictObject({
    question: z
      .string()
      .min(1)
      .max(longestQuestion)
      .refine((text) => unstorable(text) === null, 'holds a character that cannot be looked for'),
    kinds: z.array(z.enum(kinds)).max(kinds.length).default([]).describe('Only records of these kinds.'),
    asOf,
    after: z.string().min(1).max(500).nullable().default(null).describe('The `next` of the page before.'),
    limit: z.int().min(1).max(10).default(5),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        ...evidence,
        excerpt: z.string().nullable(),
        date: z.string().nullable(),
        stance: z.string().nullable(),
      }),
    ),
    total: z.number().int(),
    atLeast: z.boolean().describe('Whether there are more than were counted.'),
    alike: z
      .array(z.string())
      .describe('Names that are spelt or sound like a word for which hardly anything was found.'),
    next: z.string().nullable(),
  }),
  answer: async (source, { question, kinds: wanted, asOf: moment, after, limit }) => {
    const api = askAt(source, isoOrNull(moment));
    const found = await api.search.find({ question, filter: { kinds: wanted }, after, limit });
    const items = await Promise.all(
      found.items.map(async (hit) => {
        const answer = await api.record.get({ id: hit.record.id });
        if (answer?.found !== 'live') return [];
        const excerpt = hit.excerpt?.text.map(({ text }) => text).join('') ?? null;
        return [
          { ...evidenceOf(answer.record, source.origin, passagesEach), excerpt, date: hit.date, stance: hit.stance },
        ];
      }),
    );
    return {
      items: items.flat(),
      total: found.total.count,
      atLeast: found.total.atLeast,
      alike: found.alike.flatMap(({ record }) => record.title ?? []),
      next: found.next,
    };
  },
});
