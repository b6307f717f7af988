import { z } from 'zod';
import { actorTypes } from './content/actor';
import { citationRoles } from './content/citation';
import { contentSchemas } from './content/content';
import { eventTypes } from './content/event';
import { stances, turns } from './content/position';
import { sourceForms } from './content/source';
import { kinds, type Kind } from './kinds';
import { language } from './translation/languages';
import { fieldStates } from './translation/place';

/** What the record shows of another record where it is only named. `title` is null once it is withdrawn. */
export const recordLink = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  title: z.string().nullable(),
  state: z.enum(['live', 'withdrawn', 'merged']),
  /** The language of the title, in which it is read as well; without one, that of the original. */
  language: language.exactOptional(),
});
export type RecordLink = z.infer<typeof recordLink>;

/**
 * What became of a passage in the newest version of its source: it stands there as it did, elsewhere, in other words, or not
 * at all. `uncompared`: nobody can say, because nothing has looked.
 */
export const passageStates = ['verified', 'moved', 'changed', 'gone', 'uncompared'] as const;

/** A passage as a reader sees it: its words, what stands around them, and where they come from. Positions are code points. */
export const passageView = z.object({
  id: z.string(),
  source: recordLink,
  /** What the source is; null where it is not public any more. */
  form: z.enum(sourceForms).nullable(),
  outlet: z.string().nullable(),
  reporter: z.string().nullable(),
  /** The language of its words (BCP 47). */
  language: z.string().nullable(),
  published: z.string().nullable(),
  address: z.string().nullable(),
  /** Its number among the public versions of the source; 0 where the text is none of them any more: then it is `gone`. */
  version: z.number().int(),
  versions: z.number().int(),
  fetched: z.string(),
  sha256: z.string(),
  exact: z.string(),
  before: z.string(),
  after: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  state: z.enum(passageStates),
  checked: z.string(),
});
export type PassageView = z.infer<typeof passageView>;

/** A citation of this page. `note` is its number on the page: one per passage, in the order of first use. */
export const citationView = z.object({
  field: z.string(),
  role: z.enum(citationRoles),
  note: z.number().int(),
  passage: passageView,
});
export type CitationView = z.infer<typeof citationView>;

/** A position beside its actor and issue, as boards and programmes list it. The last turn is what is held now. */
export const positionSummary = z.object({
  record: recordLink,
  actor: recordLink,
  issue: recordLink,
  turns: z.array(
    z.object({
      turn: z.enum(turns),
      stance: z.enum(stances).nullable(),
      date: z.string(),
      summary: z.string(),
      notes: z.array(z.number().int()),
    }),
  ),
});
export type PositionSummary = z.infer<typeof positionSummary>;

/** A statement as lists show it. */
export const statementSummary = z.object({
  record: recordLink,
  speaker: recordLink,
  text: z.string(),
  speech: z.enum(['direct', 'indirect']),
  date: z.string(),
});
export type StatementSummary = z.infer<typeof statementSummary>;

/** How many there are in all. Counting stops at a bound: then there are at least that many. */
export const total = z.object({ count: z.number().int(), atLeast: z.boolean() });
export type Total = z.infer<typeof total>;

/** A place that rests on a passage: a record, and its field. */
export const passageUse = z.object({ record: recordLink, field: z.string() });
export type PassageUse = z.infer<typeof passageUse>;

/** A stored text with the passages in use. `text` is null where the rights allow cited passages only. */
export const sourceTextView = z.object({
  version: z.number().int(),
  sha256: z.string(),
  fetched: z.string(),
  length: z.number().int(),
  text: z.string().nullable(),
  /** Of a source that is read in parts: which this is, of how many, and how many code points, paragraphs and passages are before it. Otherwise the one of one. */
  part: z.number().int(),
  parts: z.number().int(),
  before: z.object({ length: z.number().int(), paragraphs: z.number().int(), passages: z.number().int() }),
  /** How many passages of this text are in use, and how many records rest on them; the first passages follow. */
  passagesInUse: z.number().int(),
  resting: z.number().int(),
  passages: z.array(
    z.object({
      id: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      exact: z.string(),
      before: z.string(),
      after: z.string(),
      state: z.enum(passageStates),
      /** The first uses of the passage. */
      restingOn: z.array(passageUse),
      uses: total,
    }),
  ),
});
export type SourceTextView = z.infer<typeof sourceTextView>;

