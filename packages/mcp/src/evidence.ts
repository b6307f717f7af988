import { kindNames, type Kind } from '@rapporteur/domain/kinds';
import { citationRoles } from '@rapporteur/domain/content/citation';
import { formatPermalink } from '@rapporteur/domain/permalink';
import { passageStates, type CitationView, type RecordView } from '@rapporteur/domain/views';
import { z } from 'zod';
import { cut } from './shorten';

/** A passage that a field rests on: its words, and where they come from. What is usual is left out. */
const passage = z.strictObject({
  field: z.string().describe('The field that rests on it (JSON pointer).'),
  quote: z.string().describe('Words of the source; “[…]” where they go on.'),
  source: z.string().describe('Title, outlet, date.'),
  role: z.enum(citationRoles).exactOptional().describe('Left out where it supports the field.'),
  state: z
    .enum(passageStates)
    .exactOptional()
    .describe('Left out where the words still stand in the source; uncompared: nothing has looked.'),
});
type Passage = z.infer<typeof passage>;

/** What every answer about a record carries. */
export const evidence = {
  title: z.string(),
  permalink: z.string().describe('The permanent address of this very revision: cite this, and ask by it.'),
  passages: z.array(passage).describe('The first passages that it rests on.'),
  morePassages: z.int().describe('How many passages more it rests on: list_passages has them.'),
};
export const evidenced = z.strictObject(evidence);
export type Evidenced = z.infer<typeof evidenced>;

export const addressOf = (origin: string, { kind, slug }: { kind: Kind; slug: string }): string =>
  `${origin}/${kindNames[kind].segment}/${slug}`;

export const permalinkOf = (origin: string, { id, revisionNumber }: RecordView): string =>
  origin + formatPermalink(id, revisionNumber);

const longestTitle = 120;
const longestSource = 80;

/** How long quotes are in a list of so many, in characters: fewer are told with more of their words. */
export const share = (limit: number): number => Math.max(120, Math.min(400, Math.floor(1200 / limit)));

/** A revision with its permanent address, and the first passages of those that it rests on itself, each so long at most. */
export function evidenceOf(view: RecordView, origin: string, most: number, longest = share(most)): Evidenced {
  return {
    title: cut(view.title, longestTitle),
    permalink: permalinkOf(origin, view),
    passages: view.citations.slice(0, most).map((citation) => brief(citation, longest)),
    morePassages: Math.max(0, view.citations.length - most),
  };
}

function brief({ field, role, passage: words }: CitationView, longest: number): Passage {
  const { source, outlet, published, state } = words;
  return {
    field,
    quote: cut(words.exact, longest),
    source: cut([source.title, outlet, published].filter((part) => part !== null).join(', '), longestSource),
    ...(role === 'supports' ? {} : { role }),
    ...(state === 'verified' ? {} : { state }),
  };
}
