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
  'csl-json': (item: CslItem) => JSON.stringify([item], null, 2),
};

export const citeTool = tool({
  name: 'cite',
  title: 'Cite a record',
  description:
    'The citation of one revision of a record, by its permanent address and record time, with the passages that it rests on.',
  input: z.strictObject({
    record: namedRecord,
    format: z.enum(['text', 'bibtex', 'ris', 'csl-json']).default('text'),
    asOf,
  }),
  output: z.strictObject({ ...evidence, citation: z.string() }),
  answer: async (source, { record: text, format, asOf: moment }) => {
    const record = await liveRecord(askAt(source, isoOrNull(moment)), text);
    return {
      ...evidenceOf(record, source.origin, 20),
      citation: formats[format](recordToCsl(record, source.origin)),
    };
  },
});
