import { kinds } from '@rapporteur/domain/kinds';
import type { RecordView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { addressOf, evidence, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { answerTo, namedRecord } from '../named-record';
import { shorten } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

/** How much of a record is told at once, in bytes; the rest has tools of its own. */
const longestContent = 6000;
const mostShortened = 40;

const named = z.strictObject({ id: z.string(), title: z.string().nullable(), address: z.string() });

export const readTool = tool({
  name: 'read',
  title: 'Read a record',
  description:
    'Reads one record: its content, the records that it names, and the first passages that its fields rest on. A withdrawn record answers with the reason. Of a long one the beginnings: read_field has the rest of a field, list_passages every passage.',
  input: z.strictObject({ record: namedRecord, asOf }),
  output: z.strictObject({
    found: z.enum(['live', 'withdrawn', 'merged']),
    record: z
      .strictObject({
        id: z.string(),
        kind: z.enum(kinds),
        ...evidence,
        address: z.string().describe('The address of the record, whatever its revision.'),
        publishedAt: z.string(),
        revision: z.int(),
        change: z.string().describe('What its newest change was: publish, correct, update or edit.'),
        note: z.string().nullable().describe('The public note of that change.'),
        content: z.record(z.string(), z.unknown()),
        shortened: z
          .array(z.strictObject({ field: z.string(), of: z.int() }))
          .describe('Lists and texts of which the beginning is told, and how many items or characters they have.'),
        moreShortened: z.int().describe('How many lists and texts more are told by their beginning.'),
        names: z.array(named).describe('The records that the content told here names by id.'),
        languages: z.array(z.string()).describe('The languages that the record is translated into.'),
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
    return { ...nothing, found: answer.found, record: told(answer.record, source.origin) };
  },
});

function told(record: RecordView, origin: string) {
  const { value, shortened } = shorten(record.content, longestContent);
  const ids = new Set(JSON.stringify(value).match(/[a-z]{3}_[0-9a-z]{26}/g));
  return {
    id: record.id,
    kind: record.kind,
    ...evidenceOf(record, origin, 5),
    address: addressOf(origin, record),
    publishedAt: record.publishedAt,
    revision: record.revisionNumber,
    change: record.change.action,
    note: record.change.note,
    content: value as Record<string, unknown>,
    // Lists first: a text says by its mark that it goes on, and a list does not.
    shortened: shortened
      .toSorted((a, b) => Number(a.isText) - Number(b.isText))
      .slice(0, mostShortened)
      .map(({ field, of }) => ({ field, of })),
    moreShortened: Math.max(0, shortened.length - mostShortened),
    names: Object.entries(record.links)
      .filter(([id]) => ids.has(id))
      .map(([id, link]) => ({ id, title: link.title, address: addressOf(origin, link) })),
    languages: record.languages,
  };
}
