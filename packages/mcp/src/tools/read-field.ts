import { RapporteurError } from '@rapporteur/domain/errors';
import { getPointer } from '@rapporteur/domain/json-pointer';
import { z } from 'zod';
import { evidence, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { after, limitOf, next, partOf } from '../part';
import { shorten } from '../shorten';
import { askAt } from '../source';
import { tool } from '../tool';

/** How much one answer holds, in bytes, and how many characters of a text: none takes more than four bytes. */
const longestPart = 6000;
const partOfText = 1400;

export const readFieldTool = tool({
  name: 'read_field',
  title: 'Read a field of a record',
  description:
    'Reads one field of a record page by page, where read tells the beginning of it only: a list by its items, a text by its parts.',
  input: z.strictObject({
    record: namedRecord,
    field: z
      .string()
      .max(200)
      .regex(/^(\/(?:[^~/]|~[01])+)+$/, 'is not a JSON pointer such as "/provisions/2/scope"')
      .describe('The field, as a JSON pointer into the content, such as "/provisions" or "/provisions/2/note".'),
    after,
    limit: limitOf(50, 10),
    asOf,
  }),
  output: z.strictObject({
    ...evidence,
    items: z.array(z.unknown()).describe('The items of the list, the next part of the text, or the value by itself.'),
    shortened: z
      .array(z.strictObject({ field: z.string(), of: z.int() }))
      .describe('What of these items is told by its beginning: read it by its own field.'),
    total: z.int().describe('How many items or parts there are.'),
    next,
  }),
  answer: async (source, { record: text, field, after: place, limit, asOf: moment }) => {
    const record = await liveRecord(askAt(source, isoOrNull(moment)), text);
    const value = getPointer(record.content, field);
    if (value === undefined)
      throw new RapporteurError('not_found', `This record has no field "${field}". read tells which it has.`);
    const all = typeof value === 'string' ? partsOf(value) : Array.isArray(value) ? (value as unknown[]) : [value];
    const part = partOf(all, record.revisionNumber, place, typeof value === 'string' ? 1 : limit);
    const items = part.items.map((item) => shorten(item, Math.floor(longestPart / part.items.length)));
    const pointerTo = (at: number) => (Array.isArray(value) ? `${field}/${part.begin + at}` : field);
    return {
      ...evidenceOf(record, source.origin, 1),
      items: items.map((item) => item.value),
      shortened: items.flatMap(({ shortened }, at) =>
        shortened.map(({ field: within, of }) => ({ field: pointerTo(at) + within, of })),
      ),
      total: all.length,
      next: part.next,
    };
  },
});

function partsOf(text: string): string[] {
  const signs = [...text];
  return Array.from({ length: Math.max(1, Math.ceil(signs.length / partOfText)) }, (_, at) =>
    signs.slice(at * partOfText, (at + 1) * partOfText).join(''),
  );
}
