import { z } from 'zod';
import { kinds } from '../kinds';
import { states } from '../lifecycle';
import { language } from './languages';
import { fieldStates } from './place';

const published = z.object({ number: z.number().int(), baseRevision: z.number().int() }).nullable();

const summary = z.object({
  number: z.number().int(),
  state: z.enum(states),
  baseRevision: z.number().int(),
  /** In how many places it no longer fits what is public of the record. */
  outdated: z.number().int(),
  updatedAt: z.string(),
});

/** The translations of a record: one row for each language, whether there is one or not. */
export const translationList = z.object({
  /** The revision that readers see. */
  live: z.number().int().nullable(),
  languages: z.array(z.object({ language, newest: summary.nullable(), published })),
});

/** One translation beside the record as readers see it. */
export const translationView = z.object({
  record: z.object({ id: z.string(), kind: z.enum(kinds), slug: z.string(), title: z.string() }),
  language,
  live: z.number().int().nullable(),
  newest: summary
    .extend({
      author: z.string(),
      contributorIds: z.array(z.string()),
      approver: z.string().nullable(),
      /** Who sent the open draft back last, and what they asked for. */
      asked: z.object({ by: z.string(), words: z.string() }).nullable(),
    })
    .nullable(),
  published,
  /** What a command has to have seen. 0 where there is no translation yet. */
  lockVersion: z.number().int(),
  /** The revision that the fields are of. */
  baseRevision: z.number().int().nullable(),
  outdated: z.number().int(),
  fields: z.array(
    z.object({
      field: z.string(),
      form: z.enum(['line', 'prose', 'marked']),
      text: z.string(),
      translation: z.string().nullable(),
      was: z.string().nullable(),
      state: z.enum(fieldStates),
      suggestion: z.string().nullable(),
    }),
  ),
  gone: z.array(z.object({ field: z.string(), was: z.string(), translation: z.string() })),
});

/** Where a translation stands after a command. */
export const translationResult = z.object({
  id: z.string(),
  language,
  number: z.number().int(),
  state: z.enum(states),
  lockVersion: z.number().int(),
});