/** What each public change was: one row of the publication log. */
export const publicationView = z.object({
  sequence: z.number().int(),
  record: recordLink,
  revisionNumber: z.number().int().nullable(),
  action: z.enum(['publish', 'correct', 'update', 'edit', 'withdraw', 'merge', 'translate', 'withdraw_translation']),
  /** Of a translation: which, made from that revision. Null where the record itself is meant. */
  language: language.nullable(),
  /** What readers are told about it. Null where the editors left none, and where a withdrawal took it along. */
  note: z.string().nullable(),
  /** Whether its record was withdrawn after it: then neither its note nor what it made of the record is public. */
  withdrawn: z.boolean(),
  recordedAt: z.string(),
  contentHash: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type PublicationView = z.infer<typeof publicationView>;

const common = {
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  revisionNumber: z.number().int(),
  publishedAt: z.string(),
  /** The newest change, with its public note. */
  change: z.object({
    action: z.enum(['publish', 'correct', 'update', 'edit']),
    note: z.string().nullable(),
    at: z.string(),
  }),
  /** Every record that the content names, by id. */
  links: z.record(z.string(), recordLink),
  citations: z.array(citationView),
  /** The newest live records that name this one otherwise than the two lists below, and the fields in which they do. */
  namedBy: z.array(z.object({ record: recordLink, field: z.string() })),
  /** The newest positions that belong on the page. */
  positions: z.array(positionSummary),
  /** The newest statements that belong on the page. */
  statements: z.array(statementSummary),
  /** How many there are of each list in all: the page holds no more than its bound, the lists by cursor hold the rest. */
  totals: z.object({ namedBy: total, positions: total, statements: total }),
  texts: z.array(sourceTextView),
  /** The languages that the record can also be read in. */
  languages: z.array(language),
  /** How the content was translated; null where it stands as it was written. */
  translation: z
    .object({
      language,
      number: z.number().int(),
      fromRevision: z.number().int(),
      /** Null in a preview of one that is not public. */
      publishedAt: z.string().nullable(),
      /** In how many places the original has moved on since. */
      outdated: z.number().int(),
      /** Every field that can be translated, and how it stands to its translation. */
      fields: z.record(z.string(), z.enum(fieldStates)),
    })
    .nullable(),
};

const viewOf = <K extends Kind>(kind: K) =>
  z.object({ kind: z.literal(kind), content: contentSchemas[kind], ...common });

/** The public view of a record of each kind. */
export const recordView = z.discriminatedUnion('kind', [
  viewOf('source'),
  viewOf('actor'),
  viewOf('event'),
  viewOf('programme'),
  viewOf('issue'),
  viewOf('statement'),
  viewOf('position'),
  viewOf('commitment'),
  viewOf('article'),
]);
export type RecordView = z.infer<typeof recordView>;
export type ViewOf<K extends Kind> = Extract<RecordView, { kind: K }>;

/** A page of all the statements of a record's page. */
export const relatedStatements = z.object({
  record: recordLink,
  items: z.array(statementSummary),
  next: z.string().nullable(),
});
export type RelatedStatements = z.infer<typeof relatedStatements>;

/** A page of all the positions of a record's page, with the passages that they rest on. */
export const relatedPositions = z.object({
  record: recordLink,
  items: z.array(positionSummary),
  citations: z.array(citationView),
  next: z.string().nullable(),
});
export type RelatedPositions = z.infer<typeof relatedPositions>;

/** A page of all the records that name a record, in whatever way. */
export const mentions = z.object({
  record: recordLink,
  items: z.array(z.object({ record: recordLink, fields: z.array(z.string()) })),
  next: z.string().nullable(),
});
export type Mentions = z.infer<typeof mentions>;

/** A passage, and a page of all the places that rest on it. */
export const passageUses = z.object({ passage: passageView, items: z.array(passageUse), next: z.string().nullable() });
export type PassageUses = z.infer<typeof passageUses>;

/** What stands at the address of a record that is no longer public: a tombstone, or the way to where it went. */
export const tombstoneView = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  slug: z.string(),
  reason: z.string(),
  at: z.string(),
  revisionNumber: z.number().int().nullable(),
});
export type TombstoneView = z.infer<typeof tombstoneView>;

/** The answer to a read of one record. */
export const recordAnswer = z.discriminatedUnion('found', [
  z.object({ found: z.literal('live'), record: recordView }),
  z.object({ found: z.literal('withdrawn'), tombstone: tombstoneView }),
  z.object({ found: z.literal('merged'), into: recordLink }),
]);
export type RecordAnswer = z.infer<typeof recordAnswer>;

/** The answer to a read of one record in another language. */
export const translatedAnswer = z.discriminatedUnion('found', [
  ...recordAnswer.options,
  z.object({ found: z.literal('untranslated'), record: recordLink, languages: z.array(language) }),
]);
export type TranslatedAnswer = z.infer<typeof translatedAnswer>;

/** A row of a list. */
export const listItem = z.object({
  record: recordLink,
  /** What an actor or an event is, such as `state` or `vote`; null for other kinds. */
  type: z.enum([...actorTypes, ...eventTypes]).nullable(),
  summary: z.string().nullable(),
  date: z.string().nullable(),
  publishedAt: z.string(),
  revisionNumber: z.number().int(),
});
export type ListItem = z.infer<typeof listItem>;

export const listPage = z.object({ items: z.array(listItem), next: z.string().nullable(), total: z.number().int() });
export type ListPage = z.infer<typeof listPage>;

/** A published revision with its content, as history and diff read it. */
export const publishedRevisionView = z.object({
  recordId: z.string(),
  kind: z.enum(kinds),
  revisionNumber: z.number().int(),
  change: z.enum(['publish', 'correct', 'update', 'edit']),
  note: z.string().nullable(),
  publishedAt: z.string(),
  sequence: z.number().int(),
  contentHash: z.string(),
  content: z.unknown(),
  citations: z.unknown(),
});
export type PublishedRevisionView = z.infer<typeof publishedRevisionView>;

/** The public difference of two revisions, field by field. */
export const recordDiff = z.object({
  record: recordLink,
  from: publishedRevisionView.omit({ content: true, citations: true }),
  to: publishedRevisionView.omit({ content: true, citations: true }),
  changes: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(['added', 'removed', 'changed']),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
  links: z.record(z.string(), recordLink),
});
export type RecordDiff = z.infer<typeof recordDiff>;

/** The state of the whole record: its version, and how much of each kind is public. */
export const recordStatus = z.object({
  version: z.number().int(),
  recordedAt: z.string().nullable(),
  counts: z.record(z.enum(kinds), z.number().int()),
});
export type RecordStatus = z.infer<typeof recordStatus>;
