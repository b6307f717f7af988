import { z } from 'zod';
import { addressOf, evidence, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { answerTo, namedRecord } from '../named-record';
import { askAt } from '../source';
import { tool } from '../tool';

const mostPassages = 50;

const named = z.strictObject({ id: z.string(), title: z.string().nullable(), address: z.string() });

export const readTool = tool({
  name: 'read',
  title: 'Read a record',
  description:
    'Reads one record: its content, the records that it names, and the exact passages that its fields rest on. A withdrawn record answers with the reason.',
  input: z.strictObject({ record: namedRecord, asOf }),
  output: z.strictObject({
    found: z.enum(['live', 'withdrawn', 'merged']),
    record: z
      .strictObject({
        ...evidence,
        revision: z.number().int(),
        change: z.string().describe('What its newest change was: publish, correct, update or edit.'),
        note: z.string().nullable().describe('The public note of that change.'),
        content: z.record(z.string(), z.unknown()),
        names: z.array(named).describe('The records that the content names by id.'),
        languages: z.array(z.string()),
      })
      .nullable(),
    reason: z.string().nullable().describe('Why it was withdrawn.'),
    into: named.nullable().describe('The record that it was merged into.'),
  }),
  answer: async (source, { record: text, asOf: moment }) => {
    const answer = await answerTo(askAt(source, isoOrNull(moment)), text);
    const nothing = { record: null, reason: null, into: null };
    if (answer.found === 'withdrawn') return { ...nothing, found: answer.found, reason: answer.tombstone.reason };
    if (answer.found === 'merged') {
      const { id, title } = answer.into;
      return { ...nothing, found: answer.found, into: { id, title, address: addressOf(source.origin, answer.into) } };
    }
    const { record } = answer;
    return {
      ...nothing,
      found: answer.found,
      record: {
        ...evidenceOf(record, source.origin, mostPassages),
        revision: record.revisionNumber,
        change: record.change.action,
        note: record.change.note,
        content: { ...record.content },
        names: Object.entries(record.links).map(([id, link]) => ({
          id,
          title: link.title,
          address: addressOf(source.origin, link),
        })),
        languages: record.languages,
      },
    };
  },
});
