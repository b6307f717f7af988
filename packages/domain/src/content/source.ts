import { z } from 'zod';
import { edtfSchema } from '../edtf';
import { ref } from './ref';
import { instant, languageTag, line, prose, sha256, webAddress } from './text';

export const sourceForms = [
  'article',
  'transcript',
  'communique',
  'roll_call',
  'broadcast',
  'dataset',
  'dispatch',
  'other',
] as const;

/** What readers see of a source: its whole text, or only the cited passages with some context. */
export const sourceRights = ['full', 'passages'] as const;

/**
 * A document. Its texts are stored by their fingerprint; the newest version comes last. `rights` decides what readers
 * see: the full text, or only the cited passages with some context.
 */
export const sourceContent = z.strictObject({
  title: line,
  form: z.enum(sourceForms),
  publisher: ref('actor').nullable(),
  author: line.nullable(),
  language: languageTag,
  published: edtfSchema.nullable(),
  address: webAddress.nullable(),
  archivedAddress: webAddress.nullable(),
  rights: z.enum(sourceRights),
  licence: line.nullable(),
  note: prose.nullable(),
  versions: z
    .array(z.strictObject({ sha256, fetched: instant }))
    .min(1, 'a source needs the text of at least one version')
    .max(200),
});
export type SourceContent = z.infer<typeof sourceContent>;
