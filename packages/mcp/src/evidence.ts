import { kindNames, kinds, type Kind } from '@rapporteur/domain/kinds';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { passageStates, type RecordView } from '@rapporteur/domain/views';
import { z } from 'zod';

/** A passage that a field rests on, word for word. */
const passage = z.strictObject({
  field: z.string().describe('The field of the record that rests on it, as a JSON pointer.'),
  role: z.string().describe('Whether it supports, contradicts or gives context.'),
  quote: z.string().describe('The exact words of the source.'),
  before: z.string(),
  after: z.string(),
  source: z.string().nullable().describe('The title of the source.'),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  language: z.string().nullable(),
  address: z.string().describe('Where the passage is shown in its source, on the record.'),
  original: z.string().nullable().describe('Where the source itself was published.'),
  state: z.enum(passageStates).describe('Whether the words still stand in the source.'),
});

/** What every answer about a record carries. */
export const evidence = {
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  permalink: z.string().describe('The permanent address of this very revision: cite this.'),
  address: z.string().describe('The address of the record, whatever its revision.'),
  publishedAt: z.string(),
  passages: z.array(passage),
  morePassages: z.number().int().describe('How many passages more it rests on.'),
};
export const evidenced = z.strictObject(evidence);
export type Evidenced = z.infer<typeof evidenced>;

export const addressOf = (origin: string, { kind, slug }: { kind: Kind; slug: string }): string =>
  `${origin}/${kindNames[kind].segment}/${slug}`;

/** A revision with its permanent address, and the first passages of those that it rests on itself. */
export function evidenceOf(view: RecordView, origin: string, most: number): Evidenced {
  const { id, kind, title, revisionNumber, publishedAt, citations } = view;
  return {
    id,
    kind,
    title,
    permalink: origin + formatPermalink(id, revisionNumber),
    address: addressOf(origin, view),
    publishedAt,
    passages: citations.slice(0, most).map(({ field, role, passage: words }) => ({
      field,
      role,
      quote: words.exact,
      before: words.before,
      after: words.after,
      source: words.source.title,
      outlet: words.outlet,
      published: words.published,
      language: words.language,
      address: `${addressOf(origin, words.source)}/passages/${words.id}`,
      original: words.address,
      state: words.state,
    })),
    morePassages: Math.max(0, citations.length - most),
  };
}
