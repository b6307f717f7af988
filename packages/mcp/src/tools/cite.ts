import { writeBibtex } from '@rapporteur/domain/citation-formats/bibtex';
import { recordToCsl, type CslItem } from '@rapporteur/domain/citation-formats/csl';
import { writeRis } from '@rapporteur/domain/citation-formats/ris';
import { writeText } from '@rapporteur/domain/citation-formats/text';
import { z } from 'zod';
import { evidence, evidenceOf } from '../evidence';
import { asOf, isoOrNull } from '../instant';
import { liveRecord, namedRecord } from '../named-record';
import { askAt } from '../source';
import { tool } from '../tool';

const formats = {
  text: writeText,
  bibtex: writeBibtex,
  ris: writeRis,
  'csl-json': (item: CslItem) => JSON.stringify([item]),
};

export const citeTool = tool({
  name: 'cite',
  title: 'Cite a record',
  description:
    'The citation of one revision of a record, by its permanent address and record time, with the first passages that it rests on.',
  input: z.strictObject({
    record: namedRecord,
    format: z
      .enum(['text', 'bibtex', 'ris', 'csl-json'])
      .default('text')
      .describe('A sentence for a note, or a format that programs of references read.'),
    asOf,
  }),
  output: z.strictObject({ citation: z.string(), ...evidence }),
  answer: async (source, { record: text, format, asOf: moment }) => {
    const record = await liveRecord(askAt(source, isoOrNull(moment)), text);
    return {
      citation: formats[format](recordToCsl(record, source.origin)),
      ...evidenceOf(record, source.origin, 2, 160),
    };
  },
});
