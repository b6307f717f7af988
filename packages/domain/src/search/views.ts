import { z } from 'zod';
import { acts } from '../content/statement';
import { stances } from '../content/position';
import { idSchema } from '../ids';
import { kinds } from '../kinds';
import { languages } from '../translation/languages';
import { recordLink, total } from '../views';

/** The most characters of a question, and the most words and phrases of it that are looked at. */
export const longestQuestion = 200;
export const mostTerms = 12;

/** How many of the records that match are looked at for their rank and for the counts beside them. */
export const lookedAt = 1000;

/** The languages that records can be found in: the record's own, and those it is translated into. */
export const foundIn = ['en', ...languages] as const;

const day = z.iso
  .date({ error: 'is not a day such as 2024-01-31' })
  .refine((text) => !text.startsWith('0000'), 'is not a day such as 2024-01-31');

/** What a search may be narrowed to. Several kinds or stances: any of them; everything else at once. */
export const searchFilter = z.strictObject({
  kinds: z.array(z.enum(kinds)).max(kinds.length).default([]),
  stances: z
    .array(z.enum([...stances, 'none']))
    .max(stances.length + 1)
    .default([]),
  actor: idSchema('actor').nullable().default(null),
  issue: idSchema('issue').nullable().default(null),
  programme: idSchema('programme').nullable().default(null),
  language: z.enum(foundIn).nullable().default(null),
  year: z
    .string()
    .regex(/^\d{4}$/, 'is not a year such as 2024')
    .nullable()
    .default(null),
  /** Records whose time reaches into these days. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
});
export type SearchFilter = z.infer<typeof searchFilter>;

/** A text in pieces: those that the question asked for are `found`. */
export const markedText = z.array(z.object({ text: z.string(), found: z.boolean() }));
export type MarkedText = z.infer<typeof markedText>;

export const searchHit = z.object({
  record: recordLink,
  /** The permanent address of what was found: this revision, whatever comes after it. */
  permalink: z.string(),
  revisionNumber: z.number().int(),
  /** The language of the words that were found. */
  language: z.enum(foundIn),
  title: markedText,
  /** The words that match best, and whether they are the record's own, a passage that it cites or that is cited from it, or the text of a source. */
  excerpt: z
    .object({
      from: z.enum(['record', 'passage', 'source']),
      /** The language that they are written in (BCP 47); null where it is that of what was found, or unknown. */
      language: z.string().nullable(),
      /** Of a passage, the source that it stands in, its id there, and where it begins in the text, in code points. */
      place: z.object({ id: z.string(), source: recordLink, start: z.int() }).nullable(),
      text: markedText,
    })
    .nullable(),
  date: z.string().nullable(),
  stance: z.enum(stances).nullable(),
  act: z.enum(acts).nullable(),
  /** How many passages it rests on. */
  passages: z.number().int(),
});
export type SearchHit = z.infer<typeof searchHit>;

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.number().int() }));

/** How many of the records that were looked at share something; the most frequent first. */
export const searchFacets = z.object({
  kind: counted(z.enum(kinds)),
  stance: counted(z.enum([...stances, 'none'])),
  year: counted(z.string()),
  language: counted(z.enum(foundIn)),
  actor: counted(recordLink),
  issue: counted(recordLink),
  programme: counted(recordLink),
});
export type SearchFacets = z.infer<typeof searchFacets>;

export const searchAnswer = z.object({
  items: z.array(searchHit),
  next: z.string().nullable(),
  /** How many records there are. Counting stops at a bound: then there are at least that many. */
  total,
  /**
   * `all`: every record that matches was ranked and counted. `bounded`: those that many others are about, then the newest,
   * up to the bound; the counts of the facets are of these.
   */
  ranked: z.enum(['all', 'bounded']),
  facets: searchFacets,
  /** The records that are called exactly what was asked, with the date that tells those of one name apart. */
  named: z.array(z.object({ record: recordLink, summary: z.string().nullable(), date: z.string().nullable() })),
  /** Names that are spelt or sound like a word which hardly anything was found for: what concerns them is shown as well. */
  alike: z.array(z.object({ word: z.string(), record: recordLink })),
  /** Where there are such names: how many records the question finds as it is written. Null where nothing else was looked for. */
  asWritten: z.number().int().nullable(),
  /**
   * The questions that may have been meant, spelt as names on record are, the likeliest first: where there are such names, or
   * where each word is like one and nothing has them all.
   */
  instead: z.array(z.string()),
  /** Where nothing is found: how many records the question finds without what it is narrowed to. Null where that is none. */
  elsewhere: total.nullable(),
  /** Records with a title that is written like the question. */
  didYouMean: z.array(recordLink),
  /** The records that the search is narrowed to, as far as they are public. */
  narrowedTo: z.array(recordLink),
  /** Whether nothing of the question could be looked for, such as words that stand in every text. */
  empty: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** A record whose name begins like what was typed. */
export const suggestion = z.object({ record: recordLink, name: z.string() });
export type Suggestion = z.infer<typeof suggestion>;
